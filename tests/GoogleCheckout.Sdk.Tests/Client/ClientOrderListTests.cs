using System.Globalization;
using System.Net;
using System.Text;
using GoogleCheckout.Orders;
using GoogleCheckout.Reports;
using NUnit.Framework;

namespace GoogleCheckout.Client;

/// <summary>The order list: its rows, and long periods requested in parts.</summary>
public class ClientOrderListTests
{
    private const string Heading = "Google Order Number,Merchant Order Number,Order Creation Date,Currency of Transaction,Order Amount,Amount Charged,Financial Status,Fulfillment Status\n";

    [Test]
    public async Task GetOrderListAsync_WithAllColumns_ReturnsTypedRows()
    {
        var (rows, network) = await Read(Heading
            + "345850876342638,P-1,\"Dec 11, 2009 3:38:08 AM\",USD,\"1,001.490\",1.49,CHARGED,DELIVERED\r\n"
            + "345850876342639,,\"Jan 1, 2010 12:00:00 PM\",GBP,2.00,0,NONSENSE,\r\n");

        Assert.Multiple(() =>
        {
            Assert.That(rows[0], Is.EqualTo(new OrderListEntry
            {
                GoogleOrderNumber = "345850876342638",
                MerchantOrderNumber = "P-1",
                OrderCreationDate = new DateTime(2009, 12, 11, 3, 38, 8, DateTimeKind.Unspecified),
                OrderAmount = new Money(1001.490m, "USD"),
                AmountCharged = new Money(1.49m, "USD"),
                FinancialStatus = FinancialOrderState.Charged,
                FulfillmentStatus = FulfillmentOrderState.Delivered,
            }));
            Assert.That(rows[0].OrderCreationDate!.Value.Kind, Is.EqualTo(DateTimeKind.Unspecified));
            Assert.That(rows[1], Is.EqualTo(new OrderListEntry
            {
                GoogleOrderNumber = "345850876342639",
                OrderCreationDate = new DateTime(2010, 1, 1, 12, 0, 0),
                OrderAmount = new Money(2.00m, "GBP"),
                AmountCharged = new Money(0m, "GBP"),
                FinancialStatus = FinancialOrderState.Unknown,
            }));
            Assert.That(network.Requests.Single().Uri.AbsoluteUri, Is.EqualTo(TestMerchant.ReportsEndpoint));
            Assert.That((string?)network.Requests.Single().Xml.Attribute("start-date"), Is.EqualTo("2009-12-01T00:00:00"));
        });
    }

    [TestCase("de-DE")]
    [TestCase("ar-SA")]
    [SetCulture("de-DE")]
    public async Task GetOrderListAsync_InAnotherCulture_ReadsTheSame(string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

        var (rows, _) = await Read("Google Order Number,Order Creation Date,Order Amount,Currency of Transaction\n1,\"Dec 11, 2009 3:38:08 PM\",1.49,USD\n");

        Assert.Multiple(() =>
        {
            Assert.That(rows.Single().OrderAmount, Is.EqualTo(new Money(1.49m, "USD")));
            Assert.That(rows.Single().OrderCreationDate, Is.EqualTo(new DateTime(2009, 12, 11, 15, 38, 8)));
        });
    }

    [Test]
    public async Task GetOrderListAsync_WhenColumnsAreInAnotherOrderOrUnknown_FindsThemByName()
    {
        var (rows, _) = await Read("\uFEFFAmount Charged,Mood,currency of transaction,Google Order Number\n3.10,\"good, \"\"really\"\"\",USD,17\n");

        Assert.That(rows.Single(), Is.EqualTo(new OrderListEntry { GoogleOrderNumber = "17", AmountCharged = new Money(3.10m, "USD") }));
    }

    [Test]
    public async Task GetOrderListAsync_WhenThereAreNoOrders_IsEmpty()
    {
        var (rows, _) = await Read(Heading);

        Assert.That(rows, Is.Empty);
    }

    [Test]
    public void GetOrderListAsync_WhenTheResponseIsAnError_ThrowsTheServicesMessage([Values(200, 400)] int status)
    {
        using var network = new StubHandler(_ => SampleResponses.Xml("\n" + SampleResponses.Error("The span is too long.").Replace("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", string.Empty, StringComparison.Ordinal), (HttpStatusCode)status));

        Assert.That(async () => await Read(network, January(2012)), Throws.TypeOf<CheckoutApiException>().With.Property("ErrorMessage").EqualTo("The span is too long.").And.Property("StatusCode").EqualTo((HttpStatusCode)status));
    }

    [TestCase("", "empty", 0)]
    [TestCase("<bye xmlns='http://checkout.google.com/schema/2' serial-number='1'/>", "Bye", 0)]
    [TestCase("Order\n1\n", "Google Order Number", 1)]
    [TestCase("Google Order Number,Order Amount\n1,2.00\n2", "cut off", 3)]
    [TestCase("Google Order Number,Order Amount\n1,2.00\n\"2,3.0", "cut off", 3)]
    [TestCase("Google Order Number,Order Amount\n1,much\n", "Order Amount", 2)]
    [TestCase("Google Order Number,Order Creation Date\n\"1\",soon\n", "Order Creation Date", 2)]
    [TestCase("Google Order Number,Order Amount\n,2.00\n", "Google Order Number", 2)]
    [TestCase("Google Order Number,,,Order Amount\n1,a,b\n", "cut off", 2)]
    [TestCase("Order Amount,Google Order Number,Google Order Number\n2.00,1\n", "cut off", 2)]
    [TestCase("Google Order Number,Note,Note,Note,Order Amount\n1,,,,2.00\n2,,,\n", "cut off", 3)]
    [TestCase("Google Order Number,Order Amount\r1,2.00\r2,3.00\r3,much\r", "Order Amount", 4)]
    public void GetOrderListAsync_WhenTheCsvCannotBeRead_ReportsLineAndReason(string table, string reason, int line)
    {
        var thrown = Assert.ThrowsAsync<CheckoutXmlException>(() => Read(table))!;

        Assert.Multiple(() =>
        {
            Assert.That(thrown.Message, Does.Contain(reason).And.Contain("order-list-request"));
            Assert.That(thrown.LineNumber, Is.EqualTo(line));
            Assert.That(thrown.OutcomeUnknown, Is.False);
        });
    }

    [Test]
    public async Task GetOrderListAsync_WhenTheCsvIsLong_ReturnsRowsBeforeItsEnd()
    {
        var seen = 0;
        using var network = new StubHandler(_ => new HttpResponseMessage { Content = new StreamContent(new SilentStream(() => Assert.Fail("read on"), Heading.Replace('\n', ',') + "\n" + string.Concat(Enumerable.Range(1, 2000).Select(number => $"{number},,,USD,1.00,1.00,CHARGED,NEW,\n")))) });
        using var client = new CheckoutClient(new HttpClient(network), TestMerchant.Options());

        await foreach (var row in client.GetOrderListAsync(January(2012)))
        {
            if (++seen == 2000)
            {
                break;
            }
        }

        Assert.That(seen, Is.EqualTo(2000));
    }

    [Test]
    public void GetOrderListAsync_WhenTheCsvStops_TimesOut()
    {
        var options = TestMerchant.Options();
        using var network = new StubHandler(_ => new HttpResponseMessage
        {
            Content = new StreamContent(new SilentStream(() => ((WaitSkippingTimeProvider)options.TimeProvider).Advance(TimeSpan.FromMinutes(2)), Heading)),
        });

        Assert.That(async () => await Read(network, January(2012), options), Throws.TypeOf<CheckoutException>().With.Property("IsTransient").True.And.Property("OutcomeUnknown").False
            .And.Message.Contains("stopped before its end").And.Message.Contains("CheckoutOptions.Timeout"));
    }

    [TestCase("Google Order Number,,\n1,x,y\n")]
    [TestCase("Google Order Number,Google Order Number,\n1,2,\n")]
    [TestCase("Note,Google Order Number,note\nx,1,y\n")]
    public async Task GetOrderListAsync_WhenHeadingsAreRepeatedOrEmpty_ReadsTheFirstColumn(string table) =>
        Assert.That((await Read(table)).Rows.Single().GoogleOrderNumber, Is.EqualTo("1"));

    public static IEnumerable<TestCaseData> Spans()
    {
        yield return new TestCaseData("2012-01-01T00:00:00", "2012-01-31T23:59:59", new[] { "2012-01-01T00:00:00/2012-01-31T23:59:59" });
        yield return new TestCaseData("2012-01-01T00:00:00", "2012-02-01T00:00:00", new[] { "2012-01-01T00:00:00/2012-02-01T00:00:00" });
        yield return new TestCaseData("2012-01-01T00:00:00", "2012-02-01T00:00:01", new[] { "2012-01-01T00:00:00/2012-01-31T23:59:59", "2012-02-01T00:00:00/2012-02-01T00:00:01" });
        yield return new TestCaseData("2012-01-01T00:00:00", "2012-03-31T23:59:59", new[] { "2012-01-01T00:00:00/2012-01-31T23:59:59", "2012-02-01T00:00:00/2012-03-02T23:59:59", "2012-03-03T00:00:00/2012-03-31T23:59:59" });
    }

    [TestCaseSource(nameof(Spans))]
    public async Task GetOrderListAsync_WhenTheSpanIsOver31Days_SendsPartsThatDoNotOverlap(string start, string end, string[] parts)
    {
        var number = 0;
        using var network = new StubHandler(_ => Table($"Google Order Number\n{++number}\n"));
        var request = new OrderListRequest
        {
            StartDate = DateTime.Parse(start, CultureInfo.InvariantCulture),
            EndDate = DateTime.Parse(end, CultureInfo.InvariantCulture),
            FinancialState = FinancialOrderState.Charged,
            DateTimeZone = "America/New_York",
        };

        var rows = await Read(network, request);

        Assert.Multiple(() =>
        {
            Assert.That(network.Requests.Select(sent => $"{sent.Xml.Attribute("start-date")!.Value}/{sent.Xml.Attribute("end-date")!.Value}"), Is.EqualTo(parts));
            Assert.That(network.Requests.Select(sent => sent.Body), Has.All.Contain("America/New_York").And.All.Contain("CHARGED"));
            Assert.That(rows.Select(row => row.GoogleOrderNumber), Is.EqualTo(Enumerable.Range(1, parts.Length).Select(part => part.ToString(CultureInfo.InvariantCulture))));
        });
    }

    private static OrderListRequest January(int year) => new() { StartDate = new DateTime(year, 1, 1), EndDate = new DateTime(year, 1, 31) };

    private static async Task<(List<OrderListEntry> Rows, StubHandler Network)> Read(string table)
    {
        var network = new StubHandler(_ => Table(table));
        return (await Read(network, new OrderListRequest { StartDate = new DateTime(2009, 12, 1), EndDate = new DateTime(2009, 12, 31) }), network);
    }

    private static async Task<List<OrderListEntry>> Read(StubHandler network, OrderListRequest request, CheckoutOptions? options = null)
    {
        using var client = new CheckoutClient(new HttpClient(network, disposeHandler: false), options ?? TestMerchant.Options());
        var rows = new List<OrderListEntry>();
        await foreach (var row in client.GetOrderListAsync(request))
        {
            rows.Add(row);
        }

        return rows;
    }

    private static HttpResponseMessage Table(string table) => new() { Content = new StringContent(table, Encoding.UTF8, "text/csv") };
}
