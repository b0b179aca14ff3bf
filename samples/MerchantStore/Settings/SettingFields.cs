using System.Globalization;
using GoogleCheckout;
using MerchantStore.Catalog;
using MerchantStore.Shop;

namespace MerchantStore.Settings;

/// <summary>The fields of the settings page that have one value for the whole store.</summary>
internal static class SettingFields
{
    private const int MaxPrefixLength = 10;

    public static IReadOnlyList<SettingField> Shop { get; } =
    [
        new(ProductCatalog.CurrencySetting, "Currency", "USD") { Choices = [("USD", "US dollar (USD)"), ("GBP", "Pound sterling (GBP)")], Hint = "Google Checkout accepts only the currency of the account." },
        new(ShopOrderNumbers.PrefixSetting, "Order number prefix", "T-")
        {
            Hint = "The shop's order numbers begin with it. Orders that were placed keep theirs.",
            FindError = text => text.Length > MaxPrefixLength || !text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.')
                ? $"has at most {MaxPrefixLength} letters, digits, dots and hyphens" : null,
        },
    ];

    public static IReadOnlyList<SettingField> Calculations { get; } =
    [
        new(ShopAddress.Setting, "Public address", string.Empty)
        {
            Hint = "The address at which Google Checkout reaches the store, for example https://shop.example.com/. It never follows from a request.",
            FindError = text => Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
                ? null : "must be an http or https address",
        },
        new("Calculations:DefaultShippingCost", "Default shipping cost", string.Empty)
        {
            Hint = "The buyer pays it if the store does not calculate in time. Empty for the default of the store.",
            FindError = text => decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _) ? null : "must be an amount with a decimal point, for example 9.95",
        },
        new("CancelFailedCalculations", "Orders whose calculation failed", "false") { Choices = [("false", "Keep them"), ("true", "Cancel them")] },
        new("Codes:SendAsItems", "Codes that were entered in the store", "true")
        {
            Choices = [("true", "Send them as items with a negative price"), ("false", "Remove them; Google Checkout asks again")],
        },
    ];

    public static IReadOnlyList<SettingField> Charging { get; } =
    [
        new(ChargeSettings.AutoCharge, "Charge automatically", "false") { Choices = [("false", "No, I charge each order"), ("true", "Yes, if all conditions are met")], Hint = "An order that does not meet them is held, and its page has the reasons." },
        new(ChargeSettings.AcceptedAvs, "Billing address (AVS)", "Full") { Choices = [("Full", "Street and postal code must match"), ("Part", "Street or postal code must match"), ("Any", "Any result")] },
        new(ChargeSettings.AcceptedCvn, "Security code (CVN)", "Match") { Choices = [("Match", "Must match"), ("Any", "Any result")] },
        new(ChargeSettings.OnlyEligibleForProtection, "Payment guarantee", "true") { Choices = [("true", "Must cover the order"), ("false", "Not needed")], Hint = "It never covers digital goods." },
        new(ChargeSettings.MaxAmount, "Highest amount", string.Empty)
        {
            Hint = "In the currency of the store. Empty for no limit.",
            FindError = text => decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount > 0 ? null : "must be an amount with a decimal point, for example 250.00",
        },
        new(ChargeSettings.MinBuyerAccountAge, "Age of the buyer's account, in days, at least", "0")
        {
            FindError = text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? null : "must be a whole number",
        },
    ];

    /// <summary>Returns the fields of an account, without its key.</summary>
    public static IReadOnlyList<SettingField> Account(string account) =>
    [
        new(AccountSettings.Key(account, "MerchantId"), "Merchant ID", string.Empty) { FindError = text => text.Length <= 20 && text.All(char.IsAsciiDigit) ? null : "is a number, of 10 or 15 digits" },
        new(AccountSettings.Key(account, "Environment"), "Service", AccountSettings.GetAddress(_ => null, account))
        {
            Hint = "Production, Sandbox, or the https address of a gateway.",
            FindError = FindAddressError,
        },
    ];

    private static string? FindAddressError(string text)
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
}
