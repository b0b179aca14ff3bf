using System.Runtime.CompilerServices;
using GoogleCheckout.Client;
using GoogleCheckout.Http;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using GoogleCheckout.Reports;

namespace GoogleCheckout;

/// <content>Notifications once more, and reports.</content>
public partial class CheckoutClient
{
    private const int MaxOrderNumbersPerPage = 16;
    private static readonly TimeSpan MaxOrderListSpan = TimeSpan.FromDays(31);

    /// <summary>Fetches one notification, as a merchant does who is sent serial numbers only.</summary>
    /// <param name="serialNumber">The notification's serial number.</param>
    /// <param name="cancellationToken">Stops the operation.</param>
    /// <returns>The notification.</returns>
    /// <exception cref="ArgumentException">The serial number is empty.</exception>
    /// <exception cref="CheckoutException">See the remarks of <see cref="CheckoutClient"/>; an unknown serial number is refused.</exception>
    public virtual Task<Notification> GetNotificationAsync(string serialNumber, CancellationToken cancellationToken = default)
    {
        var request = new NotificationHistoryRequest { SerialNumber = NotEmpty(serialNumber, nameof(serialNumber)) };
        return Executor.AskAsync(Operations.Of(request, nameof(serialNumber)), request, NotificationIn, cancellationToken);
    }

    /// <summary>Reads one page of the notifications of the past, for those who keep the token of the next.</summary>
    /// <param name="request">Which notifications, or the token of the page.</param>
    /// <param name="cancellationToken">Stops the operation.</param>
    /// <returns>The page.</returns>
    /// <exception cref="ArgumentException">The request is null or cannot be written.</exception>
    /// <exception cref="CheckoutException">See the remarks of <see cref="CheckoutClient"/>.</exception>
    public virtual Task<NotificationHistoryResponse> GetNotificationHistoryPageAsync(NotificationHistoryRequest request, CancellationToken cancellationToken = default) =>
        Executor.AskAsync(Operations.Of(request, nameof(request)), request, PageIn, cancellationToken);

    /// <summary>
    /// Reads the notifications of the past, page after page. More than 16 order numbers are asked for in several
    /// requests, one after the other; numbers the service does not know are left out.
    /// </summary>
    /// <param name="request">Which notifications.</param>
    /// <param name="cancellationToken">Stops the operation.</param>
    /// <returns>The notifications, oldest first in each request; each page is fetched when it is needed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null. It is thrown at the call.</exception>
    /// <exception cref="ArgumentException">While enumerating: the request cannot be written.</exception>
    /// <exception cref="CheckoutException">While enumerating: see the remarks of <see cref="CheckoutClient"/>.</exception>
    public virtual IAsyncEnumerable<Notification> GetNotificationHistoryAsync(NotificationHistoryRequest request, CancellationToken cancellationToken = default) =>
        HistoryAsync(request ?? throw new ArgumentNullException(nameof(request)), cancellationToken);

    /// <summary>Asks where in the stream of notifications to begin polling.</summary>
    /// <param name="startTime">Notifications from then on; at least five minutes and at most 180 days ago.</param>
    /// <param name="cancellationToken">Stops the operation.</param>
    /// <returns>The token for <see cref="PollNotificationsAsync"/>.</returns>
    /// <exception cref="CheckoutException">See the remarks of <see cref="CheckoutClient"/>.</exception>
    public virtual Task<string> GetContinueTokenAsync(DateTimeOffset startTime, CancellationToken cancellationToken = default)
    {
        var request = new NotificationDataTokenRequest { StartTime = startTime };
        return Executor.AskAsync(Operations.Of(request, nameof(startTime)), request, answer => (answer as NotificationDataTokenResponse)?.ContinueToken, cancellationToken);
    }

    /// <summary>
    /// Reads the notifications since a token, until there are no more for now; none is younger than half an hour. It
    /// acknowledges nothing: those that are pushed are pushed as well.
    /// </summary>
    /// <param name="continueToken">The token to begin with, from <see cref="GetContinueTokenAsync"/> or the last answer of the time before.</param>
    /// <param name="cancellationToken">Stops the operation.</param>
    /// <returns>The answers; keep each one's token when its notifications are dealt with, and begin with it the next time.</returns>
    /// <exception cref="ArgumentException">The token is empty. It is thrown at the call.</exception>
    /// <exception cref="CheckoutException">While enumerating: see the remarks of <see cref="CheckoutClient"/>.</exception>
    public virtual IAsyncEnumerable<NotificationDataResponse> PollNotificationsAsync(string continueToken, CancellationToken cancellationToken = default) =>
        PollAsync(NotEmpty(continueToken, nameof(continueToken)), cancellationToken);

    /// <summary>Asks how orders stand now.</summary>
    /// <param name="googleOrderNumbers">
    /// The numbers the service gave the orders; none asks nothing. Any number is sent in one request: the limit of 16 numbers that
    /// the notification history has is not known for order summaries.
    /// </param>
    /// <param name="cancellationToken">Stops the operation.</param>
    /// <returns>The orders; one that the service does not know may be missing.</returns>
    /// <exception cref="ArgumentException">An order number is empty, or the list is null.</exception>
    /// <exception cref="CheckoutException">See the remarks of <see cref="CheckoutClient"/>.</exception>
    public virtual Task<IReadOnlyList<OrderSummary>> GetOrderSummariesAsync(IEnumerable<string> googleOrderNumbers, CancellationToken cancellationToken = default)
    {
        var request = new OrderSummaryRequest { OrderNumbers = [.. (googleOrderNumbers ?? throw new ArgumentNullException(nameof(googleOrderNumbers))).Select(number => NotEmpty(number, nameof(googleOrderNumbers)))] };
        return request.OrderNumbers.Count == 0
            ? Task.FromResult<IReadOnlyList<OrderSummary>>([])
            : Executor.AskAsync(Operations.Of(request, nameof(googleOrderNumbers)), request, answer => (answer as OrderSummaryResponse)?.OrderSummaries, cancellationToken);
    }

    /// <summary>
    /// Reads the list of the orders placed in a time, row by row as it comes. A time of more than 31 days is asked for
    /// in parts, each beginning a second after the end of the one before.
    /// </summary>
    /// <param name="request">Which orders.</param>
    /// <param name="cancellationToken">Stops the operation.</param>
    /// <returns>The rows of the list, in the order of the service; each part is asked for when it is needed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null. It is thrown at the call.</exception>
    /// <exception cref="ArgumentException">While enumerating: the request cannot be written.</exception>
    /// <exception cref="CheckoutException">While enumerating: see the remarks of <see cref="CheckoutClient"/>.</exception>
    public virtual IAsyncEnumerable<OrderListEntry> GetOrderListAsync(OrderListRequest request, CancellationToken cancellationToken = default) =>
        OrderListAsync(request ?? throw new ArgumentNullException(nameof(request)), cancellationToken);

    // Asked by serial number, the service answers with the bare notification; a page of one says the same.
    private static Notification? NotificationIn(CheckoutMessage answer) =>
        answer as Notification ?? (answer is NotificationHistoryResponse { Notifications: { Count: > 0 } wrapped } ? wrapped[0] : null);

    private static NotificationHistoryResponse? PageIn(CheckoutMessage answer) =>
        answer is Notification bare ? new() { Notifications = [bare], OriginalXml = bare.OriginalXml } : answer as NotificationHistoryResponse;

    private async IAsyncEnumerable<Notification> HistoryAsync(NotificationHistoryRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var part in Parts(request))
        {
            var next = part;
            while (next is not null)
            {
                var page = await GetNotificationHistoryPageAsync(next, cancellationToken).ConfigureAwait(false);
                foreach (var notification in page.Notifications)
                {
                    yield return notification;
                }

                next = Next(page.NextPageToken, next.NextPageToken) is { } token ? new NotificationHistoryRequest { NextPageToken = token } : null;
            }
        }
    }

    private static IEnumerable<NotificationHistoryRequest> Parts(NotificationHistoryRequest request)
    {
        if (request.OrderNumbers.Count <= MaxOrderNumbersPerPage || request.SerialNumber is not null || request.NextPageToken is not null)
        {
            yield return request;
            yield break;
        }

        for (var first = 0; first < request.OrderNumbers.Count; first += MaxOrderNumbersPerPage)
        {
            yield return request with { OrderNumbers = [.. request.OrderNumbers.Skip(first).Take(MaxOrderNumbersPerPage)] };
        }
    }

    private async IAsyncEnumerable<NotificationDataResponse> PollAsync(string continueToken, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? token = continueToken;
        while (token is not null)
        {
            var answer = await AskAsync<NotificationDataResponse>(new NotificationDataRequest { ContinueToken = token }, nameof(continueToken), cancellationToken).ConfigureAwait(false);
            yield return answer;
            token = answer.HasMoreNotifications == true ? Next(answer.ContinueToken, token) : null;
        }
    }

    /// <summary>The token to go on with; null at the end.</summary>
    /// <exception cref="CheckoutException">It is the one just used: following it would never end.</exception>
    private static string? Next(string? token, string? used) =>
        string.IsNullOrEmpty(token) ? null
        : token != used ? token
        : throw new CheckoutException("The service gave the token it was asked with as the token to go on with; what came until here is all there is to get.");

    private async IAsyncEnumerable<OrderListEntry> OrderListAsync(OrderListRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var part in Parts(request))
        {
            using var table = await Executor.AskForTableAsync(Operations.Of(part, nameof(request)), part, cancellationToken).ConfigureAwait(false);
            await foreach (var entry in OrderListReader.ReadAsync(table, cancellationToken).ConfigureAwait(false))
            {
                yield return entry;
            }
        }
    }

    private static IEnumerable<OrderListRequest> Parts(OrderListRequest request)
    {
        var rest = request;
        while (rest.EndDate - rest.StartDate > MaxOrderListSpan)
        {
            var part = rest with { EndDate = rest.StartDate + MaxOrderListSpan - TimeSpan.FromSeconds(1) };
            yield return part;
            rest = rest with { StartDate = part.EndDate + TimeSpan.FromSeconds(1) };
        }

        yield return rest;
    }

    private static string NotEmpty(string text, string parameter) =>
        string.IsNullOrWhiteSpace(text) ? throw new ArgumentException("It may not be empty.", parameter) : text;
}
