using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using GoogleCheckout.Sandbox;
using MerchantStore.Data;
using MerchantStore.Orders;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;
using static GoogleCheckout.Samples.MerchantStore.TestStore;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>What a new order becomes in the store's tables.</summary>
public sealed class NewOrderTests(StoreEngine engine) : CommandTestBase(engine)
{
    private protected override (string Name, string Value)[] Settings => [("CancelFailedCalculations", "true"), ("ShopStatus:CHARGEABLE", "Processed")];

    [Test]
    public async Task NewOrder_IsStoredWithBuyerAndItems()
    {
        await Store.PlaceAsync(Placed(Number, 1, "cart-1"));
        await Store.PlaceAsync(Placed(Number, 1, "cart-1"));

        var order = await Store.WithAsync<StoreContext, Order>(store => store.Orders.Include(each => each.Lines).Include(each => each.Document).Include(each => each.SearchTerms).SingleAsync());
        Assert.Multiple(() =>
        {
            Assert.That(order.ShopOrderNumber, Is.EqualTo("T-1001"));
            Assert.That((order.BuyerName, order.BuyerEmail), Is.EqualTo(("Ada Example", "ada@example.com")));
            Assert.That(order.SearchTerms.Select(each => each.Term), Is.EquivalentTo(new[] { Number, "t-1001", "ada example", "example", "ada@example.com" }));
            Assert.That(order.Lines.Select(line => (line.ProductId, line.Quantity, line.UnitPrice)), Is.EqualTo(new[] { ("sencha", 2, 6.25m) }));
            Assert.That(order.Document!.Read().ShoppingCart.Items, Has.Count.EqualTo(1));
            Assert.That(order.PlacedAt, Is.EqualTo(Noon.AddSeconds(1)));
            Assert.That(order.Status, Is.EqualTo(ShopStatus.New));
        });
    }

    [Test]
    public async Task NewOrder_AfterItsOtherNotifications_IsFoundByNumberAndName()
    {
        await Store.RecordAsync(Change(2, FinancialOrderState.Reviewing, FinancialOrderState.Chargeable));
        await Store.PlaceAsync(Placed(Number, 1, "cart-1"));

        foreach (var text in new[] { Number, "T-1001", "Ada", "exam", "ada@example.com" })
        {
            Assert.That((await Store.WithAsync<OrderList, OrderPage>(list => list.SearchAsync(new OrderQuery { Text = text }, CancellationToken.None))).Count, Is.EqualTo(1), text);
        }
    }

    [Test]
    public async Task NewOrder_OfTheCartOfAnEarlierOne_IsAPossibleDouble()
    {
        await Store.PlaceAsync(Placed("1", 1, "cart-1"));
        await Store.PlaceAsync(Placed("2", 2, "cart-1"));
        await Store.PlaceAsync(Placed("3", 3, "cart-2"));

        var orders = await Store.WithAsync<StoreContext, Order[]>(store => store.Orders.OrderBy(order => order.PlacedAt).ToArrayAsync());
        Assert.That(orders.Select(order => order.DoubleOf), Is.EqualTo(new[] { null, "1", null }));
        Assert.That(orders.Select(order => order.OnHold), Is.EqualTo(new[] { false, true, false }), "the automatic charge leaves it to the owner");
    }

    [TestCase(false, 1)]
    [TestCase(true, 0)]
    [TestCase(null, 0)]
    public async Task NewOrder_WhoseCalculationFailed_IsCancelledOnce(bool? successful, int cancellations)
    {
        await Store.PlaceAsync(Placed(Number, 1, "cart-1", successful));
        await Store.PlaceAsync(Placed(Number, 1, "cart-1", successful));

        var commands = await Store.WithAsync<OrderCommands, IReadOnlyList<SentCommand>>(each => each.ListAsync(Number, CancellationToken.None));
        Assert.That(commands.Count(command => command.What.StartsWith("Cancel", StringComparison.Ordinal) && command.State == SentCommandState.Waiting), Is.EqualTo(cancellations));
        Assert.That((await Store.FindAsync()).CalculationSuccessful, Is.EqualTo(successful));
    }

    [Test]
    public async Task Status_OfTheShop_FollowsTheStatesByTheSettings()
    {
        var statuses = new List<ShopStatus>();
        foreach (var (from, to) in new[]
        {
            (FinancialOrderState.Reviewing, FinancialOrderState.Chargeable), (FinancialOrderState.Chargeable, FinancialOrderState.PaymentDeclined),
            (FinancialOrderState.PaymentDeclined, FinancialOrderState.Cancelled),
        })
        {
            await Store.RecordAsync(Change(statuses.Count, from, to));
            statuses.Add((await Store.FindAsync()).Status);
        }

        Assert.That(statuses, Is.EqualTo(new[] { ShopStatus.Processed, ShopStatus.Failed, ShopStatus.Cancelled }));
    }

    [Test]
    public async Task Status_MappingChanged_CountsFromTheNextNotification()
    {
        await Store.RecordAsync(Change(1, FinancialOrderState.Reviewing, FinancialOrderState.Chargeable));

        await Store.SetAsync("ShopStatus:CHARGEABLE", "Queued");
        await Store.SetAsync("ShopStatus:CHARGED", "Complete");
        Assert.That((await Store.FindAsync()).Status, Is.EqualTo(ShopStatus.Processed), "the order keeps the status that it has");

        await Store.RecordAsync(Change(2, FinancialOrderState.Chargeable, FinancialOrderState.Charged, charged: 57));
        Assert.That((await Store.FindAsync()).Status, Is.EqualTo(ShopStatus.Complete));
    }

    private static NewOrderNotification Placed(string number, int second, string cart, bool? calculated = null)
    {
        var sample = SampleNotifications.NewOrder(number);
        var placed = sample with
        {
            SerialNumber = $"{number} placed",
            Timestamp = Noon.AddSeconds(second),
            ShoppingCart = new ShoppingCart
            {
                Items = [new Item { ItemName = "Sencha", ItemDescription = "Green tea", MerchantItemId = "sencha", UnitPrice = Usd(6.25m), Quantity = 2 }],
                MerchantPrivateData = PrivateData.FromXml([new("shop-order-number", "T-1001"), new("cart-id", cart)]),
            },
            OrderAdjustment = sample.OrderAdjustment! with { MerchantCalculationSuccessful = calculated },
        };
        return CheckoutXml.Parse<NewOrderNotification>(placed.ToXmlString());
    }
}
