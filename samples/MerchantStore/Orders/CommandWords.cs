using GoogleCheckout.Orders;
using MerchantStore.Data;

namespace MerchantStore.Orders;

/// <summary>The texts of commands on the pages.</summary>
internal static class CommandWords
{
    public static string InWords(this OrderCommand command) => command switch
    {
        ChargeOrderRequest charge => $"Charge {charge.Amount?.InWords() ?? "the rest"}",
        RefundOrderRequest refund => $"Refund {refund.Amount?.InWords() ?? "the rest"}: {refund.Reason}",
        CancelOrderRequest cancel => $"Cancel: {cancel.Reason}",
        AuthorizeOrderRequest => "Authorize again",
        ProcessOrderRequest => "Mark as being packed",
        DeliverOrderRequest ship => $"Mark as shipped with {ship.TrackingData?.Carrier ?? "no carrier"} {ship.TrackingData?.TrackingNumber}".TrimEnd(),
        AddTrackingDataRequest tracking => $"Add tracking {tracking.TrackingData.Carrier} {tracking.TrackingData.TrackingNumber}".TrimEnd(),
        ShipItemsRequest ship => $"Ship {Items(ship.ItemShippingInformationList.Select(item => item.ItemId))}",
        BackorderItemsRequest items => $"Backorder {Items(items.ItemIds)}",
        ReturnItemsRequest items => $"Return {Items(items.ItemIds)}",
        CancelItemsRequest items => $"Cancel {Items(items.ItemIds)}: {items.Reason}",
        ResetItemsShippingInformationRequest items => $"Reset the shipping of {Items(items.ItemIds)}",
        SendBuyerMessageRequest => "Send a message to the buyer",
        AddMerchantOrderNumberRequest number => $"Set our order number {number.MerchantOrderNumber}",
        ArchiveOrderRequest => "Archive",
        UnarchiveOrderRequest => "Take out of the archive",
        _ => command.GetType().Name,
    };

    public static string OutcomeInWords(this SentCommand command) => command.State switch
    {
        SentCommandState.Waiting => $"will be sent. {command.Answer}".TrimEnd(),
        SentCommandState.Sending => "is being sent",
        SentCommandState.Accepted => "accepted",
        SentCommandState.Refused => $"refused: {command.Answer}",
        SentCommandState.NotSent => $"not sent, nothing was changed: {command.Answer}",
        _ => $"may have been executed. Check the order before you try again. {command.Answer}".TrimEnd(),
    };

    private static string Items(IEnumerable<ItemId> items) => string.Join(", ", items.Select(item => item.MerchantItemId));
}
