using GoogleCheckout.Carts;
using NUnit.Framework;

namespace GoogleCheckout.Orders;

/// <summary>Tests which subscriptions a recurrence continues, and when an order does not allow it.</summary>
public class RecurrenceRulesTests
{
    [TestCase("tea", new[] { "tea" })]
    [TestCase("tea,cup", new[] { "tea", "cup" })]
    [TestCase("tea-month,gift", new[] { "tea" }, TestName = "FindSubscriptions, the id of the recurrent item")]
    [TestCase("gift", new string[0])]
    [TestCase("", new string[0])]
    [TestCase("pot", new string[0], TestName = "FindSubscriptions, a subscription that the service handles")]
    public void FindSubscriptions_SeveralSubscriptions_ReturnsThoseThatAreNamed(string ids, string[] continued)
    {
        var order = new ShoppingCart { Items = [Subscribe("tea"), Subscribe("cup"), Subscribe("pot", SubscriptionTypes.Google)] };

        var found = OrderRules.FindSubscriptions(Cart(ids), order);

        Assert.That(found.Select(subscription => subscription.Key.MerchantItemId), Is.EqualTo(continued));
    }

    [Test]
    public void FindSubscriptions_OneNamed_PaysForTheWholeCart()
    {
        var order = new ShoppingCart { Items = [Subscribe("tea"), Subscribe("cup")] };

        Assert.That(OrderRules.FindSubscriptions(Cart("tea,gift"), order).Single().Select(item => item.MerchantItemId), Is.EqualTo(new[] { "tea", "gift" }));
        Assert.That(OrderRules.FindSubscriptions(Cart("tea,gift,cup"), order).SelectMany(items => items).Select(item => item.MerchantItemId), Is.EqualTo(new[] { "tea", "cup" }));
    }

    [Test]
    public void FindSubscriptions_ItemThatNamesSeveral_CountsForTheOneWithItsId()
    {
        var order = new ShoppingCart { Items = [Subscribe("tea"), Subscribe("tea-month"), Subscribe("cup")] };

        var found = OrderRules.FindSubscriptions(Cart("cup-month,tea-month,tea"), order);

        Assert.That(found.Select(items => $"{items.Key.MerchantItemId}: {string.Join(' ', items.Select(item => item.MerchantItemId))}"), Is.EqualTo(new[] { "tea: tea", "tea-month: tea-month", "cup: cup-month" }));
    }

    [TestCase("march", "tea")]
    [TestCase("", "tea")]
    [TestCase("", null)]
    public void FindSubscriptions_OneSubscription_NeedNotBeNamed(string ids, string? subscription)
    {
        var order = new ShoppingCart { Items = [Subscribe(subscription), Line("pot", 3m)] };

        Assert.That(OrderRules.FindSubscriptions(Cart(ids), order).Single().Key, Is.SameAs(order.Items[0]));
    }

    [Test]
    public void FindSubscriptions_CartThatNamesNone_ContinuesTheOneWithoutAnId()
    {
        var order = new ShoppingCart { Items = [Subscribe("tea"), Subscribe(null)] };

        Assert.That(OrderRules.FindSubscriptions(Cart(""), order).Single().Key, Is.SameAs(order.Items[1]));
        Assert.That(OrderRules.FindSubscriptions(Cart("tea"), order).Single().Key, Is.SameAs(order.Items[0]));
    }

    [TestCase(1, 20.00, null)]
    [TestCase(2, 10.00, null)]
    [TestCase(1, 20.01, "The cart must cost at most 20")]
    [TestCase(2, 10.01, "The cart must cost at most 20")]
    public void GetRejectionReason_Price_IsLimitedByTheMaximum(int quantity, double price, string? reason)
    {
        var cart = new ShoppingCart { Items = [Line("tea", (decimal)price) with { Quantity = quantity }] };

        Assert.That(Reject(cart, Subscribe("tea"), Subscribe("cup")), reason is null ? Is.Null : Does.StartWith(reason));
    }

    public static IEnumerable<Item> AstronomicItems() =>
    [
        Line("tea", decimal.MaxValue),
        Line("tea", decimal.MinValue),
        Line("tea", decimal.MaxValue) with { Quantity = int.MaxValue },
        Line("tea", 1_000_000m) with { Quantity = int.MaxValue },
    ];

    [TestCaseSource(nameof(AstronomicItems))]
    public void GetRejectionReason_AstronomicPrice_IsARejection(Item item)
    {
        Assert.That(Reject(new ShoppingCart { Items = [item, item] }, Subscribe("tea")), Is.EqualTo("A price of the cart exceeds the maximum of an order"));
    }

    [Test]
    public void GetRejectionReason_AstronomicMaximum_Allows()
    {
        var subscription = Subscribe("tea") is { Subscription: { } terms } item
            ? item with { Subscription = terms with { Payments = [new SubscriptionPayment { MaximumCharge = Usd(decimal.MaxValue) }] } }
            : throw new InvalidOperationException();

        Assert.That(Reject(Cart("tea,tea"), subscription, subscription), Is.Null);
    }

    [Test]
    public void FindSubscriptions_NullArgument_Throws()
    {
        Assert.That(() => OrderRules.FindSubscriptions(null!, new ShoppingCart()), Throws.ArgumentNullException);
        Assert.That(() => OrderRules.FindSubscriptions(new ShoppingCart(), null!), Throws.ArgumentNullException);
    }

    private static string? Reject(ShoppingCart recurrence, params Item[] items) => OrderRules.GetRejectionReason(
        new CreateOrderRecurrenceRequest { GoogleOrderNumber = "1", ShoppingCart = recurrence },
        new OrderStatus
        {
            FinancialOrderState = FinancialOrderState.Charged,
            FulfillmentOrderState = FulfillmentOrderState.New,
            OrderTotal = Usd(10m),
            TotalChargeAmount = Usd(10m),
            TotalRefundAmount = Usd(0m),
            TotalChargebackAmount = Usd(0m),
            ShoppingCart = new ShoppingCart { Items = items },
        });

    private static ShoppingCart Cart(string ids) => new() { Items = [.. ids.Split(',').Select(id => Line(id.Length > 0 ? id : null, 1m))] };

    private static Item Line(string? id, decimal price) => new() { ItemName = "Tea", ItemDescription = "A tin", UnitPrice = Usd(price), Quantity = 1, MerchantItemId = id };

    private static Item Subscribe(string? id, string type = SubscriptionTypes.Merchant) => Line(id, 5m) with
    {
        Subscription = new Subscription
        {
            Type = type,
            Period = DatePeriod.Monthly,
            Payments = [new SubscriptionPayment { MaximumCharge = Usd(20m) }],
            RecurrentItem = Line(id is null ? null : id + "-month", 5m),
        },
    };

    private static Money Usd(decimal amount) => new(amount, "USD");
}
