namespace GoogleCheckout.Reports;

/// <summary>Requests the notifications that follow a continue token. Schema type <c>NotificationDataRequest</c>.</summary>
public sealed record NotificationDataRequest : CheckoutMessage
{
    /// <summary>The token of the previous response. A token can be used more than once. Wire name: <c>continue-token</c>.</summary>
    public required string ContinueToken { get; init; }
}
