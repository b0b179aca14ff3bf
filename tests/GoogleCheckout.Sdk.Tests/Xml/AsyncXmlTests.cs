using System.Text;
using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Reports;
using NUnit.Framework;

namespace GoogleCheckout.Xml;

/// <summary>Reads and writes without a blocking call on the caller's stream.</summary>
public class AsyncXmlTests
{
    private const string Namespace = "http://checkout.google.com/schema/2";

    private static readonly string Totals = string.Concat(
        new[] { "order-total", "total-charge-amount", "total-refund-amount", "total-chargeback-amount" }.Select(name => $"<{name} currency=\"USD\">1.0</{name}>"));

    private static string Charge(int number, string root = "charge-amount-notification", string inside = "") =>
        $"<{root} serial-number=\"S-{number}\"><google-order-number>{number}</google-order-number><latest-charge-amount currency=\"USD\">1.0</latest-charge-amount><total-charge-amount currency=\"USD\">2.0</total-charge-amount><timestamp>2012-10-10T02:10:58Z</timestamp>{inside}</{root}>";

    private static string History(params string[] notifications) =>
        $"<notification-history-response xmlns=\"{Namespace}\" serial-number=\"1\"><notifications>{string.Concat(notifications)}</notifications></notification-history-response>";

    [Test]
    public async Task ParseAsync_StreamWithoutSynchronousReads_ReturnsTheSameAsParse()
    {
        var document = Encoding.UTF8.GetBytes(History(Charge(1), Charge(2)));

        var message = await CheckoutXml.ParseAsync(AsyncOnly(document, 7));
        var typed = await CheckoutXml.ParseAsync<NotificationHistoryResponse>(AsyncOnly(document, 7));

        Assert.That((message.ToXmlString(), typed.ToXmlString()), Is.EqualTo((CheckoutXml.Parse(document).ToXmlString(), message.ToXmlString())));
        Assert.That(message.OriginalXml.ToArray(), Is.EqualTo(document));
    }

    [Test]
    public void ParseAsync_InvalidDocument_ThrowsTheSameAsParse()
    {
        var document = Encoding.UTF8.GetBytes(History(Charge(1)));

        Assert.Multiple(() =>
        {
            Assert.That(() => CheckoutXml.ParseAsync(AsyncOnly(document), document.Length - 1), Throws.TypeOf<CheckoutXmlException>().With.Message.Contains("longer than"));
            Assert.That(() => CheckoutXml.ParseAsync<Hello>(AsyncOnly(document)), Throws.TypeOf<CheckoutXmlException>());
            Assert.That(() => CheckoutXml.ParseAsync(AsyncOnly("{}"u8.ToArray())), Throws.TypeOf<CheckoutXmlException>());
            Assert.That(() => CheckoutXml.ParseAsync(AsyncOnly(document), new CancellationToken(canceled: true)), Throws.InstanceOf<OperationCanceledException>());
        });
    }

    [Test]
    public async Task ParseAsync_DocumentAsLongAsTheLimit_ReadsIt()
    {
        var document = Encoding.UTF8.GetBytes(History(Charge(1)));

        Assert.That(await CheckoutXml.ParseAsync(AsyncOnly(document), document.Length), Is.Not.Null);
    }

    [Test]
    public async Task WriteAsync_StreamWithoutSynchronousWrites_WritesTheSameAsWrite()
    {
        var cart = CheckoutShoppingCart.Create(new Item { ItemName = "Tee", ItemDescription = "Grün", UnitPrice = new Money(1m, "EUR"), Quantity = 1 });
        using var expected = new MemoryStream();
        CheckoutXml.Write(cart, expected);
        using var written = new MemoryStream();
        await using var output = new AsyncOnlyStream(written);

        await CheckoutXml.WriteAsync(cart, output);

        Assert.That(written.ToArray(), Is.EqualTo(expected.ToArray()));
    }

    [Test]
    public void AsyncMethods_NullArgument_ThrowAtTheCall()
    {
        Assert.Multiple(() =>
        {
            Assert.That(() => { _ = CheckoutXml.ParseAsync(null!); }, Throws.ArgumentNullException);
            Assert.That(() => { _ = CheckoutXml.ParseAsync<Hello>(null!); }, Throws.ArgumentNullException);
            Assert.That(() => { _ = CheckoutXml.WriteAsync(null!, Stream.Null); }, Throws.ArgumentNullException);
            Assert.That(() => { _ = CheckoutXml.WriteAsync(new Hello(), null!); }, Throws.ArgumentNullException);
            Assert.That(() => { _ = CheckoutXml.ReadNotificationsAsync(null!); }, Throws.ArgumentNullException);
        });
    }

    [TestCase(1)]
    [TestCase(5)]
    [TestCase(int.MaxValue)]
    public async Task ReadNotificationsAsync_StreamWithoutSynchronousReads_ReturnsTheSameAsReadNotifications(int bytesAtATime)
    {
        var longText = new string('x', 20_000);
        var document = Encoding.UTF8.GetBytes(History(
            "<!-- " + longText + " -->" + longText + Charge(1),
            Charge(2, "brand-new-notification", inside: $"<future a=\"{longText}\"><deep>{longText}</deep><![CDATA[{longText}]]><none/></future>"),
            Charge(3, "odd-notification").Replace(" serial-number=\"S-3\"", string.Empty, StringComparison.Ordinal),
            Charge(4, inside: $"<order-summary><google-order-number>4</google-order-number>{Totals}<shopping-cart><merchant-private-data><note xmlns=\"\">{longText}<b/><!-- c --></note></merchant-private-data><items/></shopping-cart></order-summary>")));

        var read = await ToListAsync(CheckoutXml.ReadNotificationsAsync(AsyncOnly(document, bytesAtATime)));

        var expected = CheckoutXml.ReadNotifications(new MemoryStream(document)).ToList();
        Assert.That(read.Select(notification => notification.SerialNumber), Is.EqualTo(new[] { "S-1", "S-2", "S-4" }));
        Assert.That(read.Select(GetText), Is.EqualTo(expected.Select(GetText)));
        Assert.That(read[2].OrderSummary!.ShoppingCart!.MerchantPrivateData!.Text, Is.EqualTo(longText));
    }

    [Test]
    public async Task ReadNotificationsAsync_EveryKind_ReturnsTheSameAsReadNotifications()
    {
        foreach (var root in WireFacts.Table.Roots.Keys.Where(root => root.EndsWith("-notification", StringComparison.Ordinal)))
        {
            var document = Encoding.UTF8.GetBytes(SampleDocuments.Full(root).ToString());

            var read = await ToListAsync(CheckoutXml.ReadNotificationsAsync(AsyncOnly(document, 100)));

            Assert.That(read.Select(each => each.ToXmlString()), Is.EqualTo(CheckoutXml.ReadNotifications(new MemoryStream(document)).Select(each => each.ToXmlString())), root);
            Assert.That(read, Has.Count.EqualTo(1), root);
        }
    }

    [Test]
    public async Task ReadNotificationsAsync_NotificationCannotBeRead_ReturnsThoseBeforeIt()
    {
        var document = Encoding.UTF8.GetBytes(History(Charge(1), Charge(2).Replace("2.0", "many", StringComparison.Ordinal)));
        var expected = Assert.Throws<CheckoutXmlException>(() => CheckoutXml.ReadNotifications(new MemoryStream(document)).Count())!;
        await using var notifications = CheckoutXml.ReadNotificationsAsync(AsyncOnly(document, 7)).GetAsyncEnumerator();

        Assert.That(await notifications.MoveNextAsync(), Is.True);
        var exception = Assert.ThrowsAsync<CheckoutXmlException>(async () => await notifications.MoveNextAsync())!;

        Assert.That((exception.Message, exception.Path, exception.LineNumber), Is.EqualTo((expected.Message, expected.Path, expected.LineNumber)));
    }

    [TestCase("")]
    [TestCase("{}")]
    [TestCase("<a><b></a>")]
    public void ReadNotificationsAsync_NotXml_ThrowsCheckoutXmlException(string document)
    {
        Assert.That(() => ToListAsync(CheckoutXml.ReadNotificationsAsync(AsyncOnly(Encoding.UTF8.GetBytes(document)))), Throws.TypeOf<CheckoutXmlException>());
    }

    [Test]
    public void ReadNotificationsAsync_NotificationLongerThanLimit_Throws()
    {
        var document = Encoding.UTF8.GetBytes(History(Charge(1), Charge(2, inside: $"<padding>{new string('x', 200_000)}</padding>")));

        Assert.That(() => ToListAsync(CheckoutXml.ReadNotificationsAsync(AsyncOnly(document), 100_000)), Throws.TypeOf<CheckoutXmlException>().With.Message.Contains("longer than the limit of 100000 bytes"));
    }

    [Test]
    public async Task ReadNotificationsAsync_Canceled_Stops()
    {
        using var stop = new CancellationTokenSource();
        var document = Encoding.UTF8.GetBytes(History([.. Enumerable.Range(1, 1_000).Select(number => Charge(number))]));
        var read = 0;

        var reading = async () =>
        {
            await foreach (var _ in CheckoutXml.ReadNotificationsAsync(AsyncOnly(document, 100)).WithCancellation(stop.Token))
            {
                read++;
                await stop.CancelAsync();
            }
        };

        Assert.That(reading, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(read, Is.LessThan(1_000));
        await Task.CompletedTask;
    }

    [Test]
    public async Task ReadNotificationsAsync_LongStream_KeepsMemoryConstant()
    {
        const int count = 50_000;
        using var document = new RepeatingStream($"<notification-history-response xmlns=\"{Namespace}\"><notifications>", Charge(7, inside: $"<padding>{new string('x', 500)}</padding>"), count, "</notifications></notification-history-response>");
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (max, read) = (0L, 0);

        await foreach (var _ in CheckoutXml.ReadNotificationsAsync(new AsyncOnlyStream(document)))
        {
            if (++read % 10_000 == 0)
            {
                max = Math.Max(max, GC.GetTotalMemory(forceFullCollection: true));
            }
        }

        Assert.That((read, max - before < 32_000_000), Is.EqualTo((count, true)), $"{max - before} bytes");
    }

    private static string GetText(Notification notification) => Encoding.UTF8.GetString(notification.OriginalXml.ToArray());

    private static AsyncOnlyStream AsyncOnly(byte[] document, int bytesAtATime = int.MaxValue) => new(new MemoryStream(document), bytesAtATime);

    private static async Task<List<Notification>> ToListAsync(IAsyncEnumerable<Notification> notifications)
    {
        var list = new List<Notification>();
        await foreach (var notification in notifications)
        {
            list.Add(notification);
        }

        return list;
    }
}
