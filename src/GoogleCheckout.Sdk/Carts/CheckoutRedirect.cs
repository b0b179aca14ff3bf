namespace GoogleCheckout.Carts;

/// <summary>The service's yes to a <see cref="CheckoutShoppingCart"/>: where the buyer pays. Schema type <c>CheckoutRedirect</c>.</summary>
public sealed record CheckoutRedirect : CheckoutMessage
{
    /// <summary>
    /// The page to send the buyer's browser to. Only there does the cart become an order.
    /// Wire name: <c>redirect-url</c>.
    /// </summary>
    public required string RedirectUrl { get; init; }

    /// <summary>
    /// Names this answer; neither the order's number nor the serial number of a notification.
    /// Wire name: <c>serial-number</c> (attribute).
    /// </summary>
    public string? SerialNumber { get; init; }
}
