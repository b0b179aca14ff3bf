using GoogleCheckout.Orders;

namespace GoogleCheckout;

/// <content>The commands for whole orders.</content>
public partial class CheckoutClient
{
    /// <summary>Sends any order command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The receipt. From API version 2.5 on it contains the notifications about the effects of the command.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="command"/> is null. Nothing was sent.</exception>
    /// <exception cref="ArgumentException">The command cannot be right for any order: an amount is not more than zero or has a fraction of a cent, a text is empty or too long, a list of items is empty, or something that the schema requires is missing. Nothing was sent.</exception>
    /// <exception cref="CheckoutApiException">The service refused the command and did not execute it.</exception>
    /// <exception cref="CheckoutXmlException">The response cannot be read or is about another order. The command may have been executed.</exception>
    /// <exception cref="CheckoutException">There is no usable response. <see cref="CheckoutException.OutcomeUnknown"/> says whether the command may have been executed.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled. The command may have been executed.</exception>
    public virtual Task<RequestReceivedResponse> SendAsync(OrderCommand command, CancellationToken cancellationToken = default) =>
        CommandAsync(command, cancellationToken, nameof(command));

    /// <summary>Charges the buyer for an order, fully or in part.</summary>
    /// <param name="googleOrderNumber">The order number that the service assigned.</param>
    /// <param name="amount">The amount, in the order's currency; null for everything not charged yet.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The receipt. From API version 2.5 on it contains the notifications about the effects of the command.</returns>
    /// <exception cref="ArgumentException">The order number is empty, or the amount is not more than zero or has a fraction of a cent. Nothing was sent.</exception>
    /// <exception cref="CheckoutApiException">The service refused the command and did not execute it.</exception>
    /// <exception cref="CheckoutXmlException">The response cannot be read or is about another order. The command may have been executed.</exception>
    /// <exception cref="CheckoutException">There is no usable response. <see cref="CheckoutException.OutcomeUnknown"/> says whether the command may have been executed.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled. The order may have been charged.</exception>
    public virtual Task<RequestReceivedResponse> ChargeOrderAsync(string googleOrderNumber, Money? amount = null, CancellationToken cancellationToken = default) =>
        CommandAsync(new ChargeOrderRequest { GoogleOrderNumber = googleOrderNumber, Amount = amount }, cancellationToken);

    /// <summary>Charges the buyer for an order, and marks the order or some of its items as shipped.</summary>
    /// <param name="request">The order, the amount, and the tracking data of the order or of its items, but not of both.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The receipt. From API version 2.5 on it contains the notifications about the effects of the command.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null. Nothing was sent.</exception>
    /// <exception cref="ArgumentException">The order number is empty, the amount is not more than zero or has a fraction of a cent, both lists are set, or an item has no ID or a parcel no carrier. Nothing was sent.</exception>
    /// <exception cref="CheckoutApiException">The service refused the command and did not execute it.</exception>
    /// <exception cref="CheckoutXmlException">The response cannot be read or is about another order. The command may have been executed.</exception>
    /// <exception cref="CheckoutException">There is no usable response. <see cref="CheckoutException.OutcomeUnknown"/> says whether the command may have been executed.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled. The order may have been charged and shipped.</exception>
    public virtual Task<RequestReceivedResponse> ChargeAndShipOrderAsync(ChargeAndShipOrderRequest request, CancellationToken cancellationToken = default) =>
        CommandAsync(request, cancellationToken, nameof(request));

    /// <summary>Refunds the buyer, fully or in part.</summary>
    /// <param name="googleOrderNumber">The order number that the service assigned.</param>
    /// <param name="reason">The reason, shown to the buyer; 1 to 140 characters.</param>
    /// <param name="amount">The amount, in the order's currency; null for everything not refunded yet.</param>
    /// <param name="comment">A further comment, shown to the buyer; at most 140 characters.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The receipt. From API version 2.5 on it contains the notifications about the effects of the command.</returns>
    /// <exception cref="ArgumentException">The order number or the reason is empty, a text is too long, or the amount is not more than zero or has a fraction of a cent. Nothing was sent.</exception>
    /// <exception cref="CheckoutApiException">The service refused the command and did not execute it.</exception>
    /// <exception cref="CheckoutXmlException">The response cannot be read or is about another order. The command may have been executed.</exception>
    /// <exception cref="CheckoutException">There is no usable response. <see cref="CheckoutException.OutcomeUnknown"/> says whether the command may have been executed.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled. The refund may have been made.</exception>
    public virtual Task<RequestReceivedResponse> RefundOrderAsync(string googleOrderNumber, string reason, Money? amount = null, string? comment = null, CancellationToken cancellationToken = default) =>
        CommandAsync(new RefundOrderRequest { GoogleOrderNumber = googleOrderNumber, Reason = reason, Amount = amount, Comment = comment }, cancellationToken);

    /// <summary>Cancels an order permanently. Refund a charged amount first.</summary>
    /// <param name="googleOrderNumber">The order number that the service assigned.</param>
    /// <param name="reason">The reason, shown to the buyer; 1 to 140 characters.</param>
    /// <param name="comment">A further comment, shown to the buyer; at most 140 characters.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The receipt. From API version 2.5 on it contains the notifications about the effects of the command.</returns>
    /// <exception cref="ArgumentException">The order number or the reason is empty, or a text is too long. Nothing was sent.</exception>
    /// <exception cref="CheckoutApiException">The service refused the command and did not execute it.</exception>
    /// <exception cref="CheckoutXmlException">The response cannot be read or is about another order. The command may have been executed.</exception>
    /// <exception cref="CheckoutException">There is no usable response. <see cref="CheckoutException.OutcomeUnknown"/> says whether the command may have been executed.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled. The order may have been canceled.</exception>
    public virtual Task<RequestReceivedResponse> CancelOrderAsync(string googleOrderNumber, string reason, string? comment = null, CancellationToken cancellationToken = default) =>
        CommandAsync(new CancelOrderRequest { GoogleOrderNumber = googleOrderNumber, Reason = reason, Comment = comment }, cancellationToken);

    /// <summary>Requests a new authorization for the amount that is not charged yet. The result arrives later as a notification, or not at all.</summary>
    /// <param name="googleOrderNumber">The order number that the service assigned.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The receipt. From API version 2.5 on it contains the notifications about the effects of the command.</returns>
    /// <exception cref="ArgumentException">The order number is empty. Nothing was sent.</exception>
    /// <exception cref="CheckoutApiException">The service refused the command and did not execute it.</exception>
    /// <exception cref="CheckoutXmlException">The response cannot be read or is about another order. The command may have been executed.</exception>
    /// <exception cref="CheckoutException">There is no usable response. <see cref="CheckoutException.OutcomeUnknown"/> says whether the command may have been executed.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled. The authorization may have been requested.</exception>
    public virtual Task<RequestReceivedResponse> AuthorizeOrderAsync(string googleOrderNumber, CancellationToken cancellationToken = default) =>
        CommandAsync(new AuthorizeOrderRequest { GoogleOrderNumber = googleOrderNumber }, cancellationToken);

    /// <summary>Marks an order as being processed.</summary>
    /// <param name="googleOrderNumber">The order number that the service assigned.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The receipt. From API version 2.5 on it contains the notifications about the effects of the command.</returns>
    /// <exception cref="ArgumentException">The order number is empty. Nothing was sent.</exception>
    /// <exception cref="CheckoutApiException">The service refused the command and did not execute it.</exception>
    /// <exception cref="CheckoutXmlException">The response cannot be read or is about another order. The command may have been executed.</exception>
    /// <exception cref="CheckoutException">There is no usable response. <see cref="CheckoutException.OutcomeUnknown"/> says whether the command may have been executed.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled. The order may have been marked.</exception>
    public virtual Task<RequestReceivedResponse> ProcessOrderAsync(string googleOrderNumber, CancellationToken cancellationToken = default) =>
        CommandAsync(new ProcessOrderRequest { GoogleOrderNumber = googleOrderNumber }, cancellationToken);

    /// <summary>Marks an order as shipped.</summary>
    /// <param name="googleOrderNumber">The order number that the service assigned.</param>
    /// <param name="trackingData">The carrier and the tracking number of the parcel; null for none.</param>
    /// <param name="sendEmail">Whether the service sends the buyer an e-mail; null for the service's default.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The receipt. From API version 2.5 on it contains the notifications about the effects of the command.</returns>
    /// <exception cref="ArgumentException">The order number is empty, or the tracking data has no carrier. Nothing was sent.</exception>
    /// <exception cref="CheckoutApiException">The service refused the command and did not execute it.</exception>
    /// <exception cref="CheckoutXmlException">The response cannot be read or is about another order. The command may have been executed.</exception>
    /// <exception cref="CheckoutException">There is no usable response. <see cref="CheckoutException.OutcomeUnknown"/> says whether the command may have been executed.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled. The order may have been marked.</exception>
    public virtual Task<RequestReceivedResponse> DeliverOrderAsync(string googleOrderNumber, TrackingData? trackingData = null, bool? sendEmail = null, CancellationToken cancellationToken = default) =>
        CommandAsync(new DeliverOrderRequest { GoogleOrderNumber = googleOrderNumber, TrackingData = trackingData, SendEmail = sendEmail }, cancellationToken);

    /// <summary>Adds tracking data to an order and shows it to the buyer. The state of the order does not change.</summary>
    /// <param name="googleOrderNumber">The order number that the service assigned.</param>
    /// <param name="trackingData">The carrier and the tracking number of the parcel.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The receipt. From API version 2.5 on it contains the notifications about the effects of the command.</returns>
    /// <exception cref="ArgumentException">The order number is empty, or the tracking data is null or has no carrier. Nothing was sent.</exception>
    /// <exception cref="CheckoutApiException">The service refused the command and did not execute it.</exception>
    /// <exception cref="CheckoutXmlException">The response cannot be read or is about another order. The command may have been executed.</exception>
    /// <exception cref="CheckoutException">There is no usable response. <see cref="CheckoutException.OutcomeUnknown"/> says whether the command may have been executed.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled. The data may have been added.</exception>
    public virtual Task<RequestReceivedResponse> AddTrackingDataAsync(string googleOrderNumber, TrackingData trackingData, CancellationToken cancellationToken = default) =>
        CommandAsync(new AddTrackingDataRequest { GoogleOrderNumber = googleOrderNumber, TrackingData = trackingData }, cancellationToken);

    /// <summary>Adds a message for the buyer to the buyer's account.</summary>
    /// <param name="googleOrderNumber">The order number that the service assigned.</param>
    /// <param name="message">The message, at most 255 characters.</param>
    /// <param name="sendEmail">Whether the service also sends the message by e-mail; null for the service's default.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The receipt. From API version 2.5 on it contains the notifications about the effects of the command.</returns>
    /// <exception cref="ArgumentException">The order number or the message is empty, or the message is too long. Nothing was sent.</exception>
    /// <exception cref="CheckoutApiException">The service refused the command and did not execute it.</exception>
    /// <exception cref="CheckoutXmlException">The response cannot be read or is about another order. The command may have been executed.</exception>
    /// <exception cref="CheckoutException">There is no usable response. <see cref="CheckoutException.OutcomeUnknown"/> says whether the command may have been executed.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled. The message may have been sent.</exception>
    public virtual Task<RequestReceivedResponse> SendBuyerMessageAsync(string googleOrderNumber, string message, bool? sendEmail = null, CancellationToken cancellationToken = default) =>
        CommandAsync(new SendBuyerMessageRequest { GoogleOrderNumber = googleOrderNumber, Message = message, SendEmail = sendEmail }, cancellationToken);

    /// <summary>Removes an order from the merchant's list of open orders. The state of the order does not change.</summary>
    /// <param name="googleOrderNumber">The order number that the service assigned.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The receipt. From API version 2.5 on it contains the notifications about the effects of the command.</returns>
    /// <exception cref="ArgumentException">The order number is empty. Nothing was sent.</exception>
    /// <exception cref="CheckoutApiException">The service refused the command and did not execute it.</exception>
    /// <exception cref="CheckoutXmlException">The response cannot be read or is about another order. The command may have been executed.</exception>
    /// <exception cref="CheckoutException">There is no usable response. <see cref="CheckoutException.OutcomeUnknown"/> says whether the command may have been executed.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled. The order may have been archived.</exception>
    public virtual Task<RequestReceivedResponse> ArchiveOrderAsync(string googleOrderNumber, CancellationToken cancellationToken = default) =>
        CommandAsync(new ArchiveOrderRequest { GoogleOrderNumber = googleOrderNumber }, cancellationToken);

    /// <summary>Returns an archived order to the merchant's list of open orders.</summary>
    /// <param name="googleOrderNumber">The order number that the service assigned.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The receipt. From API version 2.5 on it contains the notifications about the effects of the command.</returns>
    /// <exception cref="ArgumentException">The order number is empty. Nothing was sent.</exception>
    /// <exception cref="CheckoutApiException">The service refused the command and did not execute it.</exception>
    /// <exception cref="CheckoutXmlException">The response cannot be read or is about another order. The command may have been executed.</exception>
    /// <exception cref="CheckoutException">There is no usable response. <see cref="CheckoutException.OutcomeUnknown"/> says whether the command may have been executed.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled. The order may be in the list again.</exception>
    public virtual Task<RequestReceivedResponse> UnarchiveOrderAsync(string googleOrderNumber, CancellationToken cancellationToken = default) =>
        CommandAsync(new UnarchiveOrderRequest { GoogleOrderNumber = googleOrderNumber }, cancellationToken);

    /// <summary>Assigns the merchant's own number to an order, so that the order can be found by it.</summary>
    /// <param name="googleOrderNumber">The order number that the service assigned.</param>
    /// <param name="merchantOrderNumber">The merchant's number.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The receipt. From API version 2.5 on it contains the notifications about the effects of the command.</returns>
    /// <exception cref="ArgumentException">One of the order numbers is empty. Nothing was sent.</exception>
    /// <exception cref="CheckoutApiException">The service refused the command and did not execute it.</exception>
    /// <exception cref="CheckoutXmlException">The response cannot be read or is about another order. The command may have been executed.</exception>
    /// <exception cref="CheckoutException">There is no usable response. <see cref="CheckoutException.OutcomeUnknown"/> says whether the command may have been executed.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled. The number may have been assigned.</exception>
    public virtual Task<RequestReceivedResponse> AddMerchantOrderNumberAsync(string googleOrderNumber, string merchantOrderNumber, CancellationToken cancellationToken = default) =>
        CommandAsync(new AddMerchantOrderNumberRequest { GoogleOrderNumber = googleOrderNumber, MerchantOrderNumber = merchantOrderNumber }, cancellationToken);

    /// <summary>Creates the next order of a subscription that the merchant handles.</summary>
    /// <param name="request">The order with which the subscription began, and the items that are due now.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The receipt. It contains the new order's number only if the service returns it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null. Nothing was sent.</exception>
    /// <exception cref="ArgumentException">The order number is empty, or the cart is null, has no items or lacks something that the schema requires. Nothing was sent.</exception>
    /// <exception cref="CheckoutApiException">The service refused the command and did not execute it.</exception>
    /// <exception cref="CheckoutXmlException">The response cannot be read or is about another order. The command may have been executed.</exception>
    /// <exception cref="CheckoutException">There is no usable response. <see cref="CheckoutException.OutcomeUnknown"/> says whether the command may have been executed.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled. The order may have been created.</exception>
    public virtual Task<RequestReceivedResponse> CreateOrderRecurrenceAsync(CreateOrderRecurrenceRequest request, CancellationToken cancellationToken = default) =>
        CommandAsync(request, cancellationToken, nameof(request));
}
