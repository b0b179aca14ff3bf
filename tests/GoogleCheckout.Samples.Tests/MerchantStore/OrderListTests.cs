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
        ]);
    }

    [TestCase(nameof(OrderFilter.All), "9 7 6 5 4 3 2 1")]
    [TestCase(nameof(OrderFilter.ToCharge), "3 2")]
    [TestCase(nameof(OrderFilter.ToShip), "4")]
    [TestCase(nameof(OrderFilter.OnHold), "2")]
    [TestCase(nameof(OrderFilter.Doubles), "7")]
    [TestCase(nameof(OrderFilter.Archived), "8")]
    public async Task Search_WithFilter_ReturnsItsOrdersNewestFirst(string name, string numbers)
    {
        var filter = Enum.Parse<OrderFilter>(name);
        var page = await SearchAsync(new OrderQuery { Filter = filter });
        var counts = await Store.WithAsync<OrderList, IReadOnlyDictionary<OrderFilter, int>>(list => list.CountAsync(CancellationToken.None));

        Assert.That(string.Join(' ', page.Rows.Select(row => row.Number)), Is.EqualTo(numbers));
        Assert.That(counts[filter], Is.EqualTo(page.Count));
    }

    [TestCase("T-1008", "8")]
    [TestCase("ada EXAMPLE", "1")]
    [TestCase("buyer-3@example.com", "3")]
    [TestCase(" T-1005 ", "5")]
    [TestCase("%", "")]
    [TestCase("_", "")]
    [TestCase("nobody", "")]
    public async Task Search_WithText_FindsNumbersNamesAndAddresses(string text, string numbers)
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
            new OrderSum(7, new Money(399, "USD"), new Money(191, "USD"), new Money(57, "USD")),
        }));
    }

    [Test]
    public async Task Search_PageAfterTheLast_IsEmptyAndKeepsTheSums()
    {
        var page = await SearchAsync(new OrderQuery { Page = 2 });

        Assert.That((page.Rows.Count, page.Count, page.PageCount), Is.EqualTo((0, 8, 1)));
    }

    private static void SetShipped(Order order) => (order.Charged, order.FulfillmentState) = (57, FulfillmentOrderState.Delivered);

    private Task<OrderPage> SearchAsync(OrderQuery query) => Store.WithAsync<OrderList, OrderPage>(list => list.SearchAsync(query, CancellationToken.None));
}
