using System.CommandLine;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Cli.Orders;

/// <summary>Charges an order, and marks it or its items as shipped.</summary>
internal sealed class ChargeAndShipCommand : OrderActionCommand
{
    private readonly Option<string?> _amount = ActionOptions.CreateAmount("all that is not charged");
    private readonly Option<string[]> _items = ActionOptions.CreateItems("The merchant's id of an item in the parcel. May be repeated. (the whole order)", isRequired: false);
    private readonly TrackingOptions _tracking = new();
    private readonly Option<bool?> _email = ActionOptions.CreateEmail();

    public ChargeAndShipCommand(ClientCall call, Argument<string> number)
        : base("charge-and-ship", "Charges the buyer, and marks the order or some of its items as shipped.", call, number, asks: true)
    {
        Options.Add(_amount);
        Options.Add(_items);
        _tracking.AddTo(this);
        Options.Add(_email);
        Examples =
        [
            "googlecheckout order 123456789012345 charge-and-ship --carrier UPS --tracking-number 1Z999AA10123456784",
            "googlecheckout order 123456789012345 charge-and-ship --amount \"12.50 USD\" --item book",
        ];
    }

    protected override OrderCommand Create(string googleOrderNumber, ParseResult parsed)
    {
        var items = ActionOptions.ReadItems(_items, parsed);
        TrackingData[] parcels = _tracking.Read(parsed) is { } parcel ? [parcel] : [];
        return new ChargeAndShipOrderRequest
        {
            GoogleOrderNumber = googleOrderNumber,
            Amount = ActionOptions.ReadAmount(_amount, parsed),
            TrackingDataList = items.Count == 0 ? parcels : [],
            ItemShippingInformationList = [.. items.Select(item => new ItemShippingInformation { ItemId = item, TrackingDataList = parcels })],
            SendEmail = parsed.GetValue(_email),
        };
    }

    protected override string Describe(OrderCommand command) =>
        $"charge {((ChargeAndShipOrderRequest)command).Amount?.ToString() ?? "all that is not charged"} and mark {DescribeItems((ChargeAndShipOrderRequest)command)} as shipped";

    private static string DescribeItems(ChargeAndShipOrderRequest command) => command.ItemShippingInformationList is { Count: > 0 } items
        ? string.Join(", ", items.Select(item => QuotedText.OfIdentifier(item.ItemId.MerchantItemId)))
        : "the order";
}
