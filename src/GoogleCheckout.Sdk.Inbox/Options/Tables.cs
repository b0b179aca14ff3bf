using System.Text.RegularExpressions;

namespace GoogleCheckout.Inbox.Options;

/// <summary>The names of the inbox's tables. They are inserted into SQL, so the prefix is limited to characters that are safe in a name.</summary>
internal sealed partial class Tables
{
    public const string DefaultPrefix = "google_checkout_";

    public const string PrefixRule = "must be a lower-case letter or underscore, followed by at most 30 lower-case letters, digits and underscores";

    public Tables(string prefix)
    {
        if (!IsPrefix(prefix))
        {
            throw new ArgumentException($"{nameof(NotificationInboxOptions.TablePrefix)} {PrefixRule}.", nameof(prefix));
        }

        Prefix = prefix;
    }

    public string Prefix { get; }

    public string Orders => Prefix + "orders";

    public string Notifications => Prefix + "notifications";

    public string Tokens => Prefix + "tokens";

    public static bool IsPrefix(string? prefix) => prefix is not null && PrefixPattern().IsMatch(prefix);

    [GeneratedRegex(@"^[a-z_][a-z0-9_]{0,30}\z", RegexOptions.CultureInvariant)]
    private static partial Regex PrefixPattern();
}
