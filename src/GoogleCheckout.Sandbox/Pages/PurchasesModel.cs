using GoogleCheckout.Orders;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>The values of the list of purchases.</summary>
/// <param name="Purchases">The latest orders first, each with the id of the merchant who sold it.</param>
/// <param name="Sellers">The ids of all merchants.</param>
/// <param name="Seller">The merchant whose orders are listed; null for all.</param>
internal sealed record PurchasesModel(IReadOnlyList<(string Seller, OrderSummary Order)> Purchases, IReadOnlyList<string> Sellers, string? Seller)
{
    /// <summary>Whether buyers need to know who sold an order.</summary>
    public bool HasSellers => Sellers.Count > 1;
}
