using GoogleCheckout.Carts;

namespace GoogleCheckout.Calculations;

/// <summary>
/// The service asks the shop for shipping, tax and codes while the buyer waits. The answer is a
/// <see cref="MerchantCalculationResults"/>, within three seconds. Schema type <c>MerchantCalculationCallback</c>.
/// </summary>
public sealed record MerchantCalculationCallback : CheckoutMessage
{
    /// <summary>The cart as the shop sent it, its private data included.</summary>
    public required ShoppingCart ShoppingCart { get; init; }

    /// <summary>What the shop is to work out.</summary>
    public required Calculate Calculate { get; init; }

    /// <summary>The buyer's language, such as <c>en_US</c>, for the messages about codes.</summary>
    public required string BuyerLanguage { get; init; }

    /// <summary>The service's number of the buyer; it may differ from that of the order later.</summary>
    public long? BuyerId { get; init; }

    /// <summary>Names this question; real ones often had none.</summary>
    public string? SerialNumber { get; init; }
}
