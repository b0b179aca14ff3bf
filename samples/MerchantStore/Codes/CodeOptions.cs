namespace MerchantStore.Codes;

/// <summary>The section <c>Codes</c> of the configuration.</summary>
internal sealed class CodeOptions
{
    /// <summary>
    /// Whether the codes of the store's cart are sent as items with negative prices. Otherwise they are removed, and the buyer enters them again at Google
    /// Checkout.
    /// </summary>
    public bool SendAsItems { get; set; } = true;
}
