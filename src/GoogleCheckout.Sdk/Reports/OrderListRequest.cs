using GoogleCheckout.Orders;

namespace GoogleCheckout.Reports;

/// <summary>
/// Asks for the orders placed in a time of at most 31 days. The answer is a table (CSV), not XML. Schema type
/// <c>OrderListRequest</c>.
/// </summary>
/// <remarks>
/// The dates are <see cref="DateTime"/>, unlike all other times of the protocol, because the message carries them without an offset:
/// they are local times in <see cref="DateTimeZone"/>, which the service knows and this machine may not.
/// </remarks>
public sealed record OrderListRequest : CheckoutMessage
{
    /// <summary>
    /// The beginning, as a clock in <see cref="DateTimeZone"/> shows it: of kind Unspecified.
    /// Wire name: <c>start-date</c> (attribute).
    /// </summary>
    public required DateTime StartDate { get; init; }

    /// <summary>
    /// The end, as a clock in <see cref="DateTimeZone"/> shows it: of kind Unspecified.
    /// Wire name: <c>end-date</c> (attribute).
    /// </summary>
    public required DateTime EndDate { get; init; }

    /// <summary>Only orders in this state; null for all. Wire name: <c>financial-state</c>.</summary>
    public FinancialOrderState? FinancialState { get; init; }

    /// <summary>Only orders in this state; null for all. Wire name: <c>fulfillment-state</c>.</summary>
    public FulfillmentOrderState? FulfillmentState { get; init; }

    /// <summary>
    /// The zone of the dates, here and in the answer: a name of the tz database such as <c>America/New_York</c>; null
    /// means UTC. Wire name: <c>date-time-zone</c>.
    /// </summary>
    public string? DateTimeZone { get; init; }
}
