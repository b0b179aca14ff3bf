using GoogleCheckout.Calculations;
using GoogleCheckout.Carts;
using GoogleCheckout.Xml;

namespace GoogleCheckout.Validation.Calculations;

/// <summary>The service's constraints on calculation results: <see cref="MerchantCalculator"/> satisfies them, and <see cref="MerchantCalculationValidator"/> validates them.</summary>
internal static class CalculationConstraints
{
    /// <summary>The maximum length of a message about a code, in characters.</summary>
    public const int MaxMessageLength = 255;

    // The maximum number of characters to remove so that a truncated message ends with a whole word.
    private const int MaxWordLength = 40;

    /// <summary>
    /// Returns the required results: each address with each shipping method, or each address alone if no method is requested. IDs and names
    /// that are repeated count once.
    /// </summary>
    public static IEnumerable<(AnonymousAddress Address, string? ShippingName)> Cells(Calculate asked)
    {
        string?[] names = asked.Shipping.Count == 0 ? [null] : [.. asked.Shipping.Select(method => method.Name).Distinct()];
        var seen = new HashSet<string>();
        return asked.Addresses.Where(address => seen.Add(address.Id)).ToList().SelectMany(_ => names, (address, name) => (address, name));
    }

    /// <summary>Returns the currency of a cart; empty if it has none.</summary>
    public static string CurrencyOf(ShoppingCart cart) =>
        cart.Items.Select(item => item.UnitPrice.Currency).FirstOrDefault(currency => currency.Length > 0) ?? string.Empty;

    /// <summary>Returns the error of an amount in a result, as the end of a sentence; null if it is valid.</summary>
    /// <param name="amount">The amount.</param>
    /// <param name="currency">The currency of the cart; empty if unknown.</param>
    public static string? GetError(Money amount, string currency) =>
        amount.Currency.Length == 0 ? "needs a currency"
        : currency.Length > 0 && amount.Currency != currency ? $"must be in {Money.FormatCurrency(currency)}, the currency of the cart"
        : amount.Amount < 0 ? "must not be negative"
        : amount.IsBeyondAnyOrder ? "exceeds the maximum of an order"
        : !amount.IsWholeMinorUnits ? "has a fraction of the currency's smallest unit; round it"
        : null;

    /// <summary>Returns the message, truncated at a word and followed by three dots if it is too long.</summary>
    public static string? Cut(string? message)
    {
        if (message is null || !TextLength.Exceeds(message, MaxMessageLength))
        {
            return message;
        }

        const string Dots = "...";
        var end = TextLength.GetIndex(message, MaxMessageLength - Dots.Length);
        var space = message.LastIndexOf(' ', end, MaxWordLength);
        return message.Remove(space >= 0 ? space : end) + Dots;
    }
}
