using GoogleCheckout.Orders;

namespace GoogleCheckout;

/// <content>The commands about orders.</content>
public partial class CheckoutClient
{
    /// <summary>Sends any command about an order.</summary>
    /// <param name="command">The command.</param>
    /// <param name="cancellationToken">Stops the operation; a command on its way may be carried out all the same.</param>
    /// <returns>The receipt; from API version 2.5 on with what the command brought about.</returns>
    /// <exception cref="ArgumentException">The command has no order number, a fraction of a cent, a text that is empty or too long, or lacks what the schema requires.</exception>
    /// <exception cref="CheckoutException">See the remarks of <see cref="CheckoutClient"/>.</exception>
    public virtual Task<RequestReceivedResponse> SendAsync(OrderCommand command, CancellationToken cancellationToken = default) =>
        CommandAsync(command, cancellationToken, nameof(command));

    /// <summary>Charges the buyer for an order, in full unless an amount is given.</summary>
    /// <param name="googleOrderNumber">The number the service gave the order.</param>
    /// <param name="amount">How much, in the order's currency; null for all that is left.</param>
    /// <param name="cancellationToken">Stops the operation; the order may be charged all the same.</param>
    /// <exception cref="ArgumentException">The order number is empty, or the amount has a fraction of a cent.</exception>
    /// <exception cref="CheckoutException">See the remarks of <see cref="CheckoutClient"/>.</exception>
    public virtual Task<RequestReceivedResponse> ChargeOrderAsync(string googleOrderNumber, Money? amount = null, CancellationToken cancellationToken = default) =>
        CommandAsync(new ChargeOrderRequest { GoogleOrderNumber = googleOrderNumber, Amount = amount }, cancellationToken);

    /// <summary>Charges the buyer for an order and marks it, or some of its items, as shipped.</summary>
    /// <param name="request">How much, and tracking data for the order or for its items, not for both.</param>
    /// <param name="cancellationToken">Stops the operation; the order may be charged all the same.</param>
    /// <exception cref="ArgumentException">The order number is empty, the amount has a fraction of a cent, or both lists are given.</exception>
    /// <exception cref="CheckoutException">See the remarks of <see cref="CheckoutClient"/>.</exception>
    public virtual Task<RequestReceivedResponse> ChargeAndShipOrderAsync(ChargeAndShipOrderRequest request, CancellationToken cancellationToken = default) =>
        CommandAsync(request, cancellationToken, nameof(request));

    /// <summary>Gives the buyer money back, all that was charged unless an amount is given.</summary>
    /// <param name="googleOrderNumber">The number the service gave the order.</param>
    /// <param name="reason">Why, for the buyer to read; 1 to 140 characters.</param>
    /// <param name="amount">How much, in the order's currency; null for all that is left to give back.</param>
    /// <param name="comment">More for the buyer to read; at most 140 characters.</param>
    /// <param name="cancellationToken">Stops the operation; the money may be given back all the same.</param>
    /// <exception cref="ArgumentException">The order number or the reason is empty, a text too long, or the amount has a fraction of a cent.</exception>
    /// <exception cref="CheckoutException">See the remarks of <see cref="CheckoutClient"/>.</exception>
    public virtual Task<RequestReceivedResponse> RefundOrderAsync(string googleOrderNumber, string reason, Money? amount = null, string? comment = null, CancellationToken cancellationToken = default) =>
        CommandAsync(new RefundOrderRequest { GoogleOrderNumber = googleOrderNumber, Reason = reason, Amount = amount, Comment = comment }, cancellationToken);

    /// <summary>Cancels an order for good. What was charged has to be given back before.</summary>
    /// <param name="googleOrderNumber">The number the service gave the order.</param>
    /// <param name="reason">Why, for the buyer to read; 1 to 140 characters.</param>
    /// <param name="comment">More for the buyer to read; at most 140 characters.</param>
    /// <param name="cancellationToken">Stops the operation; the order may be cancelled all the same.</param>
    /// <exception cref="ArgumentException">The order number or the reason is empty, or a text too long.</exception>
    /// <exception cref="CheckoutException">See the remarks of <see cref="CheckoutClient"/>.</exception>
    public virtual Task<RequestReceivedResponse> CancelOrderAsync(string googleOrderNumber, string reason, string? comment = null, CancellationToken cancellationToken = default) =>
        CommandAsync(new CancelOrderRequest { GoogleOrderNumber = googleOrderNumber, Reason = reason, Comment = comment }, cancellationToken);

    /// <summary>Puts the buyer's money aside anew, for what is not charged yet. The result comes later, as a notification or not at all.</summary>
    /// <param name="googleOrderNumber">The number the service gave the order.</param>
    /// <param name="cancellationToken">Stops the operation; the money may be put aside all the same.</param>
    /// <exception cref="ArgumentException">The order number is empty.</exception>
    /// <exception cref="CheckoutException">See the remarks of <see cref="CheckoutClient"/>.</exception>
    public virtual Task<RequestReceivedResponse> AuthorizeOrderAsync(string googleOrderNumber, CancellationToken cancellationToken = default) =>
        CommandAsync(new AuthorizeOrderRequest { GoogleOrderNumber = googleOrderNumber }, cancellationToken);

    /// <summary>Marks an order as being prepared.</summary>
    /// <param name="googleOrderNumber">The number the service gave the order.</param>
    /// <param name="cancellationToken">Stops the operation; the order may be marked all the same.</param>
    /// <exception cref="ArgumentException">The order number is empty.</exception>
    /// <exception cref="CheckoutException">See the remarks of <see cref="CheckoutClient"/>.</exception>
    public virtual Task<RequestReceivedResponse> ProcessOrderAsync(string googleOrderNumber, CancellationToken cancellationToken = default) =>
        CommandAsync(new ProcessOrderRequest { GoogleOrderNumber = googleOrderNumber }, cancellationToken);

    /// <summary>Marks an order as shipped.</summary>
    /// <param name="googleOrderNumber">The number the service gave the order.</param>
    /// <param name="trackingData">The carrier and its number for the parcel.</param>
    /// <param name="sendEmail">Whether the service writes to the buyer; null leaves it to the service.</param>
    /// <param name="cancellationToken">Stops the operation; the order may be marked all the same.</param>
    /// <exception cref="ArgumentException">The order number is empty.</exception>
    /// <exception cref="CheckoutException">See the remarks of <see cref="CheckoutClient"/>.</exception>
    public virtual Task<RequestReceivedResponse> DeliverOrderAsync(string googleOrderNumber, TrackingData? trackingData = null, bool? sendEmail = null, CancellationToken cancellationToken = default) =>
        CommandAsync(new DeliverOrderRequest { GoogleOrderNumber = googleOrderNumber, TrackingData = trackingData, SendEmail = sendEmail }, cancellationToken);

    /// <summary>Tells the buyer where a parcel is; the state of the order stays as it is.</summary>
    /// <param name="googleOrderNumber">The number the service gave the order.</param>
    /// <param name="trackingData">The carrier and its number for the parcel.</param>
    /// <param name="cancellationToken">Stops the operation; the data may be added all the same.</param>
    /// <exception cref="ArgumentException">The order number is empty.</exception>
    /// <exception cref="CheckoutException">See the remarks of <see cref="CheckoutClient"/>.</exception>
    public virtual Task<RequestReceivedResponse> AddTrackingDataAsync(string googleOrderNumber, TrackingData trackingData, CancellationToken cancellationToken = default) =>
        CommandAsync(new AddTrackingDataRequest { GoogleOrderNumber = googleOrderNumber, TrackingData = trackingData }, cancellationToken);

    /// <summary>Puts a message for the buyer into the buyer's account.</summary>
    /// <param name="googleOrderNumber">The number the service gave the order.</param>
    /// <param name="message">The message, at most 254 characters.</param>
    /// <param name="sendEmail">Whether the service sends it by e-mail too; null leaves it to the service.</param>
    /// <param name="cancellationToken">Stops the operation; the message may be sent all the same.</param>
    /// <exception cref="ArgumentException">The order number is empty, or the message too long.</exception>
    /// <exception cref="CheckoutException">See the remarks of <see cref="CheckoutClient"/>.</exception>
    public virtual Task<RequestReceivedResponse> SendBuyerMessageAsync(string googleOrderNumber, string message, bool? sendEmail = null, CancellationToken cancellationToken = default) =>
        CommandAsync(new SendBuyerMessageRequest { GoogleOrderNumber = googleOrderNumber, Message = message, SendEmail = sendEmail }, cancellationToken);

    /// <summary>Takes an order out of the merchant's list of open ones; its state stays as it is.</summary>
    /// <param name="googleOrderNumber">The number the service gave the order.</param>
    /// <param name="cancellationToken">Stops the operation; the order may be archived all the same.</param>
    /// <exception cref="ArgumentException">The order number is empty.</exception>
    /// <exception cref="CheckoutException">See the remarks of <see cref="CheckoutClient"/>.</exception>
    public virtual Task<RequestReceivedResponse> ArchiveOrderAsync(string googleOrderNumber, CancellationToken cancellationToken = default) =>
        CommandAsync(new ArchiveOrderRequest { GoogleOrderNumber = googleOrderNumber }, cancellationToken);

    /// <summary>Takes an order back into the merchant's list of open ones.</summary>
    /// <param name="googleOrderNumber">The number the service gave the order.</param>
    /// <param name="cancellationToken">Stops the operation; the order may come back all the same.</param>
    /// <exception cref="ArgumentException">The order number is empty.</exception>
    /// <exception cref="CheckoutException">See the remarks of <see cref="CheckoutClient"/>.</exception>
    public virtual Task<RequestReceivedResponse> UnarchiveOrderAsync(string googleOrderNumber, CancellationToken cancellationToken = default) =>
        CommandAsync(new UnarchiveOrderRequest { GoogleOrderNumber = googleOrderNumber }, cancellationToken);

    /// <summary>Gives an order the shop's own number, to be found by later.</summary>
    /// <param name="googleOrderNumber">The number the service gave the order.</param>
    /// <param name="merchantOrderNumber">The shop's number.</param>
    /// <param name="cancellationToken">Stops the operation; the number may be given all the same.</param>
    /// <exception cref="ArgumentException">The order number is empty.</exception>
    /// <exception cref="CheckoutException">See the remarks of <see cref="CheckoutClient"/>.</exception>
    public virtual Task<RequestReceivedResponse> AddMerchantOrderNumberAsync(string googleOrderNumber, string merchantOrderNumber, CancellationToken cancellationToken = default) =>
        CommandAsync(new AddMerchantOrderNumberRequest { GoogleOrderNumber = googleOrderNumber, MerchantOrderNumber = merchantOrderNumber }, cancellationToken);

    /// <summary>Marks items of an order as shipped.</summary>
    /// <param name="request">The items, each with its tracking data.</param>
    /// <param name="cancellationToken">Stops the operation; the items may be marked all the same.</param>
    /// <exception cref="ArgumentException">The order number is empty.</exception>
    /// <exception cref="CheckoutException">See the remarks of <see cref="CheckoutClient"/>.</exception>
    public virtual Task<RequestReceivedResponse> ShipItemsAsync(ShipItemsRequest request, CancellationToken cancellationToken = default) =>
        CommandAsync(request, cancellationToken, nameof(request));

    /// <summary>Marks items of an order as not in stock.</summary>
    /// <param name="googleOrderNumber">The number the service gave the order.</param>
    /// <param name="merchantItemIds">The items, by the ids the cart gave them.</param>
    /// <param name="sendEmail">Whether the service writes to the buyer; null leaves it to the service.</param>
    /// <param name="cancellationToken">Stops the operation; the items may be marked all the same.</param>
    /// <exception cref="ArgumentException">The order number is empty.</exception>
    /// <exception cref="CheckoutException">See the remarks of <see cref="CheckoutClient"/>.</exception>
    public virtual Task<RequestReceivedResponse> BackorderItemsAsync(string googleOrderNumber, IEnumerable<string> merchantItemIds, bool? sendEmail = null, CancellationToken cancellationToken = default) =>
        CommandAsync(new BackorderItemsRequest { GoogleOrderNumber = googleOrderNumber, ItemIds = ItemIds(merchantItemIds), SendEmail = sendEmail }, cancellationToken);

    /// <summary>Marks items of an order as sent back by the buyer. It moves no money.</summary>
    /// <param name="googleOrderNumber">The number the service gave the order.</param>
    /// <param name="merchantItemIds">The items, by the ids the cart gave them.</param>
    /// <param name="sendEmail">Whether the service writes to the buyer; null leaves it to the service.</param>
    /// <param name="cancellationToken">Stops the operation; the items may be marked all the same.</param>
    /// <exception cref="ArgumentException">The order number is empty.</exception>
    /// <exception cref="CheckoutException">See the remarks of <see cref="CheckoutClient"/>.</exception>
    public virtual Task<RequestReceivedResponse> ReturnItemsAsync(string googleOrderNumber, IEnumerable<string> merchantItemIds, bool? sendEmail = null, CancellationToken cancellationToken = default) =>
        CommandAsync(new ReturnItemsRequest { GoogleOrderNumber = googleOrderNumber, ItemIds = ItemIds(merchantItemIds), SendEmail = sendEmail }, cancellationToken);

    /// <summary>Marks items of an order as cancelled. It moves no money.</summary>
    /// <param name="googleOrderNumber">The number the service gave the order.</param>
    /// <param name="merchantItemIds">The items, by the ids the cart gave them.</param>
    /// <param name="reason">Why, for the buyer to read; 1 to 140 characters.</param>
    /// <param name="comment">More for the buyer to read; at most 140 characters.</param>
    /// <param name="sendEmail">Whether the service writes to the buyer; null leaves it to the service.</param>
    /// <param name="cancellationToken">Stops the operation; the items may be marked all the same.</param>
    /// <exception cref="ArgumentException">The order number or the reason is empty, or a text too long.</exception>
    /// <exception cref="CheckoutException">See the remarks of <see cref="CheckoutClient"/>.</exception>
    public virtual Task<RequestReceivedResponse> CancelItemsAsync(string googleOrderNumber, IEnumerable<string> merchantItemIds, string reason, string? comment = null, bool? sendEmail = null, CancellationToken cancellationToken = default) =>
        CommandAsync(new CancelItemsRequest { GoogleOrderNumber = googleOrderNumber, ItemIds = ItemIds(merchantItemIds), Reason = reason, Comment = comment, SendEmail = sendEmail }, cancellationToken);

    /// <summary>Marks items of an order as not shipped yet, and forgets their tracking data.</summary>
    /// <param name="googleOrderNumber">The number the service gave the order.</param>
    /// <param name="merchantItemIds">The items, by the ids the cart gave them.</param>
    /// <param name="sendEmail">Whether the service writes to the buyer; null leaves it to the service.</param>
    /// <param name="cancellationToken">Stops the operation; the items may be marked all the same.</param>
    /// <exception cref="ArgumentException">The order number is empty.</exception>
    /// <exception cref="CheckoutException">See the remarks of <see cref="CheckoutClient"/>.</exception>
    public virtual Task<RequestReceivedResponse> ResetItemsShippingInformationAsync(string googleOrderNumber, IEnumerable<string> merchantItemIds, bool? sendEmail = null, CancellationToken cancellationToken = default) =>
        CommandAsync(new ResetItemsShippingInformationRequest { GoogleOrderNumber = googleOrderNumber, ItemIds = ItemIds(merchantItemIds), SendEmail = sendEmail }, cancellationToken);

    /// <summary>Makes the next order of a subscription that the merchant handles.</summary>
    /// <param name="request">The order that began the subscription, and what is due now.</param>
    /// <param name="cancellationToken">Stops the operation; the order may be made all the same.</param>
    /// <returns>The receipt; the new order's number is in it only where the service says so.</returns>
    /// <exception cref="ArgumentException">The order number is empty, or the cart lacks what the schema requires.</exception>
    /// <exception cref="CheckoutException">See the remarks of <see cref="CheckoutClient"/>.</exception>
    public virtual Task<RequestReceivedResponse> CreateOrderRecurrenceAsync(CreateOrderRecurrenceRequest request, CancellationToken cancellationToken = default) =>
        CommandAsync(request, cancellationToken, nameof(request));

    private static ItemId[] ItemIds(IEnumerable<string> merchantItemIds) =>
        [.. (merchantItemIds ?? throw new ArgumentNullException(nameof(merchantItemIds))).Select(id => new ItemId { MerchantItemId = id })];
}
