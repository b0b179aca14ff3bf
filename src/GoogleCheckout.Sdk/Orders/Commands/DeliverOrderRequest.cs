namespace GoogleCheckout.Orders;

/// <summary>Marks an order as shipped. Charges nothing. Schema type <c>DeliverOrderRequest</c>.</summary>
public sealed record DeliverOrderRequest : OrderCommand
{
    /// <summary>Who carries the parcel, and its number. Wire name: <c>tracking-data</c>.</summary>
    public TrackingData? TrackingData { get; init; }

    /// <summary>Whether the service writes to the buyer; null leaves it to the service. Wire name: <c>send-email</c>.</summary>
    public bool? SendEmail { get; init; }
}
