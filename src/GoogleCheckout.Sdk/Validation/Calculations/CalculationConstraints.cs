using GoogleCheckout.Calculations;
using GoogleCheckout.Carts;

namespace GoogleCheckout.Validation.Calculations;

/// <summary>What the service expects of an answer: followed by <see cref="MerchantCalculator"/>, looked for by <see cref="MerchantCalculationValidator"/>.</summary>
internal static class CalculationConstraints
{
    /// <summary>The longest message about a code, in characters.</summary>
    public const int MaxMessageLength = 255;

    // A message is not cut back further than this to end with a whole word.
    private const int MaxWordLength = 40;

    /// <summary>What needs a result: each address with each way of shipping, or each address alone where no way is asked about.</summary>
    public static IEnumerable<(AnonymousAddress Address, string? ShippingName)> Cells(Calculate asked)
    {
        string?[] names = asked.Shipping.Count == 0 ? [null] : [.. asked.Shipping.Select(method => method.Name)];
        var seen = new HashSet<(string, string?)>();
        return from address in asked.Addresses
               from name in names
               where seen.Add((address.Id, name))
               select (address, name);
    }

    /// <summary>The currency of a cart; empty where it names none.</summary>
    public static string CurrencyOf(ShoppingCart cart) =>
        cart.Items.Select(item => item.UnitPrice.Currency).FirstOrDefault(currency => currency.Length > 0) ?? string.Empty;

    /// <summary>Why an amount will not do in an answer, as the end of a sentence; null for one that will.</summary>
    /// <param name="amount">The amount.</param>
    /// <param name="currency">The currency of the cart; empty where it is not known.</param>
    public static string? GetError(Money amount, string currency) =>
        amount.Currency.Length == 0 ? "needs a currency"
        : currency.Length > 0 && amount.Currency != currency ? $"must be in {currency}, the currency of the cart"
        : amount.Amount < 0 ? "may not be negative"
        : !amount.IsWholeMinorUnits ? "has a fraction of the currency's smallest unit; round it"
        : null;

    /// <summary>The message, or as many of its words as the service takes and three dots.</summary>
    public static string? Cut(string? message)
    {
        if (message is null || message.Length <= MaxMessageLength)
        {
            return message;
        }

        const string Dots = "...";
        var end = MaxMessageLength - Dots.Length;
        var space = message.LastIndexOf(' ', end, MaxWordLength);
        end = space >= 0 ? space : char.IsLowSurrogate(message[end]) ? end - 1 : end;
        return message.Remove(end) + Dots;
    }
}
