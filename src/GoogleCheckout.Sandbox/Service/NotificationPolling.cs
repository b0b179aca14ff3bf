using GoogleCheckout.Notifications;
using GoogleCheckout.Reports;
using GoogleCheckout.Sandbox.Infrastructure;

namespace GoogleCheckout.Sandbox.Service;

/// <summary>
/// Answers notification-data and notification-data-token requests. A token stands for a place among all notifications, so
/// it stays usable, and what was read with it can be read again. One caller at a time.
/// </summary>
internal sealed class NotificationPolling(OrderStore store, SandboxIds ids)
{
    private const int BatchSize = 50;

    private static readonly TimeSpan MaxAge = TimeSpan.FromDays(180);
    private static readonly TimeSpan MinAge = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan MinNotificationAge = TimeSpan.FromMinutes(30);

    private readonly Dictionary<string, int> _positions = [];
    private readonly Dictionary<int, string> _tokens = [];

    /// <summary>The token of the first notification since the start time, or an error.</summary>
    public CheckoutMessage GetResponse(NotificationDataTokenRequest request, DateTimeOffset now) =>
        request.StartTime < now - MaxAge ? CreateError($"The start-time must be within the last {MaxAge.Days} days.")
        : request.StartTime > now - MinAge ? CreateError($"The start-time must be at least {MinAge.Minutes} minutes ago.")
        : new NotificationDataTokenResponse { SerialNumber = ids.SerialNumber(), ContinueToken = GetOrAddToken(FindPosition(request.StartTime)) };

    /// <summary>The next notifications that are old enough, or an error.</summary>
    public CheckoutMessage GetResponse(NotificationDataRequest request, DateTimeOffset now)
    {
        if (!_positions.TryGetValue(request.ContinueToken, out var place))
        {
            return CreateError("The continue-token is unknown.");
        }

        // One more than is sent tells whether there are more.
        Notification[] found = [.. store.Notifications.Skip(place).Take(BatchSize + 1).TakeWhile(notification => notification.Timestamp <= now - MinNotificationAge)];
        Notification[] batch = [.. found.Take(BatchSize)];
        return new NotificationDataResponse
        {
            SerialNumber = ids.SerialNumber(),
            ContinueToken = GetOrAddToken(place + batch.Length),
            HasMoreNotifications = found.Length > batch.Length,
            Notifications = batch,
        };
    }

    private int FindPosition(DateTimeOffset startTime) => store.Notifications.TakeWhile(notification => notification.Timestamp < startTime).Count();

    // The same place has the same token, so a poller who finds nothing new for weeks leaves nothing behind.
    private string GetOrAddToken(int place)
    {
        if (!_tokens.TryGetValue(place, out var token))
        {
            token = ids.Token();
            _tokens.Add(place, token);
            _positions.Add(token, place);
        }

        return token;
    }

    private ErrorResponse CreateError(string reason) => new() { SerialNumber = ids.SerialNumber(), ErrorMessage = reason };
}
