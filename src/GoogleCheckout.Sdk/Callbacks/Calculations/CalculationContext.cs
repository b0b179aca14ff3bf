using GoogleCheckout.Carts;
using GoogleCheckout.Validation.Calculations;

namespace GoogleCheckout.Calculations;

/// <summary>One thing a <see cref="MerchantCalculator"/> is asked while a buyer waits, and what there is to answer it from.</summary>
/// <remarks>In comparisons with <c>==</c> and <c>Equals</c>, lists are compared by reference.</remarks>
public abstract record CalculationContext
{
    private protected CalculationContext()
    {
    }

    /// <summary>What the service sent.</summary>
    public required MerchantCalculationCallback Callback { get; init; }

    /// <summary>
    /// What was answered about the codes the buyer entered, in that order: all of them where shipping or tax is asked
    /// for, and those before it where a code is.
    /// </summary>
    public IReadOnlyList<MerchantCodeResult> CodeResults { get; init; } = [];

    /// <summary>The cart as the shop sent it, its private data included.</summary>
    public ShoppingCart Cart => Callback.ShoppingCart;

    /// <summary>What the items of the cart cost together, without shipping, tax and codes.</summary>
    /// <exception cref="InvalidOperationException">The items are in different currencies.</exception>
    public Money Subtotal => Cart.Items
        .Select(item => item.UnitPrice * item.Quantity)
        .Aggregate(new Money(0m, Currency), (sum, price) => sum + price);

    /// <summary>The currency of the cart, which every amount is to be in; empty where the cart has no items.</summary>
    public string Currency => CalculationConstraints.CurrencyOf(Cart);

    /// <summary>The buyer's language, such as <c>en_US</c>.</summary>
    public string BuyerLanguage => Callback.BuyerLanguage;

    /// <summary>The type's name only: what is asked about a buyer belongs in no log.</summary>
    public sealed override string ToString() => GetType().Name;
}
