using System.CommandLine;
using GoogleCheckout.Cli.Commands;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Cli.Orders;

/// <summary>The options with the parcel of a delivery.</summary>
internal sealed class TrackingOptions
{
    private readonly Option<string?> _carrier = new("--carrier") { HelpName = "CARRIER", Description = $"{Carriers.UPS}, {Carriers.FedEx}, {Carriers.USPS}, {Carriers.DHL} or {Carriers.Other}." };
    private readonly Option<string?> _trackingNumber = new("--tracking-number") { HelpName = "NUMBER", Description = "The carrier's number of the parcel." };

    public void AddTo(Command command)
    {
        _carrier.CompletionSources.Add(Carriers.UPS, Carriers.FedEx, Carriers.USPS, Carriers.DHL, Carriers.Other);
        command.Options.Add(_carrier);
        command.Options.Add(_trackingNumber);
    }

    /// <summary>Returns the parcel; null if there is none.</summary>
    /// <exception cref="InvalidInputException">There is a number without a carrier.</exception>
    public TrackingData? Read(ParseResult parsed) => (parsed.GetValue(_carrier), parsed.GetValue(_trackingNumber)) switch
    {
        (null, null) => null,
        (null, _) => throw new InvalidInputException($"{_trackingNumber.Name} requires {_carrier.Name}."),
        var (carrier, number) => new TrackingData { Carrier = carrier!, TrackingNumber = number },
    };
}
