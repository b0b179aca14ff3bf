using System.Globalization;
using System.Net;
using GoogleCheckout.Orders;
using GoogleCheckout.Reports;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Api;

/// <summary>Order lists in CSV format: their content, the limits of requests, and reading by the SDK.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.All)]
public sealed class SandboxOrderListTests : IAsyncDisposable
{
    private static readonly DateTime Start = new(2012, 10, 10, 0, 0, 0, DateTimeKind.Unspecified);

    private CheckoutSandbox _sandbox = null!;
    private CheckoutClient _client = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _sandbox = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { TimeProvider = new FakeTimeProvider(TestTime.Start) });
        _client = _sandbox.CreateClient();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _sandbox.DisposeAsync();
    }

    [Test]
    public async Task OrderList_TwoOrders_ReturnsHeaderAndRows()
    {
        using var raw = new RawClient(_sandbox);
        var order = await PlaceAsync();
        await _sandbox.AdvanceAsync(new TimeSpan(15, 38, 8));
        await _client.ChargeOrderAsync(order, new Money(20, "USD"));
        var later = await PlaceAsync();
        await _client.AddMerchantOrderNumberAsync(later, "No. \"7\", red");

        using var response = await raw.SendRawAsync(HttpMethod.Post, $"reports/Merchant/{_sandbox.MerchantId}", Request(Start, Start.AddDays(1)).ToXmlString());

        Assert.That((response.StatusCode, response.Content.Headers.ContentType!.ToString()), Is.EqualTo((HttpStatusCode.OK, "text/csv; charset=UTF-8")));
        Assert.That(
            (await response.Content.ReadAsStringAsync()).Split('\n'),
            Is.EqualTo(new[]
            {
                "Google Order Number,Merchant Order Number,Order Creation Date,Currency of Transaction,Order Amount,Amount Charged,Financial Status,Fulfillment Status",
                $"{order},{order},\"Oct 10, 2012 12:00:00 AM\",USD,50.00,20.00,CHARGEABLE,NEW",
                $"{later},\"No. \"\"7\"\", red\",\"Oct 10, 2012 3:38:08 PM\",USD,50.00,0.00,REVIEWING,NEW",
                string.Empty,
            }));
        Assert.That((_sandbox.Requests[^1].Response, _sandbox.Requests[^1].ResponseCsv?.Length), Is.EqualTo(((CheckoutMessage?)null, (int?)response.Content.Headers.ContentLength)));
        Assert.That(_sandbox.Requests[^1].ToString(), Does.EndWith("OrderListRequest: 200 table"));
    }

    [Test]
    public async Task OrderList_ReadBySdk_ReturnsEntry()
    {
        var order = await PlaceAsync();
        await _client.AddMerchantOrderNumberAsync(order, "No. \"7\", red");
        await _sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        await _client.ChargeAndShipOrderAsync(new ChargeAndShipOrderRequest { GoogleOrderNumber = order });

        var entry = (await ListAsync(Request(Start, Start.AddDays(1)))).Single();

        Assert.That(entry, Is.EqualTo(new OrderListEntry
        {
            GoogleOrderNumber = order,
            MerchantOrderNumber = "No. \"7\", red",
            OrderCreationDate = Start,
            OrderAmount = new Money(50.00m, "USD"),
            AmountCharged = new Money(50.00m, "USD"),
            FinancialStatus = FinancialOrderState.Charged,
            FulfillmentStatus = FulfillmentOrderState.Delivered,
        }));
    }

    [Test]
    public async Task OrderList_LongTimeSpan_SdkSplitsRequests()
    {
        var placed = new List<string>();
        for (var day = 0; day < 70; day += 7)
        {
            placed.Add(await PlaceAsync());
            await _sandbox.AdvanceAsync(TimeSpan.FromDays(7));
        }

        var listed = await ListAsync(Request(Start, Start.AddDays(80)));

        Assert.That(listed.Select(entry => entry.GoogleOrderNumber), Is.EqualTo(placed));
        Assert.That(_sandbox.Requests.Count(request => request.ResponseCsv is not null), Is.EqualTo(3));
    }

    [TestCase(0, 0, 1, TestName = "OrderList_TimeSpan: the second of the purchase")]
    [TestCase(-10, -1, 0, TestName = "OrderList_TimeSpan: before the purchase")]
    [TestCase(1, 10, 0, TestName = "OrderList_TimeSpan: after the purchase")]
    [TestCase(-1, 0, 1, TestName = "OrderList_TimeSpan: until the purchase")]
    public async Task OrderList_TimeSpan_ContainsOrdersPlacedInIt(int fromSecond, int toSecond, int count)
    {
        await _sandbox.AdvanceAsync(TimeSpan.FromHours(12) + TimeSpan.FromMilliseconds(700));
        await PlaceAsync();
        var noon = Start.AddHours(12);

        Assert.That(await ListAsync(Request(noon.AddSeconds(fromSecond), noon.AddSeconds(toSecond))), Has.Count.EqualTo(count));
    }

    [Test]
    public async Task OrderList_TimeZone_AppliesToRequestAndRows()
    {
        await PlaceAsync();
        var evening = new DateTime(2012, 10, 9, 20, 0, 0, DateTimeKind.Unspecified);

        var there = await ListAsync(Request(evening, evening) with { DateTimeZone = "America/New_York" });
        var here = await ListAsync(Request(evening, evening));

        Assert.That(there.Single().OrderCreationDate, Is.EqualTo(evening));
        Assert.That(here, Is.Empty);
    }

    [Test]
    public async Task OrderList_States_ReturnsMatchingOrders()
    {
        var cancelled = await PlaceAsync();
        await _client.CancelOrderAsync(cancelled, "Sold out");
        var delivered = await PlaceAsync();
        await _client.DeliverOrderAsync(delivered);
        var all = Request(Start, Start.AddDays(1));

        Assert.That((await ListAsync(all with { FinancialState = FinancialOrderState.Cancelled })).Single().GoogleOrderNumber, Is.EqualTo(cancelled));
        Assert.That((await ListAsync(all with { FulfillmentState = FulfillmentOrderState.Delivered })).Single().GoogleOrderNumber, Is.EqualTo(delivered));
        Assert.That(await ListAsync(all with { FinancialState = FinancialOrderState.Charged }), Is.Empty);
        Assert.That(await ListAsync(all), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task OrderList_OrderCanceledByGoogle_HasStateOfSchema()
    {
        await _sandbox.PlaceOrderAsync(await _client.CheckoutAsync(SampleCarts.Books), buyer => buyer.Card = TestCard.RejectedForRisk);
        await _sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));

        var entry = (await ListAsync(Request(Start, Start.AddDays(1)))).Single();

        Assert.That((entry.FinancialStatus, entry.FulfillmentStatus), Is.EqualTo((FinancialOrderState.CancelledByGoogle, FulfillmentOrderState.WillNotDeliver)));
    }

    [TestCase("2012-10-01T00:00:00", "2012-11-01T00:00:00", null, "", TestName = "OrderList_TimeSpan_Limits: 31 days")]
    [TestCase("2012-10-01T00:00:00", "2012-11-01T00:00:01", null, "at most 31 days", TestName = "OrderList_TimeSpan_Limits: more than 31 days")]
    [TestCase("2012-10-02T00:00:00", "2012-10-01T00:00:00", null, "before the start-date", TestName = "OrderList_TimeSpan_Limits: the end before the start")]
    [TestCase("2012-10-01T00:00:00", "2012-10-02T00:00:00", "Atlantis/Capital", "time zone Atlantis/Capital is unknown", TestName = "OrderList_TimeSpan_Limits: unknown time zone")]
    public async Task OrderList_TimeSpanOrZone_IsValidated(string start, string end, string? zone, string reason)
    {
        using var raw = new RawClient(_sandbox);
        var body = Request(DateTime.Parse(start, CultureInfo.InvariantCulture), DateTime.Parse(end, CultureInfo.InvariantCulture)) with { DateTimeZone = zone };

        using var response = await raw.SendRawAsync(HttpMethod.Post, $"reports/Merchant/{_sandbox.MerchantId}", body.ToXmlString());

        Assert.That(response.StatusCode, Is.EqualTo(reason.Length == 0 ? HttpStatusCode.OK : HttpStatusCode.BadRequest));
        Assert.That((_sandbox.Requests[^1].Response as ErrorResponse)?.ErrorMessage ?? string.Empty, Does.Contain(reason));
    }

    [TestCase("<financial-state>chargeable</financial-state>", "financial-state")]
    [TestCase("<fulfillment-state/>", "fulfillment-state")]
    public async Task OrderList_UnknownState_IsRejected(string filter, string reason)
    {
        using var raw = new RawClient(_sandbox);
        var body = Request(Start, Start.AddDays(1)).ToXmlString().Replace("/>", $">{filter}</order-list-request>", StringComparison.Ordinal);

        using var response = await raw.SendRawAsync(HttpMethod.Post, $"reports/Merchant/{_sandbox.MerchantId}", body);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(((ErrorResponse)_sandbox.Requests[^1].Response!).ErrorMessage, Does.Contain($"/order-list-request/{reason} (line 2").And.Contains("must be one of"));
    }

    private static OrderListRequest Request(DateTime start, DateTime end) => new() { StartDate = start, EndDate = end };

    private async Task<string> PlaceAsync() => (await _sandbox.PlaceOrderAsync(await _client.CheckoutAsync(SampleCarts.Books))).GoogleOrderNumber;

    private async Task<List<OrderListEntry>> ListAsync(OrderListRequest request) => await _client.GetOrderListAsync(request).ToListAsync();
}
