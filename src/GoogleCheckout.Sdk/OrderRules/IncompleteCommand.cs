namespace GoogleCheckout.Orders;

/// <summary>
/// Finds the reasons why a command is pointless for any order, for example an amount of zero or a list without items. The schema allows some of
/// it, so only the client rejects it, before the command is sent.
/// </summary>
internal static class IncompleteCommand
{
    /// <summary>Returns the first error in a command; null if the command is complete.</summary>
    public static CommandError? FindError(OrderCommand command) => command switch
    {
        ChargeOrderRequest charge => ValidateAmount(charge.Amount),
        ChargeAndShipOrderRequest charge => ValidateAmount(charge.Amount)
            ?? ValidateEach(nameof(charge.TrackingDataList), charge.TrackingDataList, ValidateTracking)
            ?? ValidateEach(nameof(charge.ItemShippingInformationList), charge.ItemShippingInformationList, ValidateItem),
        RefundOrderRequest refund => ValidateAmount(refund.Amount),
        DeliverOrderRequest { TrackingData: { } tracking } => ValidateTracking(nameof(DeliverOrderRequest.TrackingData), tracking),
        AddTrackingDataRequest add => ValidateTracking(nameof(add.TrackingData), add.TrackingData),
        SendBuyerMessageRequest send => CommandError.ValidateText(nameof(send.Message), send.Message),
        AddMerchantOrderNumberRequest add => CommandError.ValidateText(nameof(add.MerchantOrderNumber), add.MerchantOrderNumber),
        ShipItemsRequest ship => ValidateList(nameof(ship.ItemShippingInformationList), ship.ItemShippingInformationList, ValidateItem),
        BackorderItemsRequest backorder => ValidateList(nameof(backorder.ItemIds), backorder.ItemIds, ValidateItemId),
        ReturnItemsRequest @return => ValidateList(nameof(@return.ItemIds), @return.ItemIds, ValidateItemId),
        ResetItemsShippingInformationRequest reset => ValidateList(nameof(reset.ItemIds), reset.ItemIds, ValidateItemId),

        // Without items, the command ends all subscriptions of the order.
        CancelItemsRequest cancel => ValidateEach(nameof(cancel.ItemIds), cancel.ItemIds, ValidateItemId),
        CreateOrderRecurrenceRequest { ShoppingCart: null } => IsNull(nameof(CreateOrderRecurrenceRequest.ShoppingCart)),
        CreateOrderRecurrenceRequest { ShoppingCart.Items.Count: 0 } => new($"{nameof(CreateOrderRecurrenceRequest.ShoppingCart)}.Items", "must have at least one item"),
        _ => null,
    };

    // No amount means everything that is left, so an amount that is none must not be sent.
    private static CommandError? ValidateAmount(Money? amount) => amount switch
    {
        { HasCurrencyCode: false } => new("Amount", "has a currency that is not an ISO 4217 code, for example USD"),
        { Amount: <= 0 } => new("Amount", "must be more than zero; null means everything that is left"),
        _ => null,
    };

    private static CommandError? ValidateList<T>(string property, IReadOnlyList<T>? items, Func<string, T, CommandError?> validate) =>
        items is { Count: 0 } ? new(property, "must have at least one item") : ValidateEach(property, items, validate);

    private static CommandError? ValidateEach<T>(string property, IReadOnlyList<T>? items, Func<string, T, CommandError?> validate) =>
        items is null
            ? IsNull(property)
            : items.Select((item, index) => validate(FormattableString.Invariant($"{property}[{index}]"), item)).FirstOrDefault(error => error is not null);

    private static CommandError? ValidateItem(string property, ItemShippingInformation? item) =>
        item is null
            ? IsNull(property)
            : ValidateItemId($"{property}.{nameof(item.ItemId)}", item.ItemId)
                ?? ValidateEach($"{property}.{nameof(item.TrackingDataList)}", item.TrackingDataList, ValidateTracking);

    private static CommandError? ValidateItemId(string property, ItemId? item) =>
        string.IsNullOrWhiteSpace(item?.MerchantItemId) ? new(property, "needs a merchant item ID, which identifies the item") : null;

    private static CommandError? ValidateTracking(string property, TrackingData? tracking) =>
        tracking is null ? IsNull(property) : CommandError.ValidateText($"{property}.{nameof(tracking.Carrier)}", tracking.Carrier);

    private static CommandError IsNull(string property) => new(property, "must not be null");
}
