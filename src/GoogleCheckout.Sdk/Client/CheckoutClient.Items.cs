using GoogleCheckout.Orders;

namespace GoogleCheckout;

/// <content>The commands for items of orders.</content>
public partial class CheckoutClient
{
    /// <summary>Marks items of an order as shipped.</summary>
    /// <param name="request">The order, and the items with their tracking data.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The receipt. From API version 2.5 on it contains the notifications about the effects of the command.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null. Nothing was sent.</exception>
    /// <exception cref="ArgumentException">The order number is empty, there is no item, or an item has no ID or a parcel no carrier. Nothing was sent.</exception>
    /// <exception cref="CheckoutApiException">The service refused the command and did not execute it.</exception>
    /// <exception cref="CheckoutXmlException">The response cannot be read or is about another order. The command may have been executed.</exception>
    /// <exception cref="CheckoutException">There is no usable response. <see cref="CheckoutException.OutcomeUnknown"/> says whether the command may have been executed.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled. The items may have been marked.</exception>
    public virtual Task<RequestReceivedResponse> ShipItemsAsync(ShipItemsRequest request, CancellationToken cancellationToken = default) =>
        CommandAsync(request, cancellationToken, nameof(request));

    /// <summary>Marks items of an order as not in stock.</summary>
    /// <param name="googleOrderNumber">The order number that the service assigned.</param>
    /// <param name="merchantItemIds">The ids of the items, as in the cart.</param>
    /// <param name="sendEmail">Whether the service sends the buyer an e-mail; null for the service's default.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The receipt. From API version 2.5 on it contains the notifications about the effects of the command.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="merchantItemIds"/> is null. Nothing was sent.</exception>
    /// <exception cref="ArgumentException">The order number or an item ID is empty, or there is no item. Nothing was sent.</exception>
    /// <exception cref="CheckoutApiException">The service refused the command and did not execute it.</exception>
    /// <exception cref="CheckoutXmlException">The response cannot be read or is about another order. The command may have been executed.</exception>
    /// <exception cref="CheckoutException">There is no usable response. <see cref="CheckoutException.OutcomeUnknown"/> says whether the command may have been executed.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled. The items may have been marked.</exception>
    public virtual Task<RequestReceivedResponse> BackorderItemsAsync(string googleOrderNumber, IEnumerable<string> merchantItemIds, bool? sendEmail = null, CancellationToken cancellationToken = default) =>
        CommandAsync(new BackorderItemsRequest { GoogleOrderNumber = googleOrderNumber, ItemIds = ToItemIds(merchantItemIds), SendEmail = sendEmail }, cancellationToken);

    /// <summary>Marks items of an order as returned by the buyer. It refunds nothing.</summary>
    /// <param name="googleOrderNumber">The order number that the service assigned.</param>
    /// <param name="merchantItemIds">The ids of the items, as in the cart.</param>
    /// <param name="sendEmail">Whether the service sends the buyer an e-mail; null for the service's default.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The receipt. From API version 2.5 on it contains the notifications about the effects of the command.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="merchantItemIds"/> is null. Nothing was sent.</exception>
    /// <exception cref="ArgumentException">The order number or an item ID is empty, or there is no item. Nothing was sent.</exception>
    /// <exception cref="CheckoutApiException">The service refused the command and did not execute it.</exception>
    /// <exception cref="CheckoutXmlException">The response cannot be read or is about another order. The command may have been executed.</exception>
    /// <exception cref="CheckoutException">There is no usable response. <see cref="CheckoutException.OutcomeUnknown"/> says whether the command may have been executed.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled. The items may have been marked.</exception>
    public virtual Task<RequestReceivedResponse> ReturnItemsAsync(string googleOrderNumber, IEnumerable<string> merchantItemIds, bool? sendEmail = null, CancellationToken cancellationToken = default) =>
        CommandAsync(new ReturnItemsRequest { GoogleOrderNumber = googleOrderNumber, ItemIds = ToItemIds(merchantItemIds), SendEmail = sendEmail }, cancellationToken);

    /// <summary>Marks items of an order as canceled. It refunds nothing.</summary>
    /// <param name="googleOrderNumber">The order number that the service assigned.</param>
    /// <param name="merchantItemIds">The ids of the items, as in the cart. An empty list ends all subscriptions of the order.</param>
    /// <param name="reason">The reason, shown to the buyer; 1 to 140 characters.</param>
    /// <param name="comment">A further comment, shown to the buyer; at most 140 characters.</param>
    /// <param name="sendEmail">Whether the service sends the buyer an e-mail; null for the service's default.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The receipt. From API version 2.5 on it contains the notifications about the effects of the command.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="merchantItemIds"/> is null. Nothing was sent.</exception>
    /// <exception cref="ArgumentException">The order number, an item ID or the reason is empty, or a text is too long. Nothing was sent.</exception>
    /// <exception cref="CheckoutApiException">The service refused the command and did not execute it.</exception>
    /// <exception cref="CheckoutXmlException">The response cannot be read or is about another order. The command may have been executed.</exception>
    /// <exception cref="CheckoutException">There is no usable response. <see cref="CheckoutException.OutcomeUnknown"/> says whether the command may have been executed.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled. The items may have been marked.</exception>
    public virtual Task<RequestReceivedResponse> CancelItemsAsync(string googleOrderNumber, IEnumerable<string> merchantItemIds, string reason, string? comment = null, bool? sendEmail = null, CancellationToken cancellationToken = default) =>
        CommandAsync(new CancelItemsRequest { GoogleOrderNumber = googleOrderNumber, ItemIds = ToItemIds(merchantItemIds), Reason = reason, Comment = comment, SendEmail = sendEmail }, cancellationToken);

    /// <summary>Marks items of an order as not shipped yet, and deletes their tracking data.</summary>
    /// <param name="googleOrderNumber">The order number that the service assigned.</param>
    /// <param name="merchantItemIds">The ids of the items, as in the cart.</param>
    /// <param name="sendEmail">Whether the service sends the buyer an e-mail; null for the service's default.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The receipt. From API version 2.5 on it contains the notifications about the effects of the command.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="merchantItemIds"/> is null. Nothing was sent.</exception>
    /// <exception cref="ArgumentException">The order number or an item ID is empty, or there is no item. Nothing was sent.</exception>
    /// <exception cref="CheckoutApiException">The service refused the command and did not execute it.</exception>
    /// <exception cref="CheckoutXmlException">The response cannot be read or is about another order. The command may have been executed.</exception>
    /// <exception cref="CheckoutException">There is no usable response. <see cref="CheckoutException.OutcomeUnknown"/> says whether the command may have been executed.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled. The items may have been marked.</exception>
    public virtual Task<RequestReceivedResponse> ResetItemsShippingInformationAsync(string googleOrderNumber, IEnumerable<string> merchantItemIds, bool? sendEmail = null, CancellationToken cancellationToken = default) =>
        CommandAsync(new ResetItemsShippingInformationRequest { GoogleOrderNumber = googleOrderNumber, ItemIds = ToItemIds(merchantItemIds), SendEmail = sendEmail }, cancellationToken);

    private static ItemId[] ToItemIds(IEnumerable<string> merchantItemIds) =>
        [.. (merchantItemIds ?? throw new ArgumentNullException(nameof(merchantItemIds))).Select(id => new ItemId { MerchantItemId = id })];
}
