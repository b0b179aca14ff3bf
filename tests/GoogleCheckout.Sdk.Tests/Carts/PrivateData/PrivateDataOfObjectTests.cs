using System.Globalization;
using System.Xml.Serialization;
using NUnit.Framework;

namespace GoogleCheckout.Carts;

/// <summary>Tests that an object is converted to private data, and that its values can be read from an order.</summary>
public class PrivateDataOfObjectTests
{
    public enum Channel
    {
        Web,
        MobileApp,
    }

    private sealed record Session(
        long OrderId,
        string Customer,
        bool IsGift,
        decimal Budget,
        Guid Visit,
        DateTimeOffset Since,
        Channel Channel,
        IReadOnlyList<int> Seen,
        byte? Rating = null)
    {
        [XmlElement("shop.ref")]
        public string? Reference { get; init; }
    }

    private static readonly Session Sample = new(
        OrderId: -4711,
        Customer: " O'Brien & \"Söhne\" <1> ",
        IsGift: true,
        Budget: 1234.50m,
        Visit: new Guid("0f8fad5b-d9cb-469f-a165-70867728950e"),
        Since: new DateTimeOffset(2012, 10, 10, 2, 10, 58, 178, TimeSpan.FromHours(-5)),
        Channel: Channel.MobileApp,
        Seen: [3, 1, 2])
    {
        Reference = "R/7",
    };

    [Test]
    public void FromObject_Record_CreatesAnElementForEachValue()
    {
        var data = PrivateData.FromObject(Sample);

        Assert.That(data.InnerXml, Is.EqualTo(
            "<order-id>-4711</order-id><customer> O'Brien &amp; \"Söhne\" &lt;1&gt; </customer><is-gift>true</is-gift><budget>1234.50</budget>"
            + "<visit>0f8fad5b-d9cb-469f-a165-70867728950e</visit><since>2012-10-10T02:10:58.178-05:00</since><channel>MobileApp</channel>"
            + "<seen>3</seen><seen>1</seen><seen>2</seen><shop.ref>R/7</shop.ref>"));
    }

    [TestCase("de-DE")]
    [TestCase("tr-TR")]
    public void FromObject_AnyCulture_RoundTripsThroughAnOrder(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            var cart = ValidCarts.Plain.WithCart(inner => inner with { MerchantPrivateData = PrivateData.FromObject(Sample) });
            var data = CheckoutXml.Parse<CheckoutShoppingCart>(cart.ToXmlString()).ShoppingCart.MerchantPrivateData!;

            Assert.Multiple(() =>
            {
                Assert.That(Value<long>(data, "order-id"), Is.EqualTo(Sample.OrderId));
                Assert.That(data.TryGetValue("customer", out string? customer) ? customer : null, Is.EqualTo(Sample.Customer));
                Assert.That(Value<bool>(data, "is-gift"), Is.True);
                Assert.That(Value<decimal>(data, "budget"), Is.EqualTo(Sample.Budget));
                Assert.That(Value<Guid>(data, "visit"), Is.EqualTo(Sample.Visit));
                Assert.That(Value<DateTimeOffset>(data, "since"), Is.EqualTo(Sample.Since));
                Assert.That(Value<Channel>(data, "channel"), Is.EqualTo(Channel.MobileApp));
                Assert.That(data.GetValues<int>("seen"), Is.EqualTo(Sample.Seen));
                Assert.That(data.TryGetValue<int>("rating", out _), Is.False);
            });
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Test]
    public void FromObject_AnonymousType_NamesElementsLikeTheProtocol()
    {
        var data = PrivateData.FromObject(new { OrderId = 42, URLOfOrderID = "u", Sku = (string?)null, Address1Line = "a", x = 'y' == 'z', Order_Id = 1UL });

        Assert.That(data.InnerXml, Is.EqualTo("<order-id>42</order-id><url-of-order-id>u</url-of-order-id><address1-line>a</address1-line><x>false</x><order_id>1</order_id>"));
    }

    [Test]
    public void GetValues_InvalidValues_SkipsThem()
    {
        var data = PrivateData.FromObject(new { Channel = new[] { "Web", "MobileApp", "Fax", "1" } });

        Assert.Multiple(() =>
        {
            Assert.That(data.GetValues<Channel>("channel"), Is.EqualTo(new[] { Channel.Web, Channel.MobileApp }));
            Assert.That(data.GetValues<int>("channel"), Is.EqualTo(new[] { 1 }));
            Assert.That(data.GetValues<string>("no-such"), Is.Empty);
            Assert.That(() => data.GetValues<Uri>("channel"), Throws.TypeOf<NotSupportedException>());
        });
    }

    [Test]
    public void FromObject_UnsupportedType_ThrowsWithTheNameOfTheProperty()
    {
        static void AssertRejected<T>(T source, string named)
            where T : notnull =>
            Assert.That(() => PrivateData.FromObject(source), Throws.ArgumentException.With.Message.Contain(named).And.Message.Not.Contain("s3cret"));

        Assert.Multiple(() =>
        {
            AssertRejected(new { Price = 1.5 }, "Price");
            AssertRejected(new { Placed = new DateTime(2012, 1, 1) }, "Placed");
            AssertRejected(new { Inner = new { Name = "s3cret" } }, "Inner");
            AssertRejected(new { Lists = new[] { new[] { 1 } } }, "Lists");
            AssertRejected(new { Note = "s3cret\u0001" }, "Note");
            AssertRejected(new Misnamed("s3cret"), nameof(Misnamed.Name));
            AssertRejected("s3cret", "String");
            AssertRejected(new[] { 1 }, "Int32[]");
            AssertRejected(new object(), "Object");
            AssertRejected(7, "Int32");
        });
    }

    private static T? Value<T>(PrivateData data, string name) => data.TryGetValue(name, out T? value) ? value : default;

    private sealed record Misnamed([property: XmlElement("no name")] string Name);
}
