using GoogleCheckout.Orders;

namespace GoogleCheckout.Sandbox.Orders;

/// <summary>What became of the goods, as a whole or item by item, and what state of the order follows from the items.</summary>
internal static class Shipments
{
    public static Shipment FromCommand(DeliverOrderRequest command) => new(ItemIds: null, command.TrackingData is { } parcel ? [parcel] : []);

    public static Shipment FromCommand(ShipItemsRequest command) => FromItems(command.ItemShippingInformationList);

    public static Shipment FromCommand(ChargeAndShipOrderRequest command) => command.ItemShippingInformationList.Count > 0
        ? FromItems(command.ItemShippingInformationList)
        : new Shipment(ItemIds: null, command.TrackingDataList);

    /// <summary>The order once this was sent off.</summary>
    public static Order Ship(Order order, Shipment shipment)
    {
        var sent = order with { Parcels = order.Parcels.AddRange(shipment.Parcels) };
        return shipment.ItemIds is { } items ? Mark(sent, items, ItemState.Shipped) : ShipAll(sent);
    }

    /// <summary>The order once these items are so far.</summary>
    public static Order Mark(Order order, IEnumerable<ItemId> items, ItemState state) =>
        Mark(order, items.Select(item => item.MerchantItemId!), state);

    private static Order Mark(Order order, IEnumerable<string> items, ItemState state)
    {
        var marked = order with { ItemStates = order.ItemStates.SetItems(items.Select(item => KeyValuePair.Create(item, state))) };
        return marked with { FulfillmentOrderState = GetFulfillmentState(marked) };
    }

    // What was cancelled or came back is not sent off with the rest.
    private static Order ShipAll(Order order)
    {
        var shipped = order.ItemIds.Where(item => IsOpen(GetItemState(order, item))).Distinct();
        return order with
        {
            ItemStates = order.ItemStates.SetItems(shipped.Select(item => KeyValuePair.Create(item, ItemState.Shipped))),
            FulfillmentOrderState = FulfillmentOrderState.Delivered,
        };
    }

    private static FulfillmentOrderState GetFulfillmentState(Order order)
    {
        var states = order.ShoppingCart.Items.Select(item => GetItemState(order, item.MerchantItemId)).ToList();
        return (AnyShipped: states.Contains(ItemState.Shipped), AnyOpen: states.Exists(IsOpen)) switch
        {
            (AnyShipped: true, AnyOpen: false) => FulfillmentOrderState.Delivered,
            (AnyShipped: true, AnyOpen: true) => FulfillmentOrderState.Processing,
            (AnyShipped: false, AnyOpen: true) when order.FulfillmentOrderState == FulfillmentOrderState.Delivered => FulfillmentOrderState.Processing,
            _ => order.FulfillmentOrderState,
        };
    }

    private static bool IsOpen(ItemState state) => state is ItemState.NotYetShipped or ItemState.Backordered;

    // An item without an id cannot be named in a command, so it stays as it is.
    private static ItemState GetItemState(Order order, string? itemId) =>
        itemId is not null && order.ItemStates.TryGetValue(itemId, out var state) ? state : ItemState.NotYetShipped;

    private static Shipment FromItems(IReadOnlyList<ItemShippingInformation> items) => new(
        [.. items.Select(item => item.ItemId.MerchantItemId!)],
        [.. items.SelectMany(item => item.TrackingDataList).Distinct()]);
}
