namespace GoogleCheckout.Orders;

/// <summary>Puts a message for the buyer beside the order. Changes no state. Schema type <c>SendBuyerMessageRequest</c>.</summary>
public sealed record SendBuyerMessageRequest : OrderCommand
{
    /// <summary>
    /// What to tell the buyer. Sources say that the service took 254 or 255 characters; the client sends at most 254.
    /// Wire name: <c>message</c>.
    /// </summary>
    public required string Message { get; init; }

    /// <summary>Whether the service also mails it; null leaves it to the service. Wire name: <c>send-email</c>.</summary>
    public bool? SendEmail { get; init; }
}
