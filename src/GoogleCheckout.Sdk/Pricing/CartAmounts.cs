using GoogleCheckout.Carts;

namespace GoogleCheckout.Pricing;

/// <summary>The currency of a cart and what its items cost; refuses amounts that do not go with them.</summary>
internal sealed class CartAmounts
{
    // Amounts and rates up to here multiply and add up without losing a digit that counts.
    private const decimal Limit = 10_000_000_000_000m;

    private const string ItemsPath = "/checkout-shopping-cart/shopping-cart/items";

    private CartAmounts(string currency) => Currency = currency;

    /// <summary>The currency of every amount.</summary>
    public string Currency { get; }

    /// <summary>What the items cost together.</summary>
    public Money Subtotal { get; private set; }

    /// <summary>The amounts of some items.</summary>
    public static CartAmounts Of(IReadOnlyList<Item> items)
    {
        var amounts = items.Count > 0
            ? new CartAmounts(items[0].UnitPrice.Currency)
            : throw new ArgumentException($"{ItemsPath} has no items.");
        var sum = 0m;
        for (var index = 0; index < items.Count; index++)
        {
            sum += amounts.OfItem(items[index], index);
        }

        amounts.Subtotal = sum >= 0
            ? amounts.Money(sum, ItemsPath)
            : throw new ArgumentException($"{ItemsPath} cost less than nothing together.");
        return amounts;
    }

    /// <summary>What all pieces of an item cost.</summary>
    public decimal OfItem(Item item, int index)
    {
        var price = item.UnitPrice;
        if (price.Currency != Currency)
        {
            throw new ArgumentException($"{PathOf(index)}/unit-price is in {price.Currency}, the first item in {Currency}.");
        }

        if (IsBeyond(price.Amount) || IsBeyond(price.Amount * item.Quantity))
        {
            throw TooMuch($"{PathOf(index)}/unit-price");
        }

        return price.Amount * item.Quantity;
    }

    /// <summary>An amount in the currency of the cart.</summary>
    public Money Money(decimal amount, string what) => IsBeyond(amount) ? throw TooMuch(what) : new Money(amount, Currency);

    /// <summary>An amount of the cart, in its currency.</summary>
    public Money Own(Money amount, string what) => amount.Currency == Currency
        ? Money(amount.Amount, what)
        : throw new ArgumentException($"{what} is in {amount.Currency}, the items in {Currency}.");

    /// <summary>The tax of an amount.</summary>
    public Money Tax(decimal amount, decimal rate, string what) => IsBeyond(rate) ? throw TooMuch(what) : Money(amount * rate, what);

    /// <summary>Where an item stands.</summary>
    public static string PathOf(int index) => $"{ItemsPath}/item[{index + 1}]";

    private static bool IsBeyond(decimal amount) => Math.Abs(amount) > Limit;

    private static OverflowException TooMuch(string what) => new($"{what} comes to more than 10,000,000,000,000, the most that is reckoned with.");
}
