using System.Globalization;
using System.Xml.Serialization;
using GoogleCheckout.Carts;
using NUnit.Framework;

namespace GoogleCheckout;

/// <summary>An object of the shop's own as private data, and its values back out of an order.</summary>
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
    public void FromObject_OfARecord_GivesAnElementForEachValue()
    {
        var data = PrivateData.FromObject(Sample);

        Assert.That(data.InnerXml, Is.EqualTo(
            "<order-id>-4711</order-id><customer> O'Brien &amp; \"Söhne\" &lt;1&gt; </customer><is-gift>true</is-gift><budget>1234.50</budget>"
            + "<visit>0f8fad5b-d9cb-469f-a165-70867728950e</visit><since>2012-10-10T02:10:58.178-05:00</since><channel>MobileApp</channel>"
            + "<seen>3</seen><seen>1</seen><seen>2</seen><shop.ref>R/7</shop.ref>"));
    }

    [TestCase("de-DE")]
    [TestCase("tr-TR")]
    public void FromObject_ThroughAnOrderAndInAnyCulture_ComesBack(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            var cart = GoodCarts.Plain.WithCart(inner => inner with { MerchantPrivateData = PrivateData.FromObject(Sample) });
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
    public void FromObject_OfAnAnonymousType_NamesElementsAsTheProtocolDoes()
    {
        var data = PrivateData.FromObject(new { OrderId = 42, URLOfOrderID = "u", Sku = (string?)null, Address1Line = "a", x = 'y' == 'z', Order_Id = 1UL });

        Assert.That(data.InnerXml, Is.EqualTo("<order-id>42</order-id><url-of-order-id>u</url-of-order-id><address1-line>a</address1-line><x>false</x><order_id>1</order_id>"));
    }

    [Test]
    public void GetValues_OfOtherWords_LeavesThemOut()
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
    public void FromObject_OfWhatItDoesNotTake_ThrowsAndNamesTheProperty()
    {
        static void Refused<T>(T source, string named)
            where T : notnull =>
            Assert.That(() => PrivateData.FromObject(source), Throws.ArgumentException.With.Message.Contain(named).And.Message.Not.Contain("s3cret"));

        Assert.Multiple(() =>
        {
            Refused(new { Price = 1.5 }, "Price");
            Refused(new { Placed = new DateTime(2012, 1, 1) }, "Placed");
            Refused(new { Inner = new { Name = "s3cret" } }, "Inner");
            Refused(new { Lists = new[] { new[] { 1 } } }, "Lists");
            Refused(new { Note = "s3cret\u0001" }, "Note");
            Refused(new Misnamed("s3cret"), nameof(Misnamed.Name));
            Refused("s3cret", "String");
            Refused(new[] { 1 }, "Int32[]");
            Refused(new object(), "Object");
            Refused(7, "Int32");
        });
    }

    private static T? Value<T>(PrivateData data, string name) => data.TryGetValue(name, out T? value) ? value : default;

    private sealed record Misnamed([property: XmlElement("no name")] string Name);
}
