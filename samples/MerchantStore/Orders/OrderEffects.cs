using GoogleCheckout.Orders;
using MerchantStore.Data;
using Microsoft.EntityFrameworkCore;

namespace MerchantStore.Orders;

/// <summary>The effects of executed commands that no notification reports: the archive, the items and their parcels.</summary>
internal static class OrderEffects
{
    public static async Task ApplyAsync(StoreContext store, OrderCommand command, CancellationToken cancellationToken)
    {
        var number = command.GoogleOrderNumber;
        switch (command)
        {
            case ArchiveOrderRequest:
                await SetArchivedAsync(store, number, archived: true, cancellationToken);
                break;
            case UnarchiveOrderRequest:
                await SetArchivedAsync(store, number, archived: false, cancellationToken);
                break;
            case DeliverOrderRequest deliver:
                Add(store, number, productId: null, deliver.TrackingData);
                await store.OrderLines.Where(line => line.OrderNumber == number && (line.ShippingState == ShippingState.NotShipped || line.ShippingState == ShippingState.Backordered))
                    .ExecuteUpdateAsync(line => line.SetProperty(each => each.ShippingState, ShippingState.Shipped), cancellationToken);
                break;
            case AddTrackingDataRequest tracking:
                Add(store, number, productId: null, tracking.TrackingData);
                break;
            case ShipItemsRequest ship:
                foreach (var item in ship.ItemShippingInformationList)
                {
                    foreach (var parcel in item.TrackingDataList)
                    {
                        Add(store, number, item.ItemId.MerchantItemId, parcel);
                    }
                }

                await SetStateAsync(store, number, ship.ItemShippingInformationList.Select(item => item.ItemId), ShippingState.Shipped, cancellationToken);
                break;
            case BackorderItemsRequest items:
                await SetStateAsync(store, number, items.ItemIds, ShippingState.Backordered, cancellationToken);
                break;
            case ReturnItemsRequest items:
                await SetStateAsync(store, number, items.ItemIds, ShippingState.Returned, cancellationToken);
                break;
            case CancelItemsRequest items:
                await SetStateAsync(store, number, items.ItemIds, ShippingState.Cancelled, cancellationToken);
                break;
            case ResetItemsShippingInformationRequest items:
                await SetStateAsync(store, number, items.ItemIds, ShippingState.NotShipped, cancellationToken);
                break;
        }

        await store.SaveChangesAsync(cancellationToken);
    }

    private static void Add(StoreContext store, string number, string? productId, TrackingData? tracking)
    {
        if (tracking is not null)
        {
            store.Add(new OrderTracking { OrderNumber = number, ProductId = productId, Carrier = tracking.Carrier, TrackingNumber = tracking.TrackingNumber });
        }
    }

    private static Task<int> SetArchivedAsync(StoreContext store, string number, bool archived, CancellationToken cancellationToken) =>
        store.Orders.Where(order => order.Number == number).ExecuteUpdateAsync(order => order.SetProperty(each => each.Archived, archived), cancellationToken);

    private static Task<int> SetStateAsync(StoreContext store, string number, IEnumerable<ItemId> items, ShippingState state, CancellationToken cancellationToken)
    {
        var products = items.Select(item => item.MerchantItemId).ToList();
        return store.OrderLines.Where(line => line.OrderNumber == number && products.Contains(line.ProductId))
            .ExecuteUpdateAsync(line => line.SetProperty(each => each.ShippingState, state), cancellationToken);
    }
}
