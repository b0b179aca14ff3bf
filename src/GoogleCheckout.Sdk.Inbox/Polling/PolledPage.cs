using GoogleCheckout.Notifications;

namespace GoogleCheckout.Inbox.Polling;

/// <summary>One answer of the service.</summary>
/// <param name="Notifications">What was in it.</param>
/// <param name="Next">Where to go on when all of it is handled.</param>
internal sealed record PolledPage(IReadOnlyList<Notification> Notifications, PollingCursor Next);
