using GoogleCheckout.Orders;

namespace GoogleCheckout.Reports;

/// <summary>
/// Requests the orders placed in a time range of at most 31 days. The response is CSV, not XML. Schema type
/// <c>OrderListRequest</c>.
/// </summary>
/// <remarks>
/// The dates are <see cref="DateTime"/>, unlike all other times of the protocol, because the message contains them without an offset:
/// they are local times in <see cref="DateTimeZone"/>, which this computer may not know. A date with an offset is read as a time of kind Utc
/// and written with a Z.
/// </remarks>
public sealed record OrderListRequest : CheckoutMessage
{
    /// <summary>
    /// The start of the time range, as local time in <see cref="DateTimeZone"/>, of kind Unspecified, or of kind Utc.
    /// Wire name: <c>start-date</c> (attribute).
    /// </summary>
    public required DateTime StartDate { get; init; }

    /// <summary>
    /// The end of the time range, as local time in <see cref="DateTimeZone"/>, of kind Unspecified, or of kind Utc.
    /// Wire name: <c>end-date</c> (attribute).
    /// </summary>
    public required DateTime EndDate { get; init; }

    /// <summary>The financial state of the orders to list; null for all states. Wire name: <c>financial-state</c>.</summary>
    public FinancialOrderState? FinancialState { get; init; }

    /// <summary>The fulfillment state of the orders to list; null for all states. Wire name: <c>fulfillment-state</c>.</summary>
    public FulfillmentOrderState? FulfillmentState { get; init; }

    /// <summary>
    /// The time zone of the dates in the request and in the response: a name of the IANA time zone database, for example
    /// <c>America/New_York</c>. Null for UTC. Wire name: <c>date-time-zone</c>.
    /// </summary>
    public string? DateTimeZone { get; init; }
}
