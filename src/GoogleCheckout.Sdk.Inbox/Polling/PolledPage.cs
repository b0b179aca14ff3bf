using GoogleCheckout.Notifications;
using GoogleCheckout.Reports;

namespace GoogleCheckout.Inbox.Polling;

/// <summary>One page of polled notifications.</summary>
/// <param name="Notifications">The notifications of the page; may be empty.</param>
/// <param name="Unreadable">The notifications of the page that cannot be read; may be empty.</param>
/// <param name="Next">The cursor to continue at once all of them are handled.</param>
internal sealed record PolledPage(IReadOnlyList<Notification> Notifications, IReadOnlyList<UnreadableNotification> Unreadable, PollingCursor Next);
