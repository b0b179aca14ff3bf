using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using GoogleCheckout.Notifications;
using GoogleCheckout.Reports;

namespace GoogleCheckout.Inbox.Polling;

/// <summary>The service's reports without the service: what it holds, in answers of a few.</summary>
internal sealed class ScriptedService : CheckoutClient
{
    private readonly List<Notification> _notifications = [];

    public int AnswerSize { get; set; } = 3;

    /// <summary>What the next request gets instead of an answer, and those after it.</summary>
    public Exception? Fault { get; set; }

    /// <summary>Every request, in a word.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>What tokens begin with. Those that begin otherwise are unknown.</summary>
    public string TokenPrefix { get; set; } = "t";

    /// <summary>The serial numbers of notifications that its answers have in a form that cannot be read.</summary>
    public HashSet<string> Unreadable { get; } = [];

    public bool LeavesOutTheLastToken { get; set; }

    public static CheckoutApiException Refusal(HttpStatusCode status) => new("refused") { StatusCode = status, ErrorMessage = "No such token." };

    public void Add(params IEnumerable<Notification> notifications) => _notifications.AddRange(notifications);

    public override Task<string> GetContinueTokenAsync(DateTimeOffset startTime, CancellationToken cancellationToken = default)
    {
        Requests.Add($"start {startTime:yyyy-MM-dd HH:mm:ss}");
        return Fault is null ? Task.FromResult($"{TokenPrefix} {_notifications.TakeWhile(notification => notification.Timestamp < startTime).Count()}") : Task.FromException<string>(Fault);
    }

    public override async IAsyncEnumerable<NotificationDataResponse> PollNotificationsAsync(string continueToken, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        string? token = continueToken;
        while (token is not null)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            Requests.Add(token);
            var begin = token.StartsWith(TokenPrefix, StringComparison.Ordinal) ? int.Parse(token.Split(' ')[1], null) : throw Refusal(HttpStatusCode.BadRequest);
            if (Fault is not null)
            {
                throw Fault;
            }

            var answer = _notifications.Skip(begin).Take(AnswerSize).ToList();
            var hasMore = begin + answer.Count < _notifications.Count;
            token = $"{TokenPrefix} {begin + answer.Count}";
            yield return new NotificationDataResponse { Notifications = ReadableIn(answer), UnreadableNotifications = UnreadableIn(answer), ContinueToken = hasMore || !LeavesOutTheLastToken ? token : null, HasMoreNotifications = hasMore };
            token = hasMore ? token : null;
        }
    }

    public override Task<NotificationHistoryResponse> GetNotificationHistoryPageAsync(NotificationHistoryRequest request, CancellationToken cancellationToken = default)
    {
        Requests.Add(request.NextPageToken ?? $"{request.StartTime:MM-dd HH:mm} to {request.EndTime:MM-dd HH:mm}");
        if (Fault is not null)
        {
            return Task.FromException<NotificationHistoryResponse>(Fault);
        }

        var rest = request.NextPageToken is { } token
            ? token.Split(' ').Select(serial => _notifications.Single(notification => notification.SerialNumber == serial)).ToList()
            : [.. _notifications.Where(notification => notification.Timestamp >= request.StartTime && notification.Timestamp <= request.EndTime)];
        return Task.FromResult(new NotificationHistoryResponse
        {
            Notifications = ReadableIn(rest.Take(AnswerSize)),
            UnreadableNotifications = UnreadableIn(rest.Take(AnswerSize)),
            NextPageToken = rest.Count > AnswerSize ? string.Join(' ', rest.Skip(AnswerSize).Select(notification => notification.SerialNumber)) : null,
        });
    }

    private List<Notification> ReadableIn(IEnumerable<Notification> answer) => [.. answer.Where(notification => !Unreadable.Contains(notification.SerialNumber))];

    private List<UnreadableNotification> UnreadableIn(IEnumerable<Notification> answer) => [.. answer.Index()
        .Where(pair => Unreadable.Contains(pair.Item.SerialNumber))
        .Select(pair => new UnreadableNotification
        {
            Position = pair.Index + 1,
            RootName = "charge-amount-notification",
            SerialNumber = pair.Item.SerialNumber,
            GoogleOrderNumber = pair.Item.GoogleOrderNumber,
            Error = new CheckoutXmlException("The total is missing."),
            RawXml = Encoding.UTF8.GetBytes($"<{pair.Item.SerialNumber}/>"),
        })];
}
