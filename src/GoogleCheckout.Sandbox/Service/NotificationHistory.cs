using GoogleCheckout.Notifications;
using GoogleCheckout.Reports;
using GoogleCheckout.Sandbox.Infrastructure;

namespace GoogleCheckout.Sandbox.Service;

/// <summary>Responds to notification-history requests. Not thread-safe.</summary>
internal sealed class NotificationHistory(OrderStore store, SandboxIds ids, AssignedNumbers numbers)
{
    private const int PageSize = 50;
    private const int MaxOrderNumbers = 16;
    private const int MaxFurtherPages = 256;

    // Each search keeps a list of references; the notifications are those of the orders.
    private const long MaxFurtherPagesBytes = 64 * 1024 * 1024;

    private static readonly TimeSpan MaxAge = TimeSpan.FromDays(450);
    private static readonly TimeSpan MinAge = TimeSpan.FromMinutes(5);

    private static readonly string[] Types =
    [
        NotificationTypes.NewOrder,
        NotificationTypes.RiskInformation,
        NotificationTypes.OrderStateChange,
        NotificationTypes.AuthorizationAmount,
        NotificationTypes.ChargeAmount,
        NotificationTypes.RefundAmount,
        NotificationTypes.ChargebackAmount,
    ];

    private readonly RecentEntries<(IReadOnlyList<Notification> Found, int Position)> _furtherPages = new(MaxFurtherPages, MaxFurtherPagesBytes);

    /// <summary>Returns a page of the history, the single notification whose serial number the request contains, or an error response.</summary>
    public CheckoutMessage GetResponse(NotificationHistoryRequest request, DateTimeOffset now) => request switch
    {
        _ when request.NotificationTypes.FirstOrDefault(type => !Types.Contains(type)) is { } unknown => CreateError($"The notification-type '{unknown}' is unknown. The types are {string.Join(", ", Types)}."),
        { SerialNumber: { } serialNumber } => (CheckoutMessage?)store.FindNotification(serialNumber) ?? CreateError($"There is no notification with the serial number {serialNumber}."),
        { NextPageToken: { } token } => _furtherPages.TryGet(token, out var rest) ? CreatePage(rest.Found, rest.Position, []) : CreateError("The next-page-token is unknown."),
        _ => GetError(request, now) is { } reason ? CreateError(reason) : Search(request),
    };

    private static string? GetError(NotificationHistoryRequest request, DateTimeOffset now) => request switch
    {
        { OrderNumbers.Count: > MaxOrderNumbers } => $"A request can contain at most {MaxOrderNumbers} order numbers.",
        { StartTime: { } start, EndTime: { } end } =>
            end < start ? "The end-time is before the start-time."
            : start <= now - MaxAge ? $"The start-time must be less than {MaxAge.Days} days ago."
            : end > now - MinAge ? $"The end-time must be at least {MinAge.Minutes} minutes ago."
            : null,
        { StartTime: not null } or { EndTime: not null } => "The start-time and the end-time must be used together.",
        { OrderNumbers.Count: 0 } => "The request needs a serial-number, a next-page-token, order numbers, or a start-time and an end-time.",
        _ => null,
    };

    private NotificationHistoryResponse Search(NotificationHistoryRequest request)
    {
        var unknown = request.OrderNumbers.Where(number => !store.TryFind(number, out _)).ToList();
        IEnumerable<Notification> candidates = request.OrderNumbers.Count == 0
            ? store.Notifications
            : request.OrderNumbers.Distinct().SelectMany(store.GetNotifications).OrderBy(notification => notification.Timestamp);
        var types = request.NotificationTypes.ToHashSet();
        return CreatePage([.. candidates.Where(notification => Matches(request, types, notification))], position: 0, unknown);
    }

    private static bool Matches(NotificationHistoryRequest request, HashSet<string> types, Notification notification) =>
        (types.Count == 0 || types.Contains(GetNotificationType(notification)))
        && (request.StartTime is null || notification.Timestamp >= request.StartTime)
        && (request.EndTime is null || notification.Timestamp <= request.EndTime);

    // The pages of one search share its results: to copy the rest for each page would take quadratic time.
    private NotificationHistoryResponse CreatePage(IReadOnlyList<Notification> found, int position, IReadOnlyList<string> invalidOrderNumbers)
    {
        string? token = null;
        if (found.Count > position + PageSize)
        {
            token = numbers.Token();
            _furtherPages.Add(token, (found, position + PageSize), (long)IntPtr.Size * found.Count);
        }

        return new NotificationHistoryResponse
        {
            SerialNumber = ids.SerialNumber(),
            Notifications = [.. found.Skip(position).Take(PageSize)],
            NextPageToken = token,
            InvalidOrderNumbers = invalidOrderNumbers,
        };
    }

    private ErrorResponse CreateError(string reason) => new() { SerialNumber = ids.SerialNumber(), ErrorMessage = reason };

    private static string GetNotificationType(Notification notification) => notification switch
    {
        NewOrderNotification => NotificationTypes.NewOrder,
        RiskInformationNotification => NotificationTypes.RiskInformation,
        OrderStateChangeNotification => NotificationTypes.OrderStateChange,
        AuthorizationAmountNotification => NotificationTypes.AuthorizationAmount,
        ChargeAmountNotification => NotificationTypes.ChargeAmount,
        RefundAmountNotification => NotificationTypes.RefundAmount,
        ChargebackAmountNotification => NotificationTypes.ChargebackAmount,
        _ => string.Empty,
    };
}
