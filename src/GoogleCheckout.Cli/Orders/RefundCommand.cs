using System.CommandLine;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Cli.Orders;

/// <summary>Refunds an order.</summary>
internal sealed class RefundCommand : OrderActionCommand
{
    private readonly Option<string?> _amount = ActionOptions.CreateAmount("all that was charged");
    private readonly Option<string> _reason = new("--reason") { HelpName = "TEXT", Description = "The reason, which the buyer reads.", Required = true };
    private readonly Option<string?> _comment = new("--comment") { HelpName = "TEXT", Description = "A comment, which the buyer reads." };

    public RefundCommand(ClientCall call, Argument<string> number)
        : base("refund", "Refunds the buyer.", call, number, asks: true)
    {
        Options.Add(_amount);
        Options.Add(_reason);
        Options.Add(_comment);
        Examples = ["googlecheckout order 123456789012345 refund --reason \"Damaged in the post\" --amount \"5.00 USD\""];
    }

    protected override OrderCommand Create(string googleOrderNumber, ParseResult parsed) => new RefundOrderRequest
    {
        GoogleOrderNumber = googleOrderNumber,
        Amount = ActionOptions.ReadAmount(_amount, parsed),
        Reason = parsed.GetRequiredValue(_reason),
        Comment = parsed.GetValue(_comment),
    };

    protected override string Describe(OrderCommand command) => $"refund {((RefundOrderRequest)command).Amount?.ToString() ?? "all that was charged"}";
}
