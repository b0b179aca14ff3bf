using System.Globalization;
using System.Text;
using System.Xml;
using BenchmarkDotNet.Attributes;
using GoogleCheckout.Benchmarks.Report;
using GoogleCheckout.Carts;

namespace GoogleCheckout.Benchmarks;

/// <summary>Writing a cart of ten items. Goal: at most 1.6 times an <see cref="XmlWriter"/> in hand-written code.</summary>
[MemoryDiagnoser]
public class WriteCart
{
    private const string Ns = "http://checkout.google.com/schema/2";

    private readonly CheckoutShoppingCart _cart = new()
    {
        ShoppingCart = new ShoppingCart
        {
            Items = [.. Enumerable.Range(1, 10).Select(number => new Item
            {
                ItemName = $"Tea number {number}",
                ItemDescription = "A quarter of a kilogram of green tea, loose, in a tin.",
                UnitPrice = new Money(10m + number, "USD"),
                Quantity = number,
                MerchantItemId = $"TEA-{number}",
            })],
            MerchantPrivateData = PrivateData.FromText("SO-2012-000815"),
        },
        CheckoutFlowSupport = new MerchantCheckoutFlowSupport
        {
            ShippingMethods = [new FlatRateShipping { Name = "Parcel", Price = new Money(7.50m, "USD") }],
        },
    };

    private readonly MemoryStream _output = new(16 * 1024);

    [Benchmark(Baseline = true)]
    public long XmlWriterByHand()
    {
        _output.SetLength(0);
        using (var writer = XmlWriter.Create(_output, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            writer.WriteStartElement("checkout-shopping-cart", Ns);
            writer.WriteStartElement("shopping-cart", Ns);
            writer.WriteStartElement("items", Ns);
            foreach (var item in _cart.ShoppingCart.Items)
            {
                WriteItem(writer, item);
            }

            writer.WriteEndElement();
            writer.WriteElementString("merchant-private-data", Ns, "SO-2012-000815");
            writer.WriteEndElement();
            writer.WriteStartElement("checkout-flow-support", Ns);
            writer.WriteStartElement("merchant-checkout-flow-support", Ns);
            writer.WriteStartElement("shipping-methods", Ns);
            writer.WriteStartElement("flat-rate-shipping", Ns);
            writer.WriteAttributeString("name", "Parcel");
            WriteMoney(writer, "price", 7.50m, "USD");
            writer.WriteEndElement();
            writer.WriteEndElement();
            writer.WriteEndElement();
            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        return _output.Length;
    }

    [Benchmark]
    public long CheckoutXmlWrite()
    {
        _output.SetLength(0);
        CheckoutXml.Write(_cart, _output);
        return _output.Length;
    }

    internal static IReadOnlyList<Row> Measure()
    {
        var benchmark = new WriteCart();
        void ByHand() => benchmark.XmlWriterByHand();
        void Write() => benchmark.CheckoutXmlWrite();
        var times = Comparison.OfTimes(ByHand, Write);
        return
        [
            new Row(
                "a cart of ten items is written",
                FormattableString.Invariant($"{times.Measured:F1} µs, {Comparison.AllocatedBytes(Write) / 1000:F1} KB"),
                FormattableString.Invariant($"an `XmlWriter` in hand-written code: {times.Against:F1} µs, {Comparison.AllocatedBytes(ByHand) / 1000:F1} KB"),
                times.Ratio,
                "at most 1.6",
                times.Ratio <= 1.6),
        ];
    }

    private static void WriteItem(XmlWriter writer, Item item)
    {
        writer.WriteStartElement("item", Ns);
        writer.WriteElementString("item-name", Ns, item.ItemName);
        writer.WriteElementString("item-description", Ns, item.ItemDescription);
        WriteMoney(writer, "unit-price", item.UnitPrice.Amount, item.UnitPrice.Currency);
        writer.WriteElementString("quantity", Ns, item.Quantity.ToString(CultureInfo.InvariantCulture));
        writer.WriteElementString("merchant-item-id", Ns, item.MerchantItemId);
        writer.WriteEndElement();
    }

    private static void WriteMoney(XmlWriter writer, string name, decimal amount, string currency)
    {
        writer.WriteStartElement(name, Ns);
        writer.WriteAttributeString("currency", currency);
        writer.WriteString(amount.ToString(CultureInfo.InvariantCulture));
        writer.WriteEndElement();
    }
}
