using GoogleCheckout.Orders;
using MerchantStore.Orders;

namespace MerchantStore.Commands;

/// <summary>A recorded command to Google Checkout.</summary>
internal sealed record SentCommand(string Id, DateTimeOffset WrittenAt, OrderCommand Command, CommandOutcome Outcome, string? Answer)
{
    public string What => Command switch
    {
        ChargeOrderRequest charge => $"Charge {charge.Amount?.InWords() ?? "the rest"}",
        DeliverOrderRequest ship => $"Mark as shipped with {ship.TrackingData?.Carrier ?? "no carrier"} {ship.TrackingData?.TrackingNumber}".TrimEnd(),
        RefundOrderRequest refund => $"Refund {refund.Amount?.InWords() ?? "the rest"}: {refund.Reason}",
        CancelOrderRequest cancel => $"Cancel: {cancel.Reason}",
        ArchiveOrderRequest => "Archive",
        UnarchiveOrderRequest => "Take out of the archive",
        AddMerchantOrderNumberRequest number => $"Set our order number {number.MerchantOrderNumber}",
        _ => Command.GetType().Name,
    };

    public string OutcomeInWords => Outcome switch
    {
        CommandOutcome.Waiting => "will be sent",
        CommandOutcome.Sending => "is being sent",
        CommandOutcome.Accepted => "accepted",
        CommandOutcome.Refused => $"refused: {Answer}",
        CommandOutcome.NotSent => $"not sent, nothing was changed: {Answer}",
        _ => $"may have been executed. Check the order before you try again. {Answer}".TrimEnd(),
    };
}
