using System.CommandLine;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Cli.Orders;

/// <summary>Marks an order as delivered.</summary>
internal sealed class DeliverCommand : OrderActionCommand
{
    private readonly TrackingOptions _tracking = new();
    private readonly Option<bool?> _email = ActionOptions.CreateEmail();

    public DeliverCommand(ClientCall call, Argument<string> number)
        : base("deliver", "Marks the order as delivered.", call, number)
    {
        _tracking.AddTo(this);
        Options.Add(_email);
        Examples = ["googlecheckout order 123456789012345 deliver --carrier UPS --tracking-number 1Z999AA10123456784"];
    }

    protected override OrderCommand Create(string googleOrderNumber, ParseResult parsed) =>
        new DeliverOrderRequest { GoogleOrderNumber = googleOrderNumber, TrackingData = _tracking.Read(parsed), SendEmail = parsed.GetValue(_email) };
}
