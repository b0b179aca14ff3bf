using System.CommandLine;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Cli.Orders;

/// <summary>Cancels an order.</summary>
internal sealed class CancelCommand : OrderActionCommand
{
    private readonly ReasonOptions _reason = new();

    public CancelCommand(ClientCall call, Argument<string> number)
        : base("cancel", "Cancels the order, for good.", call, number, asks: true)
    {
        _reason.AddTo(this);
        Examples = ["googlecheckout order 123456789012345 cancel --reason \"Out of stock\""];
    }

    protected override OrderCommand Create(string googleOrderNumber, ParseResult parsed) =>
        new CancelOrderRequest { GoogleOrderNumber = googleOrderNumber, Reason = _reason.ReadReason(parsed), Comment = _reason.ReadComment(parsed) };

    protected override string Describe(OrderCommand command) => "cancel it for good";
}
