using System.Globalization;
using System.Security.Cryptography;
using GoogleCheckout;

namespace MerchantStore.Settings;

/// <summary>The two accounts of the settings page. The one that is on becomes the section GoogleCheckout, which the SDK reads.</summary>
internal static class AccountSettings
{
    public const string Test = "Test";
    public const string Live = "Live";

    /// <summary>The setting with the name of the account that is on.</summary>
    public const string On = "Accounts:On";

    public const string MerchantId = "GoogleCheckout:MerchantId";
    public const string MerchantKey = "GoogleCheckout:MerchantKey";

    public const string Environment = "GoogleCheckout:Environment";

    /// <summary>The name of an account's setting with the key before the last change.</summary>
    public const string FormerKey = "FormerMerchantKey";

    private const string FormerKeyEnd = "FormerMerchantKeyEnd";

    private const string AdditionalKeys = "GoogleCheckout:AdditionalMerchantKeys";

    // No such host can exist (RFC 2606).
    private const string Nowhere = "https://no-account.invalid/";

    // Notifications are on their way with the former key when the key changes.
    private static readonly TimeSpan FormerKeyLifetime = TimeSpan.FromDays(1);

    public static IReadOnlyList<string> All { get; } = [Test, Live];

    /// <summary>Returns the key of an account's setting.</summary>
    public static string Key(string account, string name) => $"Accounts:{account}:{name}";

    /// <summary>Returns the name of the account that is on.</summary>
    public static string GetOn(Func<string, string?> settings) => settings(On) == Live ? Live : Test;

    /// <summary>Returns the address of an account's service: Production, Sandbox or an https address.</summary>
    public static string GetAddress(Func<string, string?> settings, string account) =>
        settings(Key(account, "Environment")) ?? (account == Live ? CheckoutEnvironment.Production : CheckoutEnvironment.Sandbox).ToString();

    /// <summary>Sets the section GoogleCheckout to the account that is on.</summary>
    /// <param name="data">The settings.</param>
    /// <param name="now">The current time: a former key is accepted for notifications until its end.</param>
    /// <param name="needsAccount">
    /// Whether the store must have an account to start. Without one it gets an account that reaches no service, and whose key nobody knows: the owner can
    /// sign in and enter the real one, and no notification is accepted before that.
    /// </param>
    public static void TurnOn(Dictionary<string, string?> data, DateTimeOffset now, bool needsAccount)
    {
        var account = GetOn(data.GetValueOrDefault);
        if (data.GetValueOrDefault(Key(account, "MerchantId")) is { } id && data.GetValueOrDefault(Key(account, "MerchantKey")) is { } key)
        {
            (data[MerchantId], data[MerchantKey], data[Environment]) = (id, key, GetAddress(data.GetValueOrDefault, account));
            if (FindFormerKeyEnd(data.GetValueOrDefault, account, now) is not null)
            {
                data[AdditionalKeys] = data[Key(account, FormerKey)];
            }
        }
        else if (needsAccount)
        {
            (data[MerchantId], data[MerchantKey], data[Environment]) = ("0000000000", RandomNumberGenerator.GetHexString(32), Nowhere);
        }
    }

    /// <summary>Adds the former key of each account whose key is changed, unless the change sets it. The key of another merchant is not a former one.</summary>
    /// <param name="changes">The settings to store.</param>
    /// <param name="settings">The settings before.</param>
    /// <param name="now">The current time.</param>
    public static void KeepFormerKeys(Dictionary<string, string> changes, Func<string, string?> settings, DateTimeOffset now)
    {
        foreach (var account in All)
        {
            var former = settings(Key(account, "MerchantKey"));
            if (changes.TryGetValue(Key(account, "MerchantKey"), out var key) && key != former)
            {
                var isSameMerchant = changes.GetValueOrDefault(Key(account, "MerchantId"), string.Empty) == settings(Key(account, "MerchantId"));
                changes.TryAdd(Key(account, FormerKey), isSameMerchant ? former ?? string.Empty : string.Empty);
                changes[Key(account, FormerKeyEnd)] = (now + FormerKeyLifetime).ToString("O", CultureInfo.InvariantCulture);
            }
        }
    }

    /// <returns>The time until which an account's former key is accepted for notifications; null if it is not.</returns>
    public static DateTimeOffset? FindFormerKeyEnd(Func<string, string?> settings, string account, DateTimeOffset now) =>
        settings(Key(account, FormerKey)) is not null
        && DateTimeOffset.TryParse(settings(Key(account, FormerKeyEnd)), CultureInfo.InvariantCulture, DateTimeStyles.None, out var end) && end > now ? end : null;

    /// <summary>Returns whether there is no account, so that the store cannot sell.</summary>
    public static bool IsMissing(IConfiguration configuration) => configuration[Environment] == Nowhere;
}
