namespace GoogleCheckout.Reports;

/// <summary>Asks for the notifications after those had so far. Schema type <c>NotificationDataRequest</c>.</summary>
public sealed record NotificationDataRequest : CheckoutMessage
{
    /// <summary>The token of the answer before; it stays usable. Wire name: <c>continue-token</c>.</summary>
    public required string ContinueToken { get; init; }
}
