using System.Runtime.CompilerServices;
using GoogleCheckout.Client;
using GoogleCheckout.Http;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using GoogleCheckout.Reports;

namespace GoogleCheckout;

/// <content>Queries: notifications and reports.</content>
public partial class CheckoutClient
{
    private static readonly TimeSpan MaxOrderListSpan = TimeSpan.FromDays(31);

    /// <summary>Gets one notification by its serial number, for accounts whose callbacks contain serial numbers only.</summary>
    /// <param name="serialNumber">The notification's serial number.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The notification.</returns>
    /// <exception cref="ArgumentException">The serial number is empty.</exception>
    /// <exception cref="CheckoutApiException">The service refused the request, for example because it does not know the serial number.</exception>
    /// <exception cref="CheckoutXmlException">The response cannot be read or has another serial number.</exception>
    /// <exception cref="CheckoutException">There is no usable response. A query changes nothing, so <see cref="CheckoutException.OutcomeUnknown"/> is false.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public virtual Task<Notification> GetNotificationAsync(string serialNumber, CancellationToken cancellationToken = default)
    {
        var request = new NotificationHistoryRequest { SerialNumber = QueryValidator.EnsureNotEmpty(serialNumber, nameof(serialNumber)) };
        return Executor.SendAsync(Operations.Of(request, nameof(serialNumber)), request, FindNotification, found => ResponseMismatch.Find(request, [found]), cancellationToken);
    }

    /// <summary>Gets one page of the notification history. Use it to store the token of the next page yourself.</summary>
    /// <param name="request">The notifications to return, or the token of the page.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The page. <see cref="NotificationHistoryResponse.UnreadableNotifications"/> has those that cannot be read.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The request has an empty text, more than 16 order numbers, or one of two times, or ends before its start, or cannot be written.
    /// </exception>
    /// <exception cref="CheckoutApiException">The service refused the request.</exception>
    /// <exception cref="CheckoutXmlException">The response cannot be read, or is about an order or a serial number that was not asked for.</exception>
    /// <exception cref="CheckoutException">There is no usable response. A query changes nothing, so <see cref="CheckoutException.OutcomeUnknown"/> is false.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public virtual Task<NotificationHistoryResponse> GetNotificationHistoryPageAsync(NotificationHistoryRequest request, CancellationToken cancellationToken = default)
    {
        var valid = QueryValidator.EnsureValid(request, nameof(request));
        return valid is { SerialNumber: null, NextPageToken: null, OrderNumbers.Count: > QueryValidator.MaxOrderNumbers }
            ? throw new ArgumentException(
                $"{nameof(request.OrderNumbers)} has {request.OrderNumbers.Count} numbers, but must have at most {QueryValidator.MaxOrderNumbers}; {nameof(GetNotificationHistoryAsync)} splits longer lists.",
                nameof(request))
            : Executor.SendAsync(Operations.Of(valid, nameof(request)), valid, ToPage, page => ResponseMismatch.Find(valid, page.Notifications), cancellationToken);
    }

    /// <summary>
    /// Gets the notification history, page by page. More than 16 order numbers are sent in several requests, one after
    /// the other. Numbers that the service does not know are omitted.
    /// </summary>
    /// <param name="request">The notifications to return.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The notifications, oldest first in each request; empty if none match. Each page is requested when it is needed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null. Thrown by the call itself.</exception>
    /// <exception cref="ArgumentException">
    /// The request has an empty text or one of two times, or ends before its start: thrown by the call itself. While enumerating: the
    /// request cannot be written.
    /// </exception>
    /// <exception cref="CheckoutApiException">While enumerating: the service refused the request.</exception>
    /// <exception cref="CheckoutXmlException">
    /// While enumerating: the response cannot be read, or is about an order or a serial number that was not asked for. At the end, after all
    /// others: a notification cannot be read. <see cref="GetNotificationHistoryPageAsync"/> returns its XML.
    /// </exception>
    /// <exception cref="CheckoutException">While enumerating: there is no usable response, or the service repeats pages. A query changes nothing, so <see cref="CheckoutException.OutcomeUnknown"/> is false.</exception>
    /// <exception cref="OperationCanceledException">While enumerating: the token was canceled.</exception>
    public virtual IAsyncEnumerable<Notification> GetNotificationHistoryAsync(NotificationHistoryRequest request, CancellationToken cancellationToken = default) =>
        ReadHistoryAsync(QueryValidator.EnsureValid(request, nameof(request)), cancellationToken);

    /// <summary>Gets a token with which to begin polling notifications.</summary>
    /// <param name="startTime">The time of the first notification; at least five minutes and at most 180 days ago.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The token for <see cref="PollNotificationsAsync"/>.</returns>
    /// <exception cref="CheckoutApiException">The service refused the request.</exception>
    /// <exception cref="CheckoutXmlException">The response cannot be read.</exception>
    /// <exception cref="CheckoutException">There is no usable response. A query changes nothing, so <see cref="CheckoutException.OutcomeUnknown"/> is false.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public virtual Task<string> GetContinueTokenAsync(DateTimeOffset startTime, CancellationToken cancellationToken = default)
    {
        var request = new NotificationDataTokenRequest { StartTime = startTime };
        return Executor.SendAsync(Operations.Of(request, nameof(startTime)), request, response => response is NotificationDataTokenResponse { ContinueToken: { Length: > 0 } token } ? token : null, _ => null, cancellationToken);
    }

    /// <summary>
    /// Polls the notifications since a token, until there are no more for now. None is younger than 30 minutes. Polling
    /// acknowledges nothing: the service sends the same notifications as callbacks too.
    /// </summary>
    /// <param name="continueToken">The token to begin with, from <see cref="GetContinueTokenAsync"/> or from the last response of the previous call.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The responses, at least one; its notifications may be empty, and some may be unreadable. Store each token after you have handled the notifications, and begin the next call with the last one.</returns>
    /// <exception cref="ArgumentException">The token is empty. Thrown by the call itself.</exception>
    /// <exception cref="CheckoutApiException">While enumerating: the service refused the request.</exception>
    /// <exception cref="CheckoutXmlException">While enumerating: the response cannot be read.</exception>
    /// <exception cref="CheckoutException">While enumerating: there is no usable response, or the service repeats tokens. A query changes nothing, so <see cref="CheckoutException.OutcomeUnknown"/> is false.</exception>
    /// <exception cref="OperationCanceledException">While enumerating: the token was canceled.</exception>
    public virtual IAsyncEnumerable<NotificationDataResponse> PollNotificationsAsync(string continueToken, CancellationToken cancellationToken = default) =>
        PollAsync(QueryValidator.EnsureNotEmpty(continueToken, nameof(continueToken)), cancellationToken);

    /// <summary>Gets the current status and amounts of orders.</summary>
    /// <param name="googleOrderNumbers">
    /// The order numbers that the service assigned. If the list is empty, nothing is sent. All numbers are sent in one request: the
    /// limit of 16 numbers that the notification history has is not known for order summaries.
    /// </param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The orders, without those that the service does not know; empty if there are none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="googleOrderNumbers"/> is null.</exception>
    /// <exception cref="ArgumentException">An order number is empty.</exception>
    /// <exception cref="CheckoutApiException">The service refused the request.</exception>
    /// <exception cref="CheckoutXmlException">The response cannot be read, is about an order that was not asked for, or has two summaries of one order.</exception>
    /// <exception cref="CheckoutException">There is no usable response. A query changes nothing, so <see cref="CheckoutException.OutcomeUnknown"/> is false.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public virtual Task<IReadOnlyList<OrderSummary>> GetOrderSummariesAsync(IEnumerable<string> googleOrderNumbers, CancellationToken cancellationToken = default)
    {
        var request = new OrderSummaryRequest { OrderNumbers = [.. (googleOrderNumbers ?? throw new ArgumentNullException(nameof(googleOrderNumbers))).Select(number => QueryValidator.EnsureNotEmpty(number, nameof(googleOrderNumbers)))] };
        return request.OrderNumbers.Count == 0
            ? Task.FromResult<IReadOnlyList<OrderSummary>>([])
            : Executor.SendAsync(Operations.Of(request, nameof(googleOrderNumbers)), request, response => (response as OrderSummaryResponse)?.OrderSummaries, summaries => ResponseMismatch.Find(request, summaries), cancellationToken);
    }

    /// <summary>
    /// Gets the list of the orders placed in a period, row by row as it arrives. A period of more than 31 days is requested
    /// in parts; each part begins one second after the end of the previous one.
    /// </summary>
    /// <param name="request">The orders to list.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The rows, in the order in which the service sends them; empty if no order matches. Each part is requested when it is needed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null. Thrown by the call itself.</exception>
    /// <exception cref="ArgumentException">
    /// The dates are not of kind Unspecified, the end is before the start, a state is Unknown, or the time zone is empty: thrown by the
    /// call itself. While enumerating: the request cannot be written.
    /// </exception>
    /// <exception cref="CheckoutApiException">While enumerating: the service refused the request.</exception>
    /// <exception cref="CheckoutXmlException">While enumerating: the response cannot be read.</exception>
    /// <exception cref="CheckoutException">While enumerating: there is no usable response. A query changes nothing, so <see cref="CheckoutException.OutcomeUnknown"/> is false.</exception>
    /// <exception cref="OperationCanceledException">While enumerating: the token was canceled.</exception>
    public virtual IAsyncEnumerable<OrderListEntry> GetOrderListAsync(OrderListRequest request, CancellationToken cancellationToken = default) =>
        ReadOrderListAsync(QueryValidator.EnsureValid(request, nameof(request)), cancellationToken);

    // For a serial number, the service returns the notification itself. A page with one notification is accepted too.
    private Notification? FindNotification(CheckoutMessage response) => response switch
    {
        NotificationHistoryResponse { Notifications: { Count: > 0 } notifications } => notifications[0],
        NotificationHistoryResponse { UnreadableNotifications: { Count: > 0 } unreadable } => throw WithoutSecrets(unreadable)[0].Error,
        _ => response as Notification,
    };

    private NotificationHistoryResponse? ToPage(CheckoutMessage response) => response switch
    {
        Notification single => new() { Notifications = [single], OriginalXml = single.OriginalXml },
        NotificationHistoryResponse { UnreadableNotifications: { Count: > 0 } unreadable } page =>
            page with { UnreadableNotifications = WithoutSecrets(unreadable), OriginalXml = page.OriginalXml },
        _ => response as NotificationHistoryResponse,
    };

    private NotificationDataResponse? ToPolledPage(CheckoutMessage response) => response is NotificationDataResponse { UnreadableNotifications: { Count: > 0 } unreadable } page
        ? page with { UnreadableNotifications = WithoutSecrets(unreadable), OriginalXml = page.OriginalXml }
        : response as NotificationDataResponse;

    // Logs show them.
    private IReadOnlyList<UnreadableNotification> WithoutSecrets(IReadOnlyList<UnreadableNotification> unreadable)
    {
        var secrets = MerchantSecrets.Of(Executor.Options);
        return [.. unreadable.Select(one => one with
        {
            RootName = secrets.Mask(one.RootName),
            SerialNumber = one.SerialNumber is { } serialNumber ? secrets.Mask(serialNumber) : null,
            GoogleOrderNumber = one.GoogleOrderNumber is { } orderNumber ? secrets.Mask(orderNumber) : null,
            Error = (CheckoutXmlException)secrets.Clean(one.Error)!,
        })];
    }

    private async IAsyncEnumerable<Notification> ReadHistoryAsync(NotificationHistoryRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        UnreadableNotification? unreadable = null;
        var unreadableCount = 0;
        foreach (var part in Split(request))
        {
            var tokens = new PageTokens(part.NextPageToken);
            var next = part;
            while (next is not null)
            {
                var page = await GetNotificationHistoryPageAsync(next, cancellationToken).ConfigureAwait(false);
                if (ResponseMismatch.Find(part, page.Notifications) is { } mismatch)
                {
                    // A request with a token alone does not say which orders the pages are about.
                    throw new CheckoutXmlException($"A page of the notification history cannot be used: {mismatch}. A query changes nothing, so a retry is safe.");
                }

                foreach (var notification in page.Notifications)
                {
                    yield return notification;
                }

                unreadable ??= page.UnreadableNotifications.Count > 0 ? page.UnreadableNotifications[0] : null;
                unreadableCount += page.UnreadableNotifications.Count;
                next = tokens.Next(page.NextPageToken) is { } token ? new NotificationHistoryRequest { NextPageToken = token } : null;
            }
        }

        if (unreadable is not null)
        {
            throw new CheckoutXmlException(
                $"Notifications of the history cannot be read: {unreadableCount}. All others were returned. The first is {unreadable}: {unreadable.Error.Message} {nameof(GetNotificationHistoryPageAsync)} returns their XML.",
                unreadable.Error);
        }
    }

    private static IEnumerable<NotificationHistoryRequest> Split(NotificationHistoryRequest request)
    {
        if (request.OrderNumbers.Count <= QueryValidator.MaxOrderNumbers || request.SerialNumber is not null || request.NextPageToken is not null)
        {
            yield return request;
            yield break;
        }

        for (var first = 0; first < request.OrderNumbers.Count; first += QueryValidator.MaxOrderNumbers)
        {
            yield return request with { OrderNumbers = [.. request.OrderNumbers.Skip(first).Take(QueryValidator.MaxOrderNumbers)] };
        }
    }

    private async IAsyncEnumerable<NotificationDataResponse> PollAsync(string continueToken, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var tokens = new PageTokens(continueToken);
        string? token = continueToken;
        while (token is not null)
        {
            var request = new NotificationDataRequest { ContinueToken = token };
            var response = await Executor.SendAsync(Operations.Of(request, nameof(continueToken)), request, ToPolledPage, _ => null, cancellationToken).ConfigureAwait(false);
            yield return response;
            token = response.HasMoreNotifications == true ? tokens.Next(response.ContinueToken) : null;
        }
    }

    private async IAsyncEnumerable<OrderListEntry> ReadOrderListAsync(OrderListRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var part in Split(request))
        {
            using var csv = await Executor.SendForCsvAsync(Operations.Of(part, nameof(request)), part, cancellationToken).ConfigureAwait(false);
            await foreach (var entry in OrderListResponse.ReadAsync(csv, cancellationToken).ConfigureAwait(false))
            {
                yield return entry;
            }
        }
    }

    private static IEnumerable<OrderListRequest> Split(OrderListRequest request)
    {
        var remaining = request;
        while (remaining.EndDate - remaining.StartDate > MaxOrderListSpan)
        {
            var part = remaining with { EndDate = remaining.StartDate + MaxOrderListSpan - TimeSpan.FromSeconds(1) };
            yield return part;
            remaining = remaining with { StartDate = part.EndDate + TimeSpan.FromSeconds(1) };
        }

        yield return remaining;
    }
}
