using GoogleCheckout.Orders;
using MerchantStore.Orders;

namespace MerchantStore.Commands;

/// <summary>A command to Google Checkout as the shop has it written down.</summary>
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
        AddMerchantOrderNumberRequest number => $"Tell our number, {number.MerchantOrderNumber}",
        _ => Command.GetType().Name,
    };

    public string OutcomeInWords => Outcome switch
    {
        CommandOutcome.Waiting => "will be sent",
        CommandOutcome.Sending => "is being sent",
        CommandOutcome.Accepted => "accepted",
        CommandOutcome.Refused => $"refused: {Answer}",
        CommandOutcome.NotSent => $"not sent, nothing has happened: {Answer}",
        _ => $"may have been carried out. Look at the order before you try again. {Answer}".TrimEnd(),
    };
}
