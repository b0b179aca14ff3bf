using System.CommandLine;
using GoogleCheckout.Cli.Commands;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Cli.Orders;

/// <summary>Adds a parcel to an order.</summary>
internal sealed class TrackCommand : OrderActionCommand
{
    private readonly TrackingOptions _tracking = new();

    public TrackCommand(ClientCall call, Argument<string> number)
        : base("track", "Adds a parcel to the order, for the buyer.", call, number)
    {
        _tracking.AddTo(this);
        Examples = ["googlecheckout order 123456789012345 track --carrier UPS --tracking-number 1Z999AA10123456784"];
    }

    protected override OrderCommand Create(string googleOrderNumber, ParseResult parsed) => new AddTrackingDataRequest
    {
        GoogleOrderNumber = googleOrderNumber,
        TrackingData = _tracking.Read(parsed) ?? throw new InvalidInputException("--carrier and --tracking-number are missing."),
    };
}
