using System.CommandLine;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Cli.Orders;

/// <summary>Marks items of an order as shipped.</summary>
internal sealed class ShipCommand : OrderActionCommand
{
    private readonly Option<string[]> _items = ActionOptions.CreateItems("The merchant's id of an item in the parcel. May be repeated.", isRequired: true);
    private readonly TrackingOptions _tracking = new();
    private readonly Option<bool?> _email = ActionOptions.CreateEmail();

    public ShipCommand(ClientCall call, Argument<string> number)
        : base("ship", "Marks items of the order as shipped. Charges nothing.", call, number)
    {
        Options.Add(_items);
        _tracking.AddTo(this);
        Options.Add(_email);
        Examples = ["googlecheckout order 123456789012345 ship --item book --item map --carrier UPS --tracking-number 1Z999AA10123456784"];
    }

    protected override OrderCommand Create(string googleOrderNumber, ParseResult parsed)
    {
        TrackingData[] parcels = _tracking.Read(parsed) is { } parcel ? [parcel] : [];
        return new ShipItemsRequest
        {
            GoogleOrderNumber = googleOrderNumber,
            ItemShippingInformationList = [.. ActionOptions.ReadItems(_items, parsed).Select(item => new ItemShippingInformation { ItemId = item, TrackingDataList = parcels })],
            SendEmail = parsed.GetValue(_email),
        };
    }
}
