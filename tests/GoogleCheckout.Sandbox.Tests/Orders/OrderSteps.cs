using System.Globalization;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Sandbox.Orders;

/// <summary>A step that changes an order over HTTPS.</summary>
internal delegate Task Step(OrderOverHttps order);

/// <summary>The steps of the merchant, the buyer, the service and the clock.</summary>
internal static class OrderSteps
{
    public static readonly Step Review = Wait(TimeSpan.FromMinutes(1));

    public static readonly Step Cancel = Command(number => new CancelOrderRequest { GoogleOrderNumber = number, Reason = "Sold out" });

    public static readonly Step Process = Command(number => new ProcessOrderRequest { GoogleOrderNumber = number });

    public static readonly Step Deliver = Command(number => new DeliverOrderRequest { GoogleOrderNumber = number, TrackingData = Parcel });

    public static readonly Step Authorize = Command(number => new AuthorizeOrderRequest { GoogleOrderNumber = number });

    public static readonly Step Archive = Command(number => new ArchiveOrderRequest { GoogleOrderNumber = number });

    public static readonly Step Unarchive = Command(number => new UnarchiveOrderRequest { GoogleOrderNumber = number });

    public static readonly Step Track = Command(number => new AddTrackingDataRequest { GoogleOrderNumber = number, TrackingData = Parcel });

    public static readonly Step AddNumber = Command(number => new AddMerchantOrderNumberRequest { GoogleOrderNumber = number, MerchantOrderNumber = "4711" });

    public static readonly Step CancelByBuyer = order => order.Sandbox.CancelByBuyerAsync(order.Number);

    public static readonly Step CancelByGoogle = order => order.Sandbox.CancelByGoogleAsync(order.Number, "Suspicious");

    public static TrackingData Parcel => new() { Carrier = Carriers.UPS, TrackingNumber = "1Z999" };

    public static Step Wait(TimeSpan time) => order => order.Sandbox.AdvanceAsync(time);

    public static Step Command(Func<string, OrderCommand> command) => order => order.CommandAsync(command);

    public static Step Raw(string element, string children) => order => order.CommandAsync(element, children);

    public static Step Charge(decimal? amount = null) => Command(number => new ChargeOrderRequest { GoogleOrderNumber = number, Amount = Usd(amount) });

    public static Step ChargeAndShip(decimal? amount = null) =>
        Command(number => new ChargeAndShipOrderRequest { GoogleOrderNumber = number, Amount = Usd(amount), TrackingDataList = [Parcel] });

    public static Step ChargeAndShipItems(params string[] items) =>
        Command(number => new ChargeAndShipOrderRequest { GoogleOrderNumber = number, ItemShippingInformationList = Shipped(items) });

    public static Step Refund(decimal? amount = null) => Command(number => new RefundOrderRequest { GoogleOrderNumber = number, Reason = "Late", Amount = Usd(amount) });

    public static Step Ship(params string[] items) => Command(number => new ShipItemsRequest { GoogleOrderNumber = number, ItemShippingInformationList = Shipped(items) });

    public static Step Backorder(params string[] items) => Command(number => new BackorderItemsRequest { GoogleOrderNumber = number, ItemIds = Ids(items) });

    public static Step Return(params string[] items) => Command(number => new ReturnItemsRequest { GoogleOrderNumber = number, ItemIds = Ids(items) });

    public static Step CancelItems(params string[] items) => Command(number => new CancelItemsRequest { GoogleOrderNumber = number, ItemIds = Ids(items), Reason = "Sold out" });

    public static Step Reset(params string[] items) => Command(number => new ResetItemsShippingInformationRequest { GoogleOrderNumber = number, ItemIds = Ids(items) });

    public static Step SendMessage(string message) => Command(number => new SendBuyerMessageRequest { GoogleOrderNumber = number, Message = message });

    public static Step ReplaceCard(TestCard card) => order => order.Sandbox.ReplaceCardAsync(order.Number, card);

    public static Step Chargeback(decimal? amount = null) => order => order.Sandbox.ChargebackAsync(order.Number, Usd(amount));

    /// <summary>Sends a command with an amount as raw XML, for amounts that the SDK does not send.</summary>
    public static Step WithAmount(string element, string currency, decimal amount) => Raw(
        element, string.Create(CultureInfo.InvariantCulture, $"""{(element == "refund-order" ? "<reason>Late</reason>" : null)}<amount currency="{currency}">{amount}</amount>"""));

    private static Money? Usd(decimal? amount) => amount is { } value ? new Money(value, "USD") : null;

    private static IReadOnlyList<ItemId> Ids(string[] items) => [.. items.Select(item => new ItemId { MerchantItemId = item })];

    private static IReadOnlyList<ItemShippingInformation> Shipped(string[] items) => [.. Ids(items).Select(item => new ItemShippingInformation { ItemId = item })];
}
