using System.CommandLine;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Cli.Orders;

/// <summary>The commands for an order.</summary>
internal static class OrderActionCommands
{
    public static IReadOnlyList<Command> Create(ClientCall call, Argument<string> number) =>
    [
        new ChargeCommand(call, number),
        new RefundCommand(call, number),
        new CancelCommand(call, number),
        new ShipCommand(call, number),
        new DeliverCommand(call, number),
        new TrackCommand(call, number),
        new MessageCommand(call, number),
        new MerchantNumberCommand(call, number),
        new SimpleActionCommand("authorize", "Authorizes the amount again, before a charge that is later than the authorization.", order => new AuthorizeOrderRequest { GoogleOrderNumber = order }, call, number),
        new SimpleActionCommand("process", "Marks the order as being processed.", order => new ProcessOrderRequest { GoogleOrderNumber = order }, call, number),
        new SimpleActionCommand("archive", "Archives the order.", order => new ArchiveOrderRequest { GoogleOrderNumber = order }, call, number),
        new SimpleActionCommand("unarchive", "Takes the order out of the archive.", order => new UnarchiveOrderRequest { GoogleOrderNumber = order }, call, number),
    ];
}
