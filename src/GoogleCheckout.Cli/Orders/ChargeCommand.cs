using System.CommandLine;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Cli.Orders;

/// <summary>Charges an order.</summary>
internal sealed class ChargeCommand : OrderActionCommand
{
    private readonly Option<string?> _amount = ActionOptions.CreateAmount("all that is not charged");

    public ChargeCommand(ClientCall call, Argument<string> number)
        : base("charge", "Charges the buyer.", call, number, asks: true)
    {
        Options.Add(_amount);
        Examples = ["googlecheckout order 123456789012345 charge --amount \"12.50 USD\""];
    }

    protected override OrderCommand Create(string googleOrderNumber, ParseResult parsed) =>
        new ChargeOrderRequest { GoogleOrderNumber = googleOrderNumber, Amount = ActionOptions.ReadAmount(_amount, parsed) };

    protected override string Describe(OrderCommand command) => $"charge {((ChargeOrderRequest)command).Amount?.ToString() ?? "all that is not charged"}";
}
