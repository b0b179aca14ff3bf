using GoogleCheckout.Carts;
using GoogleCheckout.Sandbox.Pricing;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>The page on which a buyer places an order.</summary>
internal sealed record PlaceOrderModel
{
    /// <summary>The address of the form.</summary>
    public required string Url { get; init; }

    public required FormToken Token { get; init; }

    public required CheckoutShoppingCart Cart { get; init; }

    public required PlaceOrderForm Form { get; init; }

    /// <summary>The prices; null if nothing can be ordered for the reason in <see cref="Error"/>.</summary>
    public PurchaseQuote? Quote { get; init; }

    public string? Error { get; init; }

    public bool AcceptsCodes => Cart.CheckoutFlowSupport?.MerchantCalculations is { AcceptMerchantCoupons: true } or { AcceptGiftCertificates: true };

    public bool RequestsPhone => Cart.CheckoutFlowSupport?.RequestBuyerPhoneNumber == true;
}
