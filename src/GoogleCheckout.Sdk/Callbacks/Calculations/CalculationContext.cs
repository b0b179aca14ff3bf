using GoogleCheckout.Carts;
using GoogleCheckout.Validation.Calculations;

namespace GoogleCheckout.Calculations;

/// <summary>The input of one calculation of a <see cref="MerchantCalculator"/>: the callback, the cart and the results so far.</summary>
/// <remarks>In comparisons with <c>==</c> and <c>Equals</c>, lists are compared by reference.</remarks>
public abstract record CalculationContext
{
    private protected CalculationContext()
    {
    }

    /// <summary>The callback that the service sent.</summary>
    public required MerchantCalculationCallback Callback { get; init; }

    /// <summary>
    /// The results for the codes that the buyer entered, in the order of the codes. For a shipping or tax calculation, the list
    /// contains all results. For the validation of a code, it contains the results for the codes before it.
    /// </summary>
    public IReadOnlyList<MerchantCodeResult> CodeResults { get; init; } = [];

    /// <summary>The cart as the merchant sent it, including its private data.</summary>
    public ShoppingCart Cart => Callback.ShoppingCart;

    /// <summary>The sum of the prices of all items, without shipping, tax and codes.</summary>
    /// <exception cref="InvalidOperationException">The items are in different currencies, or a price exceeds the maximum of an order.</exception>
    public Money Subtotal => Cart.Items
        .Select(GetPrice)
        .Aggregate(new Money(0m, Currency), (sum, price) => sum + price);

    /// <summary>The currency of the cart. All amounts of the response must be in this currency. Empty if the cart has no items.</summary>
    public string Currency => CalculationConstraints.CurrencyOf(Cart);

    /// <summary>The buyer's language, such as <c>en_US</c>.</summary>
    public string BuyerLanguage => Callback.BuyerLanguage;

    /// <summary>Returns the name of the type only, so that the buyer's data does not appear in logs.</summary>
    /// <returns>For example <c>TaxCalculationContext</c>.</returns>
    public sealed override string ToString() => GetType().Name;

    private static Money GetPrice(Item item) => item.UnitPrice.IsBeyondAnyOrder || (item.UnitPrice * item.Quantity).IsBeyondAnyOrder
        ? throw new InvalidOperationException("The price of an item exceeds the maximum of an order.")
        : item.UnitPrice * item.Quantity;
}
