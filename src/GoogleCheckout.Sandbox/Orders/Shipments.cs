using GoogleCheckout.Orders;

namespace GoogleCheckout.Sandbox.Orders;

/// <summary>Records which items were shipped, canceled or returned, and derives the fulfillment state of the order.</summary>
internal static class Shipments
{
    public static Shipment FromCommand(DeliverOrderRequest command) => new(ItemIds: null, command.TrackingData is { } parcel ? [parcel] : []);

    public static Shipment FromCommand(ShipItemsRequest command) => FromItems(command.ItemShippingInformationList);

    public static Shipment FromCommand(ChargeAndShipOrderRequest command) => command.ItemShippingInformationList.Count > 0
        ? FromItems(command.ItemShippingInformationList)
        : new Shipment(ItemIds: null, command.TrackingDataList);

    /// <summary>Returns the order with the shipment recorded.</summary>
    public static Order Ship(Order order, Shipment shipment)
    {
        var sent = order with { Parcels = order.Parcels.AddRange(shipment.Parcels) };
        return shipment.ItemIds is { } items ? Mark(sent, items, ItemState.Shipped) : ShipAll(sent);
    }

    /// <summary>Returns the order with the items in the given state.</summary>
    public static Order Mark(Order order, IEnumerable<ItemId> items, ItemState state) =>
        Mark(order, items.Select(item => item.MerchantItemId!), state);

    private static Order Mark(Order order, IEnumerable<string> items, ItemState state)
    {
        var marked = order with { ItemStates = order.ItemStates.SetItems(items.Select(item => KeyValuePair.Create(item, state))) };
        return marked with { FulfillmentOrderState = GetFulfillmentState(marked) };
    }

    // Canceled and returned items are not shipped with the rest.
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

    // No command can name an item without an id, so its state never changes.
    private static ItemState GetItemState(Order order, string? itemId) =>
        itemId is not null && order.ItemStates.TryGetValue(itemId, out var state) ? state : ItemState.NotYetShipped;

    private static Shipment FromItems(IReadOnlyList<ItemShippingInformation> items) => new(
        [.. items.Select(item => item.ItemId.MerchantItemId!)],
        [.. items.SelectMany(item => item.TrackingDataList).Distinct()]);
}
