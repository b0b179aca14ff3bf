using System.Globalization;
using System.Xml.Linq;

namespace GoogleCheckout.Sandbox.Faults;

/// <summary>Quirks of single values: times, amounts, states and codes.</summary>
internal static class ValueQuirks
{
    private static readonly TimeSpan PacificStandardTime = TimeSpan.FromHours(-8);

    /// <summary>Returns the edit of the quirk; null if the quirk belongs to another class.</summary>
    public static Action<XElement>? Find(Quirk quirk) => quirk switch
    {
        Quirk.PaddedValues => Pad,
        Quirk.TimesWithoutZone => root => Set(WireXml.Times(root), FormatWithoutZone),
        Quirk.UnreadableExpirationDate => root => Set(WireXml.All(root, "authorization-expiration-date"), FormatAsJavaDate),
        Quirk.AmountsLikeJava => root => Set(WireXml.Amounts(root), FormatAsJavaDouble),
        Quirk.FeesWithoutCurrency => RemoveCurrencyOfFees,
        Quirk.AppliedMoreThanCalculated => HalveCalculatedAmounts,
        Quirk.EmptyStates => EmptyStates,
        Quirk.HyphenatedStates => root => Set(States(root), state => state.Value.Replace('_', '-')),
        Quirk.ChargeableAtOnce => MakeChargeable,
        Quirk.ImpossibleIpAddress => root => Set(WireXml.All(root, "ip-address"), _ => "123.456.123.456"),
        Quirk.UnknownCvnResponse => root => Set(WireXml.All(root, "cvn-response"), _ => "Y"),
        Quirk.OtherBuyerId => root => Set(WireXml.All(root, "buyer-id"), Increment),
        Quirk.SummaryDiffers => MakeSummaryDiffer,
        Quirk.TextPrivateData => SetTextPrivateData,
        Quirk.NestedPrivateItemData => AddNestedPrivateItemData,
        _ => null,
    };

    private static void Set(IEnumerable<XElement> elements, Func<XElement, string> value)
    {
        foreach (var element in elements.ToList())
        {
            element.Value = value(element);
        }
    }

    private static IEnumerable<XElement> States(XElement root) => WireXml.All(
        root,
        "financial-order-state", "previous-financial-order-state", "new-financial-order-state",
        "fulfillment-order-state", "previous-fulfillment-order-state", "new-fulfillment-order-state");

    private static void Pad(XElement root) =>
        Set(WireXml.Amounts(root).Concat(WireXml.Times(root)), element => $"\n    {element.Value}\n  ");

    private static string FormatWithoutZone(XElement time) =>
        WireXml.ParseTime(time).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff", CultureInfo.InvariantCulture);

    private static string FormatAsJavaDate(XElement time) =>
        WireXml.ParseTime(time).ToOffset(PacificStandardTime).ToString("ddd MMM dd HH:mm:ss 'PST' yyyy", CultureInfo.InvariantCulture);

    private static string FormatAsJavaDouble(XElement amount) =>
        decimal.Parse(amount.Value, CultureInfo.InvariantCulture).ToString("0.0#########", CultureInfo.InvariantCulture);

    private static string Increment(XElement number) =>
        (long.Parse(number.Value, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture);

    private static void RemoveCurrencyOfFees(XElement root)
    {
        var fees = WireXml.All(root, "latest-charge-fee").Elements()
            .Concat(WireXml.All(root, "latest-fee-refund-amount", "latest-chargeback-fee-amount"));
        foreach (var fee in fees)
        {
            fee.Attributes("currency").Remove();
        }
    }

    private static void HalveCalculatedAmounts(XElement root)
    {
        foreach (var applied in WireXml.All(root, "applied-amount").ToList())
        {
            var calculated = WireXml.GetOrAdd(applied.Parent!, "calculated-amount");
            calculated.ReplaceAttributes(applied.Attributes());
            calculated.Value = (decimal.Parse(applied.Value, CultureInfo.InvariantCulture) / 2).ToString(CultureInfo.InvariantCulture);
        }
    }

    private static void EmptyStates(XElement root)
    {
        foreach (var state in WireXml.Direct(root, "previous-financial-order-state", "new-fulfillment-order-state"))
        {
            state.RemoveNodes();
        }
    }

    private static void MakeChargeable(XElement root)
    {
        var newOrders = WireXml.Notifications(root).Where(notification => notification.Name.LocalName == "new-order-notification");
        Set(newOrders.SelectMany(order => WireXml.All(order, "financial-order-state")), _ => "CHARGEABLE");
    }

    private static void MakeSummaryDiffer(XElement root)
    {
        var firstItems = WireXml.Direct(root, "order-summary").Select(summary => WireXml.All(summary, "item-description").FirstOrDefault());
        Set(firstItems.OfType<XElement>(), description => $"{description.Value} (changed)");
    }

    private static void SetTextPrivateData(XElement root)
    {
        foreach (var cart in WireXml.All(root, "shopping-cart"))
        {
            var data = WireXml.GetOrAdd(cart, "merchant-private-data");
            data.Value = data.Value.Length == 0 ? "15" : data.Value;
        }
    }

    private static void AddNestedPrivateItemData(XElement root)
    {
        foreach (var item in WireXml.All(root, "items").Elements())
        {
            WireXml.GetOrAdd(item, "merchant-private-item-data").Add(
                WireXml.New("note", "one"), WireXml.New("note", "two"), WireXml.New("notes", WireXml.New("note", "three")));
        }
    }
}
