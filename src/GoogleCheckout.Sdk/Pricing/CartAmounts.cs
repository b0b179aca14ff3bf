using GoogleCheckout.Carts;

namespace GoogleCheckout.Pricing;

/// <summary>The currency of a cart and the prices of its items. Rejects amounts in another currency and amounts that are too large.</summary>
internal sealed class CartAmounts
{
    // Products and sums of amounts and rates up to this limit lose no significant digit.
    private const decimal Limit = 10_000_000_000_000m;

    private const string ItemsPath = "/checkout-shopping-cart/shopping-cart/items";

    private CartAmounts(string currency) => Currency = currency;

    /// <summary>The currency of every amount.</summary>
    public string Currency { get; }

    /// <summary>The sum of the prices of the items.</summary>
    public Money Subtotal { get; private set; }

    /// <summary>Creates the amounts of a list of items.</summary>
    public static CartAmounts FromItems(IReadOnlyList<Item> items)
    {
        var amounts = items.Count > 0
            ? new CartAmounts(items[0].UnitPrice.Currency)
            : throw new ArgumentException($"{ItemsPath} has no item.");
        var sum = 0m;
        for (var index = 0; index < items.Count; index++)
        {
            sum += amounts.GetItemPrice(items[index], index);
        }

        amounts.Subtotal = sum >= 0
            ? amounts.Money(sum, ItemsPath)
            : throw new ArgumentException($"{ItemsPath} has a negative sum.");
        return amounts;
    }

    /// <summary>Returns the price of all units of an item.</summary>
    public decimal GetItemPrice(Item item, int index)
    {
        var price = item.UnitPrice;
        if (price.Currency != Currency)
        {
            throw new ArgumentException($"{GetPath(index)}/unit-price is in {price.CurrencyText}, but the first item is in {GoogleCheckout.Money.FormatCurrency(Currency)}.");
        }

        if (ExceedsLimit(price.Amount) || ExceedsLimit(price.Amount * item.Quantity))
        {
            throw CreateOverflow($"{GetPath(index)}/unit-price");
        }

        return price.Amount * item.Quantity;
    }

    /// <summary>Creates an amount in the currency of the cart, without needless digits of its factors.</summary>
    public Money Money(decimal amount, string what) => ExceedsLimit(amount) ? throw CreateOverflow(what) : new Money(amount, Currency).WithoutNeedlessDigits;

    /// <summary>Returns an amount of the cart, after a check of its currency and size.</summary>
    public Money EnsureValid(Money amount, string what) => amount.Currency == Currency
        ? Money(amount.Amount, what)
        : throw new ArgumentException($"{what} is in {amount.CurrencyText}, but the items are in {Subtotal.CurrencyText}.");

    /// <summary>Calculates the tax of an amount.</summary>
    public Money Tax(decimal amount, decimal rate, string what) => ExceedsLimit(rate) ? throw CreateOverflow(what) : Money(amount * rate, what);

    /// <summary>Returns the path of an item in the XML of the cart.</summary>
    public static string GetPath(int index) => $"{ItemsPath}/item[{index + 1}]";

    private static bool ExceedsLimit(decimal amount) => Math.Abs(amount) > Limit;

    private static OverflowException CreateOverflow(string what) => new($"{what} exceeds the maximum of 10,000,000,000,000.");
}
