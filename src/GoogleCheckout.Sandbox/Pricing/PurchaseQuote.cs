using GoogleCheckout.Calculations;
using GoogleCheckout.Carts;

namespace GoogleCheckout.Sandbox.Pricing;

/// <summary>The price of a purchase, for a buyer who has not ordered yet.</summary>
internal sealed record PurchaseQuote
{
    /// <summary>The price with the selected shipping option.</summary>
    public required CartPrice Price { get; init; }

    /// <summary>The selected shipping option: the one of the purchase if it is offered, the first one otherwise; null if nothing is shipped.</summary>
    public required string? ShippingName { get; init; }

    /// <summary>The offered shipping options; empty if nothing is shipped.</summary>
    public required IReadOnlyList<ShippingQuote> Shipping { get; init; }

    /// <summary>The merchant's results for the codes of the buyer; empty if there are none.</summary>
    public required IReadOnlyList<MerchantCodeResult> Codes { get; init; }

    /// <summary>Returns the type only: a quote contains the buyer's data.</summary>
    public override string ToString() => nameof(PurchaseQuote);
}
