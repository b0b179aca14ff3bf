using GoogleCheckout.Notifications;
using GoogleCheckout.Reports;
using GoogleCheckout.Sandbox.Infrastructure;

namespace GoogleCheckout.Sandbox.Service;

/// <summary>
/// Responds to notification-data and notification-data-token requests. A token identifies a position in the list of all
/// notifications, so it never expires and can be used again. Not thread-safe.
/// </summary>
internal sealed class NotificationPolling(OrderStore store, SandboxIds ids, AssignedNumbers numbers)
{
    private const int BatchSize = 50;

    private static readonly TimeSpan MaxAge = TimeSpan.FromDays(180);
    private static readonly TimeSpan MinAge = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan MinNotificationAge = TimeSpan.FromMinutes(30);

    private readonly Dictionary<string, int> _positions = [];
    private readonly Dictionary<int, string> _tokens = [];

    /// <summary>Returns the token of the first notification since the start time, or an error response.</summary>
    public CheckoutMessage GetResponse(NotificationDataTokenRequest request, DateTimeOffset now) =>
        request.StartTime < now - MaxAge ? CreateError($"The start-time must be within the last {MaxAge.Days} days.")
        : request.StartTime > now - MinAge ? CreateError($"The start-time must be at least {MinAge.Minutes} minutes ago.")
        : new NotificationDataTokenResponse { SerialNumber = ids.SerialNumber(), ContinueToken = GetOrAddToken(FindPosition(request.StartTime)) };

    /// <summary>Returns the next notifications that are old enough, or an error response.</summary>
    public CheckoutMessage GetResponse(NotificationDataRequest request, DateTimeOffset now)
    {
        if (!_positions.TryGetValue(request.ContinueToken, out var position))
        {
            return CreateError("The continue-token is unknown.");
        }

        // One more than the batch size, to know whether there are more.
        Notification[] found = [.. store.Notifications.Skip(position).Take(BatchSize + 1).TakeWhile(notification => notification.Timestamp <= now - MinNotificationAge)];
        Notification[] batch = [.. found.Take(BatchSize)];
        return new NotificationDataResponse
        {
            SerialNumber = ids.SerialNumber(),
            ContinueToken = GetOrAddToken(position + batch.Length),
            HasMoreNotifications = found.Length > batch.Length,
            Notifications = batch,
        };
    }

    private int FindPosition(DateTimeOffset startTime) => store.Notifications.TakeWhile(notification => notification.Timestamp < startTime).Count();

    // A position always has the same token, so that polling without new notifications does not add tokens.
    private string GetOrAddToken(int position)
    {
        if (!_tokens.TryGetValue(position, out var token))
        {
            token = numbers.Token();
            _tokens.Add(position, token);
            _positions.Add(token, position);
        }

        return token;
    }

    private ErrorResponse CreateError(string reason) => new() { SerialNumber = ids.SerialNumber(), ErrorMessage = reason };
}
