using GoogleCheckout.Notifications;
using GoogleCheckout.Sandbox.Orders;

namespace GoogleCheckout.Sandbox.Pages.MerchantCenter;

/// <summary>Something that happens when the clock reaches its time.</summary>
/// <param name="At">The time.</param>
/// <param name="Text">The event in words.</param>
/// <param name="GoogleOrderNumber">The order.</param>
internal sealed record DueEntry(DateTimeOffset At, string Text, string GoogleOrderNumber)
{
    public static DueEntry Of(Order order, DueEvent due) => new(due.At, Describe(due.Event), order.GoogleOrderNumber);

    public static DueEntry Of(Notification notification, DateTimeOffset at, int failedAttempts) => new(
        at,
        failedAttempts == 0 ? $"{ConsoleMessages.GetKind(notification)} is sent" : FormattableString.Invariant($"{ConsoleMessages.GetKind(notification)} is sent again, after {failedAttempts} failed {(failedAttempts == 1 ? "attempt" : "attempts")}"),
        notification.GoogleOrderNumber);

    private static string Describe(OrderEvent orderEvent) => orderEvent switch
    {
        OrderEvent.ReviewPassed => "The review ends: the bank authorizes the amount",
        OrderEvent.CardDeclined => "The review ends: the bank declines the card",
        OrderEvent.RiskRejected => "The review ends: the order is too risky and is canceled",
        OrderEvent.CaptureSucceeded => "The bank pays the charge",
        OrderEvent.CaptureFailed => "The bank declines the charge",
        OrderEvent.CardDeadlinePassed => "The buyer's time for another card ends: the order is canceled",
        OrderEvent.AuthorizationAnswered => "The bank responds to the new authorization",
        OrderEvent.RecurrenceDue => "A payment of the subscription is due",
        _ => orderEvent.GetType().Name,
    };
}
