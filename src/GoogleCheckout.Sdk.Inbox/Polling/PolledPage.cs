using GoogleCheckout.Notifications;

namespace GoogleCheckout.Inbox.Polling;

/// <summary>One page of polled notifications.</summary>
/// <param name="Notifications">The notifications of the page; may be empty.</param>
/// <param name="Next">The cursor to continue at once all of them are handled.</param>
internal sealed record PolledPage(IReadOnlyList<Notification> Notifications, PollingCursor Next);
