namespace GoogleCheckout.Carts;

/// <summary>The successful response to a <see cref="CheckoutShoppingCart"/>. Schema type <c>CheckoutRedirect</c>.</summary>
public sealed record CheckoutRedirect : CheckoutMessage
{
    /// <summary>
    /// The URL of the page to redirect the buyer's browser to. The cart becomes an order only when the buyer places it there.
    /// Wire name: <c>redirect-url</c>.
    /// </summary>
    public required string RedirectUrl { get; init; }

    /// <summary>
    /// The identifier of this response. It is neither the order number nor the serial number of a notification; null if absent.
    /// Wire name: <c>serial-number</c> (attribute).
    /// </summary>
    public string? SerialNumber { get; init; }

    private protected override string Description => SerialNumber is null ? $"{nameof(CheckoutRedirect)} to {RedirectUrl}" : $"{nameof(CheckoutRedirect)} {SerialNumber} to {RedirectUrl}";
}
