using GoogleCheckout.Carts;

namespace GoogleCheckout.Calculations;

/// <summary>
/// The service asks the shop for shipping, tax and codes while the buyer waits. The answer is a
/// <see cref="MerchantCalculationResults"/>, within three seconds. Schema type <c>MerchantCalculationCallback</c>.
/// </summary>
public sealed record MerchantCalculationCallback : CheckoutMessage
{
    /// <summary>The cart as the shop sent it, its private data included. Wire name: <c>shopping-cart</c>.</summary>
    public required ShoppingCart ShoppingCart { get; init; }

    /// <summary>What the shop is to work out. Wire name: <c>calculate</c>.</summary>
    public required Calculate Calculate { get; init; }

    /// <summary>The buyer's language, such as <c>en_US</c>, for the messages about codes. Wire name: <c>buyer-language</c>.</summary>
    public required string BuyerLanguage { get; init; }

    /// <summary>The service's number of the buyer; it may differ from that of the order later. Wire name: <c>buyer-id</c>.</summary>
    public long? BuyerId { get; init; }

    /// <summary>Names this question; real ones often had none. Wire name: <c>serial-number</c> (attribute).</summary>
    public string? SerialNumber { get; init; }
}
