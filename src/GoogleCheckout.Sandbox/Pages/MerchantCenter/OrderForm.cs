using System.Globalization;
using GoogleCheckout.Orders;
using GoogleCheckout.Sandbox.Orders;
using Microsoft.AspNetCore.Http;

namespace GoogleCheckout.Sandbox.Pages.MerchantCenter;

/// <summary>A form of the order page, as the merchant sent it.</summary>
/// <param name="Kind">The form.</param>
/// <param name="Fields">Its fields.</param>
internal sealed record OrderForm(OrderFormKind Kind, IFormCollection Fields)
{
    /// <summary>The name of the field with the <see cref="Kind"/>.</summary>
    public const string KindField = "action";

    /// <summary>The name of the field with what the page had shown, see <see cref="GetShown"/>.</summary>
    public const string ShownField = "shown";

    /// <summary>The name of the field with the selected items.</summary>
    public const string ItemField = "item";

    /// <summary>Returns the type only: a form may have a person's data.</summary>
    public override string ToString() => nameof(OrderForm);

    /// <summary>Returns the id of the form in the page.</summary>
    public static string IdOf(OrderFormKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>Returns the form; null if the field names none.</summary>
    public static OrderForm? Read(IFormCollection fields) =>
        Enum.GetValues<OrderFormKind>().Where(kind => IdOf(kind) == fields[KindField]).Select(kind => new OrderForm(kind, fields)).FirstOrDefault();

    /// <summary>
    /// Returns what the form would repeat if it was sent twice, for a hidden field. The form is executed only if this has not changed since the
    /// page was shown: a form that was sent twice does not charge twice.
    /// </summary>
    public static string GetShown(OrderFormKind kind, Order order) => kind switch
    {
        OrderFormKind.Charge => order.TotalChargeAmount.ToString(),
        OrderFormKind.ChargeAndShip => string.Create(CultureInfo.InvariantCulture, $"{order.TotalChargeAmount} {order.Parcels.Count}"),
        OrderFormKind.Refund => order.TotalRefundAmount.ToString(),
        OrderFormKind.Message => order.MessagesToBuyer.Count.ToString(CultureInfo.InvariantCulture),
        OrderFormKind.Deliver or OrderFormKind.Track or OrderFormKind.ShipItems or OrderFormKind.BackorderItems or OrderFormKind.ReturnItems or OrderFormKind.CancelItems
            or OrderFormKind.ResetItems => order.Parcels.Count.ToString(CultureInfo.InvariantCulture),
        _ => string.Empty,
    };

    /// <summary>Returns the reason why the form is not executed; null if what it repeats has not changed.</summary>
    public string? GetRefusal(Order order) => Fields[ShownField] == GetShown(Kind, order)
        ? null
        : "The order changed after the page was opened, so nothing was done. See below what it is now, and send the form again if you still want it";

    /// <summary>Returns the text of a field, without spaces around it.</summary>
    public string GetText(string field) => Fields[field].ToString().Trim();

    /// <summary>Returns the command.</summary>
    /// <exception cref="FormatException">A field is not valid; the message says which one, and what it needs.</exception>
    public OrderCommand ToCommand(Order order)
    {
        var number = order.GoogleOrderNumber;
        return Kind switch
        {
            OrderFormKind.Charge => new ChargeOrderRequest { GoogleOrderNumber = number, Amount = ReadAmount(order) },
            OrderFormKind.ChargeAndShip => new ChargeAndShipOrderRequest { GoogleOrderNumber = number, Amount = ReadAmount(order), TrackingDataList = ReadParcels() },
            OrderFormKind.Refund => new RefundOrderRequest { GoogleOrderNumber = number, Amount = ReadAmount(order), Reason = ReadText("reason", "reason"), Comment = ReadOptional("comment") },
            OrderFormKind.Cancel => new CancelOrderRequest { GoogleOrderNumber = number, Reason = ReadText("reason", "reason"), Comment = ReadOptional("comment") },
            OrderFormKind.Authorize => new AuthorizeOrderRequest { GoogleOrderNumber = number },
            OrderFormKind.Process => new ProcessOrderRequest { GoogleOrderNumber = number },
            OrderFormKind.Deliver => new DeliverOrderRequest { GoogleOrderNumber = number, TrackingData = ReadTracking() },
            OrderFormKind.ShipItems => new ShipItemsRequest { GoogleOrderNumber = number, ItemShippingInformationList = ReadShipment() },
            OrderFormKind.BackorderItems => new BackorderItemsRequest { GoogleOrderNumber = number, ItemIds = ReadItems() },
            OrderFormKind.ReturnItems => new ReturnItemsRequest { GoogleOrderNumber = number, ItemIds = ReadItems() },
            OrderFormKind.CancelItems => new CancelItemsRequest { GoogleOrderNumber = number, ItemIds = ReadItems(), Reason = ReadText("reason", "reason for the cancellation"), Comment = ReadOptional("comment") },
            OrderFormKind.ResetItems => new ResetItemsShippingInformationRequest { GoogleOrderNumber = number, ItemIds = ReadItems() },
            OrderFormKind.Track => new AddTrackingDataRequest { GoogleOrderNumber = number, TrackingData = ReadTracking() ?? throw new FormatException("Select the carrier.") },
            OrderFormKind.Message => new SendBuyerMessageRequest { GoogleOrderNumber = number, Message = ReadText("message", "message") },
            OrderFormKind.Number => new AddMerchantOrderNumberRequest { GoogleOrderNumber = number, MerchantOrderNumber = ReadText("number", "shop's number") },
            OrderFormKind.Archive => new ArchiveOrderRequest { GoogleOrderNumber = number },
            OrderFormKind.Unarchive => new UnarchiveOrderRequest { GoogleOrderNumber = number },
            _ => throw new InvalidOperationException($"There is no command for {Kind}."),
        };
    }

    private Money ReadAmount(Order order) =>
        decimal.TryParse(GetText("amount"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            ? new Money(amount, order.OrderTotal.Currency)
            : throw new FormatException("Enter the amount with digits and a decimal point, for example 12.50.");

    private string ReadText(string field, string label) => ReadOptional(field) ?? throw new FormatException($"Enter the {label}.");

    private string? ReadOptional(string field)
    {
        var text = GetText(field);
        try
        {
            XmlCharacters.EnsureValid(text, $"The field {field}");
        }
        catch (ArgumentException e)
        {
            throw new FormatException($"{e.Message} Enter other text.", e);
        }

        return text.Length > 0 ? text : null;
    }

    private TrackingData? ReadTracking() => (ReadOptional("carrier"), ReadOptional("tracking")) switch
    {
        (null, null) => null,
        (null, _) => throw new FormatException("Select the carrier of the tracking number."),
        var (carrier, tracking) => new TrackingData { Carrier = carrier, TrackingNumber = tracking },
    };

    private IReadOnlyList<TrackingData> ReadParcels() => ReadTracking() is { } parcel ? [parcel] : [];

    private IReadOnlyList<ItemShippingInformation> ReadShipment()
    {
        var parcels = ReadParcels();
        return [.. ReadItems().Select(item => new ItemShippingInformation { ItemId = item, TrackingDataList = parcels })];
    }

    // Selected lines of the cart may have the same id.
    private List<ItemId> ReadItems() =>
        Fields[ItemField].OfType<string>().Distinct().Select(id => new ItemId { MerchantItemId = id }).ToList() is { Count: > 0 } items
            ? items
            : throw new FormatException("Select at least one item.");
}
