using GoogleCheckout.Orders;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>The lines from the items to the total. They add up.</summary>
/// <param name="Subtotal">The sum of the items.</param>
/// <param name="Adjustment">The amounts that are added to the items, or deducted.</param>
/// <param name="Total">The amount that the buyer pays.</param>
internal sealed record TotalsModel(Money Subtotal, OrderAdjustment? Adjustment, Money Total);
