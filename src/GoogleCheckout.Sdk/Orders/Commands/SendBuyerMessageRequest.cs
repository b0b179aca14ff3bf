namespace GoogleCheckout.Orders;

/// <summary>Adds a message for the buyer to an order. Does not change its states. Schema type <c>SendBuyerMessageRequest</c>.</summary>
public sealed record SendBuyerMessageRequest : OrderCommand
{
    /// <summary>
    /// The text, 1 to 255 characters.
    /// Wire name: <c>message</c>.
    /// </summary>
    public required string Message { get; init; }

    /// <summary>Whether the service also sends the message by email; null to use the service's default. Wire name: <c>send-email</c>.</summary>
    public bool? SendEmail { get; init; }
}
