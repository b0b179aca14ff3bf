using GoogleCheckout.Carts;

namespace GoogleCheckout.Sandbox.Orders;

/// <summary>The buyer's choices for a cart.</summary>
internal sealed record Purchase
{
    /// <summary>The buyer.</summary>
    public required Buyer Buyer { get; init; }

    /// <summary>The other addresses that the buyer has saved; may be empty.</summary>
    public IReadOnlyList<Address> OtherAddresses { get; init; } = [];

    /// <summary>The name of the shipping method; null for the first available method.</summary>
    public string? ShippingName { get; init; }

    /// <summary>The coupon and gift certificate codes, in the order in which the buyer entered them.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>The reason why the merchant is not called for calculations; null if the merchant may be called.</summary>
    public string? CalculationError { get; init; }

    /// <summary>The buyer's language, for example <c>en_US</c>.</summary>
    public required string Language { get; init; }

    /// <summary>Returns the buyer's distinct addresses. The first one determines shipping and tax.</summary>
    public IReadOnlyList<Address> GetAddresses(CheckoutShoppingCart cart) =>
        [.. new[] { IsShipped(cart) ? Buyer.ShippingAddress : Buyer.BillingAddress }.Concat(OtherAddresses).Distinct()];

    public override string ToString() => nameof(Purchase);

    /// <summary>Returns whether at least one item of the cart is shipped.</summary>
    public static bool IsShipped(CheckoutShoppingCart cart) => cart.ShoppingCart.Items.Any(item => item.DigitalContent is null);

    /// <summary>Creates the purchase from the choices of a test.</summary>
    /// <exception cref="ArgumentException">An address lacks a part that every notification contains, or a text contains a character that XML does not allow.</exception>
    public static Purchase From(SandboxBuyer buyer) => new()
    {
        Buyer = Buyer.From(buyer),
        OtherAddresses = [.. buyer.OtherAddresses.Select(address => Buyer.EnsureComplete(address, nameof(buyer.OtherAddresses)))],
        ShippingName = buyer.ShippingMethod,
        Codes = [.. buyer.Codes.Select(code => EnsureValid(code, nameof(buyer.Codes)))],
        Language = EnsureValid(buyer.Language, nameof(buyer.Language)),
    };

    private static string EnsureValid(string text, string name)
    {
        XmlCharacters.EnsureValid(text, name);
        return text;
    }
}
