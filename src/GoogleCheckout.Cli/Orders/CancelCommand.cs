using System.CommandLine;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Cli.Orders;

/// <summary>Cancels an order.</summary>
internal sealed class CancelCommand : OrderActionCommand
{
    private readonly Option<string> _reason = new("--reason") { HelpName = "TEXT", Description = "The reason, which the buyer reads.", Required = true };
    private readonly Option<string?> _comment = new("--comment") { HelpName = "TEXT", Description = "A comment, which the buyer reads." };

    public CancelCommand(ClientCall call, Argument<string> number)
        : base("cancel", "Cancels the order, for good.", call, number, asks: true)
    {
        Options.Add(_reason);
        Options.Add(_comment);
        Examples = ["googlecheckout order 123456789012345 cancel --reason \"Out of stock\""];
    }

    protected override OrderCommand Create(string googleOrderNumber, ParseResult parsed) =>
        new CancelOrderRequest { GoogleOrderNumber = googleOrderNumber, Reason = parsed.GetRequiredValue(_reason), Comment = parsed.GetValue(_comment) };

    protected override string Describe(OrderCommand command) => "cancel it for good";
}
