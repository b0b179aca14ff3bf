using System.Text;
using GoogleCheckout.Archives;
using GoogleCheckout.Notifications;
using NUnit.Framework;

namespace GoogleCheckout.Xml;

/// <summary>Reads notifications that a log has as form fields.</summary>
public class ReadArchiveFormTests
{
    private const string Order = "_type=new-order-notification&serial-number=S-1&google-order-number=841&timestamp=2009-03-18T20%3A25%3A31.000Z"
        + "&shopping-cart.items.item-1.item-name=Green+tea+%26+caf%C3%A9&shopping-cart.items.item-1.item-description=a%0D%0Ab&shopping-cart.items.item-1.quantity=2"
        + "&shopping-cart.items.item-1.unit-price=6.25&shopping-cart.items.item-1.unit-price.currency=USD"
        + "&shopping-cart.items.item-2.item-name=Cup&shopping-cart.items.item-2.item-description=Cup&shopping-cart.items.item-2.quantity=1"
        + "&shopping-cart.items.item-2.unit-price=3.0&shopping-cart.items.item-2.unit-price.currency=USD"
        + "&shopping-cart.items=shopping-cart.items.item-1&shopping-cart.items=shopping-cart.items.item-2"
        + "&shopping-cart.merchant-private-data=%3Cshop-order-id%3E77%3C%2Fshop-order-id%3E"
        + "&buyer-billing-address.address1=1+Main+St&buyer-billing-address.city=K%C3%B6ln&buyer-billing-address.country-code=DE&buyer-id=1"
        + "&order-total=15.5&order-total.currency=USD&financial-order-state=REVIEWING&fulfillment-order-state=NEW&_charset_=UTF-8";

    [Test]
    public void ReadArchive_NameValuePost_ReturnsTheNotification()
    {
        var log = $"POST /callback HTTP/1.1\nContent-Type: application/x-www-form-urlencoded\n\n{Order}\n";

        var entry = Read(log).Single();
        var order = (NewOrderNotification)entry.Notification!;

        Assert.Multiple(() =>
        {
            Assert.That(order.SerialNumber, Is.EqualTo("S-1"));
            Assert.That(order.Timestamp, Is.EqualTo(new DateTimeOffset(2009, 3, 18, 20, 25, 31, TimeSpan.Zero)));
            Assert.That(order.ShoppingCart.Items.Select(item => (item.ItemName, item.Quantity, item.UnitPrice)), Is.EqualTo(new[] { ("Green tea & caf\u00E9", 2, new Money(6.25m, "USD")), ("Cup", 1, new Money(3.0m, "USD")) }));
            Assert.That(order.ShoppingCart.MerchantPrivateData!.TryGetValue("shop-order-id", out string? id) ? id : null, Is.EqualTo("77"));
            Assert.That(order.BuyerBillingAddress!.City, Is.EqualTo("K\u00F6ln"));
            Assert.That(order.OrderTotal, Is.EqualTo(new Money(15.5m, "USD")));
            Assert.That((entry.LineNumber, entry.LinePosition, entry.Offset, entry.Length), Is.EqualTo((4, 1, log.IndexOf("_type", StringComparison.Ordinal), Order.Length)));
            Assert.That(Encoding.UTF8.GetString(entry.RawXml.Span), Is.EqualTo(Order));
        });
    }

    [TestCase("10:15 body: {0} 200")]
    [TestCase("\"{0}\"")]
    [TestCase("{0}")]
    [TestCase("body={0}<hello/>")]
    [TestCase("GET /callback?{0} HTTP/1.1")]
    public void ReadArchive_PostOnALine_IsFoundBetweenOtherText(string line)
    {
        var log = line.Replace("{0}", Charge(1), StringComparison.Ordinal) + "\n" + line.Replace("{0}", Charge(2), StringComparison.Ordinal) + "\n" + Document(3) + line.Replace("{0}", Charge(4), StringComparison.Ordinal);

        Assert.That(Read(log).Select(SerialNumber), Is.EqualTo(new[] { "1", "2", "3", "4" }));
    }

    [Test]
    public void ReadArchive_TypeIsNotTheFirstField_ReadsThoseBefore() =>
        Assert.That(Read("post serial-number=1&" + Charge(1).Replace("&serial-number=1", string.Empty, StringComparison.Ordinal)).Select(SerialNumber), Is.EqualTo(new[] { "1" }));

    [Test]
    public void ReadArchive_PostAndXmlOfTheSameNotification_AreDuplicates() =>
        Assert.That(Read($"{Charge(1)}\n{Document(1)}\n{Charge(2)}\n{Charge(2)}\n").Select(entry => entry.IsDuplicate), Is.EqualTo(new[] { false, true, false, true }));

    [TestCase("serial-number=841171949013218-00001-7")]
    [TestCase("_type=notification-acknowledgment&serial-number=1")]
    [TestCase("_type=order-list-request&start-date=2009-01-01")]
    [TestCase("_type=")]
    [TestCase("_type=-notification&a=b")]
    [TestCase("_type=charge-amount-notification")]
    public void ReadArchive_OtherForms_ArePassedOver(string form) =>
        Assert.That(Read($"{form}\n{Document(1)}\n{form}").Select(SerialNumber), Is.EqualTo(new[] { "1" }));

    [TestCase("latest-charge-amount=1.0", "latest-charge-amount=much", "latest-charge-amount")]
    [TestCase("google-order-number=1&", "", "google-order-number")]
    [TestCase("google-order-number=1", "google-order-number=1&a%3Cb=1", "not that of an element")]
    [TestCase("google-order-number=1", "google-order-number=%FF", "is not utf-8")]
    public void ReadArchive_FieldCannotBeRead_ReturnsItsLineAndTheOthers(string value, string other, string error)
    {
        var entries = Read($"first\nthen {Charge(1).Replace(value, other, StringComparison.Ordinal)}\n{Charge(2)}").ToList();

        Assert.Multiple(() =>
        {
            Assert.That(entries.Select(SerialNumber), Is.EqualTo(new[] { null, "2" }));
            Assert.That(entries[0].Error!.Message, Does.Contain(error));
            Assert.That((entries[0].Error!.LineNumber, entries[0].Error!.LinePosition), Is.EqualTo((2, 6)));
        });
    }

    [Test]
    public void ReadArchive_AnyChunks_ReturnsTheSame([Values(1, 3, 7, 1000)] int bytesAtATime)
    {
        var log = Encoding.UTF8.GetBytes($"first\npost {Order} 200\n{Document(2)}a_type=b&{Charge(3)}\n_type=c\n{Charge(4)}");

        var entries = CheckoutXml.ReadArchive(new SlowStream(log, bytesAtATime)).Select(entry => $"{entry} {entry.Offset} {entry.Length} {SerialNumber(entry)}");

        Assert.That(entries, Is.EqualTo(CheckoutXml.ReadArchive(new MemoryStream(log)).Select(entry => $"{entry} {entry.Offset} {entry.Length} {SerialNumber(entry)}")));
    }

    [Test]
    public void ReadArchive_LongerThanTheLimit_ReturnsAnErrorAndTheOthers()
    {
        var log = $"{Charge(1)}&a={new string('x', 300_000)}\n{Document(2)}";

        var entries = CheckoutXml.ReadArchive(new MemoryStream(Encoding.UTF8.GetBytes(log)), new ArchiveOptions { MaxNotificationBytes = 10_000 }).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(entries.Select(SerialNumber), Is.EqualTo(new[] { null, "2" }));
            Assert.That(entries[0].Error!.Message, Does.Contain("longer than the limit of 10000 bytes"));
        });
    }

    [Test]
    public void ReadArchive_FallbackEncoding_IsThatOfTheValues()
    {
        var log = Order.Replace("K%C3%B6ln", "K%F6ln", StringComparison.Ordinal).Replace("%C3%A9", "%E9", StringComparison.Ordinal);

        var entry = CheckoutXml.ReadArchive(new MemoryStream(Encoding.UTF8.GetBytes(log)), new ArchiveOptions { FallbackEncoding = "windows-1252" }).Single();

        Assert.That(((NewOrderNotification)entry.Notification!).BuyerBillingAddress!.City, Is.EqualTo("K\u00F6ln"));
    }

    [TestCase("n fields", 400)]
    [TestCase("a field of n elements inside each other", 400)]
    [TestCase("n / 20 posts without other fields", 400)]
    [TestCase("n characters without a space", 20)]
    public void ReadArchive_TwiceTheForm_AllocatesTwiceAsMuch(string family, double maxFactor) =>
        AllocationGrowth.Verify(
            "CheckoutXml.ReadArchive", family, 20_000, maxFactor,
            n => Encoding.UTF8.GetBytes(family switch
            {
                "n fields" => $"_type=a-notification&serial-number=1{string.Concat(Enumerable.Range(0, n).Select(number => $"&a-{number}=b"))}",
                "n / 20 posts without other fields" => string.Concat(Enumerable.Repeat("_type=a-notification&\n", n / 20)),
                "n characters without a space" => new string('x', 20 * n),
                _ => $"_type=a-notification&serial-number=1&{string.Concat(Enumerable.Repeat("a.", n))}a=b",
            }),
            log => _ = CheckoutXml.ReadArchive(new MemoryStream(log)).Count());

    private static string Charge(int number) =>
        $"_type=charge-amount-notification&serial-number={number}&google-order-number=1&latest-charge-amount=1.0&latest-charge-amount.currency=USD&total-charge-amount=2.0&total-charge-amount.currency=USD";

    private static string Document(int number) =>
        $"<charge-amount-notification xmlns='http://checkout.google.com/schema/2' serial-number='{number}'><google-order-number>1</google-order-number><latest-charge-amount currency='USD'>1.0</latest-charge-amount><total-charge-amount currency='USD'>2.0</total-charge-amount></charge-amount-notification>";

    private static string? SerialNumber(ArchiveEntry entry) => entry.Notification?.SerialNumber;

    private static IEnumerable<ArchiveEntry> Read(string log) => CheckoutXml.ReadArchive(new MemoryStream(Encoding.UTF8.GetBytes(log)));
}
