using System.CommandLine;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Cli.Orders;

/// <summary>Sends a command that has only the order number.</summary>
internal sealed class SimpleActionCommand(string name, string description, Func<string, OrderCommand> create, ClientCall call, Argument<string> number)
    : OrderActionCommand(name, description, call, number)
{
    protected override OrderCommand Create(string googleOrderNumber, ParseResult parsed) => create(googleOrderNumber);
}
