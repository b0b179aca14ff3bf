using GoogleCheckout.Carts;

namespace GoogleCheckout.Calculations;

/// <summary>
/// The service's request to the merchant to calculate shipping, tax and codes while the buyer waits. The response, a
/// <see cref="MerchantCalculationResults"/>, is due within three seconds. Schema type <c>MerchantCalculationCallback</c>.
/// </summary>
public sealed record MerchantCalculationCallback : CheckoutMessage
{
    /// <summary>The cart as the merchant sent it, including the private data. Wire name: <c>shopping-cart</c>.</summary>
    public required ShoppingCart ShoppingCart { get; init; }

    /// <summary>The requested calculations. Wire name: <c>calculate</c>.</summary>
    public required Calculate Calculate { get; init; }

    /// <summary>The buyer's language, for example <c>en_US</c>, for the messages about codes. Wire name: <c>buyer-language</c>.</summary>
    public required string BuyerLanguage { get; init; }

    /// <summary>The service's identifier of the buyer; null if absent or not a number. May differ from the identifier in the later order. Wire name: <c>buyer-id</c>.</summary>
    public long? BuyerId { get; init; }

    /// <summary>The serial number of the request; null if absent, as in many real requests. Wire name: <c>serial-number</c> (attribute).</summary>
    public string? SerialNumber { get; init; }
}
