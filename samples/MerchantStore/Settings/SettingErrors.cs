using System.Globalization;
using GoogleCheckout;
using MimeKit;

namespace MerchantStore.Settings;

/// <summary>What can be wrong with the text of a setting. Each method returns the end of a sentence that begins with the setting; null if nothing is wrong.</summary>
internal static class SettingErrors
{
    private const int MaxPrefixLength = 10;
    private const int MaxDays = 36_500;

    public static string? FindPrefixError(string text) => text.Length <= MaxPrefixLength && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.')
        ? null : $"must have at most {MaxPrefixLength} letters, digits, dots and hyphens";

    public static string? FindUrlError(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        ? null : "must be an http or https address, for example https://shop.example.com/";

    public static string? FindCostError(string text) => TryParse(text, out _) ? null : "must be an amount with a decimal point, for example 9.95";

    public static string? FindAmountError(string text) => TryParse(text, out var amount) && amount > 0 ? null : "must be an amount with a decimal point, for example 250.00";

    public static string? FindDaysError(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= MaxDays
        ? null : $"must be a whole number from 0 to {MaxDays}";

    public static string? FindMailboxError(string text) => MailboxAddress.TryParse(text, out var mailbox) && mailbox.Address.Contains('@', StringComparison.Ordinal) ? null : "must be an e-mail address, for example Leaf & Kettle <shop@example.com>";

    // Who may sign in to the store need not be who may decide what its web server publishes.
    public static string? FindFolderError(string text) => text.Split('/', '\\').Contains("wwwroot", StringComparer.OrdinalIgnoreCase) ? "must not be in wwwroot, which the web server publishes"
        : text.Any(char.IsControl) || File.Exists(text) ? "must be a folder, for example /var/mail/shop"
        : null;

    public static string? FindMerchantIdError(string text) => text.Length is 10 or 15 && text.All(char.IsAsciiDigit) ? null : "must be a number, of 10 or 15 digits";

    public static string? FindServiceError(string text)
    {
        if (text is nameof(CheckoutEnvironment.Production) or nameof(CheckoutEnvironment.Sandbox))
        {
            return null;
        }

        try
        {
            CheckoutEnvironment.ForBaseAddress(new Uri(text, UriKind.RelativeOrAbsolute));
            return null;
        }
        catch (Exception e) when (e is ArgumentException or UriFormatException)
        {
            return "must be Production, Sandbox, or an https address without user, query and fragment";
        }
    }

    private static bool TryParse(string text, out decimal amount) => decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out amount);
}
