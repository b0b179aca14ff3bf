namespace GoogleCheckout.Orders;

/// <summary>Marks an order as shipped. Does not charge it. Schema type <c>DeliverOrderRequest</c>.</summary>
public sealed record DeliverOrderRequest : OrderCommand
{
    /// <summary>The carrier and the tracking number of the parcel; null if unknown. Wire name: <c>tracking-data</c>.</summary>
    public TrackingData? TrackingData { get; init; }

    /// <summary>Whether the service sends the buyer an email; null to use the service's default. Wire name: <c>send-email</c>.</summary>
    public bool? SendEmail { get; init; }
}
