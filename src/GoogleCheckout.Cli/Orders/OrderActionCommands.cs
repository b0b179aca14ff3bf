using System.CommandLine;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Cli.Orders;

/// <summary>The commands for an order.</summary>
internal static class OrderActionCommands
{
    public static IReadOnlyList<Command> Create(ClientCall call, Argument<string> number) =>
    [
        new ChargeCommand(call, number),
        new ChargeAndShipCommand(call, number),
        new RefundCommand(call, number),
        new CancelCommand(call, number),
        new ShipCommand(call, number),
        new ItemsCommand("backorder-items", "Marks items of the order as not in stock.", (order, items, email) => new BackorderItemsRequest { GoogleOrderNumber = order, ItemIds = items, SendEmail = email }, call, number),
        new ItemsCommand("return-items", "Marks items of the order as returned by the buyer. Refunds nothing.", (order, items, email) => new ReturnItemsRequest { GoogleOrderNumber = order, ItemIds = items, SendEmail = email }, call, number),
        new CancelItemsCommand(call, number),
        new ItemsCommand("reset-items-shipping-information", "Marks items of the order as not shipped yet, and deletes their tracking data.", (order, items, email) => new ResetItemsShippingInformationRequest { GoogleOrderNumber = order, ItemIds = items, SendEmail = email }, call, number),
        new DeliverCommand(call, number),
        new TrackCommand(call, number),
        new MessageCommand(call, number),
        new MerchantNumberCommand(call, number),
        new CreateOrderRecurrenceCommand(call, number),
        new SimpleActionCommand("authorize", "Authorizes the amount again, before a charge that is later than the authorization.", order => new AuthorizeOrderRequest { GoogleOrderNumber = order }, call, number),
        new SimpleActionCommand("process", "Marks the order as being processed.", order => new ProcessOrderRequest { GoogleOrderNumber = order }, call, number),
        new SimpleActionCommand("archive", "Archives the order.", order => new ArchiveOrderRequest { GoogleOrderNumber = order }, call, number),
        new SimpleActionCommand("unarchive", "Takes the order out of the archive.", order => new UnarchiveOrderRequest { GoogleOrderNumber = order }, call, number),
    ];
}
