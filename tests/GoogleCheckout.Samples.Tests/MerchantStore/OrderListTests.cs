using GoogleCheckout.Orders;
using MerchantStore.Data;
using MerchantStore.Orders;
using NUnit.Framework;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>The owner's list of orders, on both engines.</summary>
public sealed class OrderListTests(StoreEngine engine) : CommandTestBase(engine)
{
    [SetUp]
    public async Task AddOrdersAsync()
    {
        await SampleOrders.AddAsync(Store,
        [
            SampleOrders.New(1, FinancialOrderState.Reviewing, order => order.BuyerName = "Ada Example"),
            SampleOrders.New(2, FinancialOrderState.Chargeable, order => order.OnHold = true),
            SampleOrders.New(3, FinancialOrderState.Chargeable, order => order.Charged = 20),
            SampleOrders.New(4, FinancialOrderState.Charged, order => order.Charged = 57),
            SampleOrders.New(5, FinancialOrderState.Charged, SetShipped),
            SampleOrders.New(6, FinancialOrderState.Charged, order => (order.Charged, order.Refunded) = (57, 57)),
            SampleOrders.New(7, FinancialOrderState.Cancelled, order => order.DoubleOf = "1"),
            SampleOrders.New(8, FinancialOrderState.Charged, order => (order.Charged, order.FulfillmentState, order.Archived) = (57, FulfillmentOrderState.Delivered, true)),
            SampleOrders.New(9, FinancialOrderState.Charged, SetShipped, "GBP"),
            SampleOrders.New(10, FinancialOrderState.Chargeable, order => order.IsUnknownToGoogle = true),
        ]);
    }

    [TestCase(nameof(OrderFilter.All), "2 3 4 10 9 7 6 5 1")]
    [TestCase(nameof(OrderFilter.ToCharge), "3")]
    [TestCase(nameof(OrderFilter.ToShip), "4")]
    [TestCase(nameof(OrderFilter.OnHold), "2")]
    [TestCase(nameof(OrderFilter.Doubles), "7")]
    [TestCase(nameof(OrderFilter.Archived), "8")]
    public async Task Search_WithFilter_ReturnsItsOrdersWithWorkFirstAndThenTheNewest(string name, string numbers)
    {
        var filter = Enum.Parse<OrderFilter>(name);
        var page = await SearchAsync(new OrderQuery { Filter = filter });
        var counts = await Store.WithAsync<OrderList, IReadOnlyDictionary<OrderFilter, int>>(list => list.CountAsync(CancellationToken.None));

        Assert.That(string.Join(' ', page.Rows.Select(row => row.Number)), Is.EqualTo(numbers));
        Assert.That(counts[filter], Is.EqualTo(page.Count));
    }

    [TestCase("T-1008", "8")]
    [TestCase("3", "3")]
    [TestCase("ada EXAMPLE", "1")]
    [TestCase("Exam", "1")]
    [TestCase("buyer-3@example.com", "3")]
    [TestCase(" T-1005 ", "5")]
    [TestCase("buyer-3@", "3")]
    [TestCase("@example.com", "")]
    [TestCase("\0", "2 3 4 10 9 7 6 5 1")]
    [TestCase("%", "")]
    [TestCase("_", "")]
    [TestCase("nobody", "")]
    public async Task Search_WithText_FindsTheStartsOfNumbersNamesAndAddresses(string text, string numbers)
    {
        var page = await SearchAsync(new OrderQuery { Text = text });

        Assert.That(string.Join(' ', page.Rows.Select(row => row.Number)), Is.EqualTo(numbers));
    }

    [Test]
    public async Task Search_AllOrders_SumsEachCurrency()
    {
        var page = await SearchAsync(new OrderQuery());

        Assert.That(page.Sums, Is.EqualTo(new[]
        {
            new OrderSum(1, new Money(57, "GBP"), new Money(57, "GBP"), new Money(0, "GBP")),
            new OrderSum(8, new Money(456, "USD"), new Money(191, "USD"), new Money(57, "USD")),
        }));
    }

    [Test]
    public async Task Search_PageAfterTheLast_IsEmptyAndKeepsTheSums()
    {
        var page = await SearchAsync(new OrderQuery { Page = 2 });

        Assert.That((page.Rows.Count, page.Count, page.PageCount), Is.EqualTo((0, 9, 1)));
        Assert.That((await SearchAsync(new OrderQuery { Page = int.MaxValue })).Rows, Is.Empty);
    }

    [Test]
    public async Task Search_ManyOrders_HasPagesOf50AndFindsAtMost500()
    {
        await SampleOrders.AddAsync(Store, Enumerable.Range(101, 550).Select(number => SampleOrders.New(number, FinancialOrderState.Charged, SetShipped)));

        var pages = new[] { await SearchAsync(new OrderQuery { Page = 1 }), await SearchAsync(new OrderQuery { Page = 2 }), await SearchAsync(new OrderQuery { Page = 12 }) };
        Assert.That(pages.Select(page => (page.Rows.Count, page.PageCount, page.IsCut)), Is.EqualTo(new[] { (50, 12, false), (50, 12, false), (9, 12, false) }));
        Assert.That(pages[0].Rows.Concat(pages[1].Rows).Select(row => row.Number), Is.Unique);
        Assert.That(pages[0].Rows.Take(4).Select(row => row.Number), Is.EqualTo(new[] { "2", "3", "4", "650" }));

        var found = await SearchAsync(new OrderQuery { Text = "buyer" });
        Assert.That((found.Count, found.IsCut), Is.EqualTo((OrderList.MaxFound, true)));
        Assert.That((await SearchAsync(new OrderQuery { Text = "buyer", Filter = OrderFilter.ToShip })).IsCut, Is.True);
        Assert.That((await SearchAsync(new OrderQuery { Text = "buyer 4" })).IsCut, Is.False);
    }

    private static void SetShipped(Order order) => (order.Charged, order.FulfillmentState) = (57, FulfillmentOrderState.Delivered);

    private Task<OrderPage> SearchAsync(OrderQuery query) => Store.WithAsync<OrderList, OrderPage>(list => list.SearchAsync(query, CancellationToken.None));
}
