using System.CommandLine;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Cli.Orders;

/// <summary>Refunds an order.</summary>
internal sealed class RefundCommand : OrderActionCommand
{
    private readonly Option<string?> _amount = ActionOptions.CreateAmount("all that was charged");
    private readonly ReasonOptions _reason = new();

    public RefundCommand(ClientCall call, Argument<string> number)
        : base("refund", "Refunds the buyer.", call, number, asks: true)
    {
        Options.Add(_amount);
        _reason.AddTo(this);
        Examples = ["googlecheckout order 123456789012345 refund --reason \"Damaged in the post\" --amount \"5.00 USD\""];
    }

    protected override OrderCommand Create(string googleOrderNumber, ParseResult parsed) => new RefundOrderRequest
    {
        GoogleOrderNumber = googleOrderNumber,
        Amount = ActionOptions.ReadAmount(_amount, parsed),
        Reason = _reason.ReadReason(parsed),
        Comment = _reason.ReadComment(parsed),
    };

    protected override string Describe(OrderCommand command) => $"refund {((RefundOrderRequest)command).Amount?.ToString() ?? "all that was charged"}";
}
