using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Orders;

/// <summary>Recurrences of orders with tax tables, merchant calculations or several subscriptions, and their end.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.All)]
public sealed class RecurrenceTests : IAsyncDisposable
{
    private static readonly TaxTables Tables = TaxTables.FromRules(new DefaultTaxRule { Rate = 0.1m, TaxArea = Area.World }) with
    {
        AlternateTaxTables = [new AlternateTaxTable { Name = "food", AlternateTaxRules = [new AlternateTaxRule { Rate = 0.02m, TaxArea = Area.World }] }],
    };

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
    public async Task GoogleHandled_RecurrentItemWithATaxTable_IsTaxedByIt()
    {
        var item = Subscribe("tea", SubscriptionTypes.Google, 20m, recurrent => recurrent with { TaxTableSelector = "food" });
        await PlaceAsync(item, flow => flow with { TaxTables = Tables });

        await _sandbox.AdvanceAsync(TimeSpan.FromDays(93));

        Assert.That(Totals(), Is.EqualTo(new[] { 5.50m, 10.20m, 10.20m, 10.20m }));
    }

    [Test]
    public async Task MerchantHandled_ItemWithATaxTable_IsTaxedByIt()
    {
        var order = await PlaceAsync(Subscribe("tea", SubscriptionTypes.Merchant, 20m), flow => flow with { TaxTables = Tables });

        await _client.SendAsync(Recur(order, Line("tea", 10m) with { TaxTableSelector = "FOOD" }));

        Assert.That(Totals(), Is.EqualTo(new[] { 5.50m, 10.20m }));
        Assert.That(() => _client.SendAsync(Recur(order, Line("tea", 10m) with { TaxTableSelector = "drinks" })), Throws.TypeOf<CheckoutApiException>().With.Message.Contains("tax-table-selector is not the name"));
    }

    [TestCase(SubscriptionTypes.Google)]
    [TestCase(SubscriptionTypes.Merchant)]
    public async Task Recurrence_OfAMerchantCalculatedCart_DoesNotClaimThatTheCalculationFailed(string type)
    {
        var order = await PlaceAsync(Subscribe("tea", type, 20m), flow => flow with
        {
            TaxTables = Tables with { MerchantCalculated = true },
            MerchantCalculations = new MerchantCalculations { MerchantCalculationsUrl = "http://127.0.0.1:9/calculate" },
        });

        if (type == SubscriptionTypes.Merchant)
        {
            await _client.SendAsync(Recur(order, Line("tea", 10m)));
        }

        await _sandbox.AdvanceAsync(TimeSpan.FromDays(32));
        var summaries = await _client.GetOrderSummariesAsync(Numbers());
        Assert.That(summaries.Select(summary => summary.OrderAdjustment!.MerchantCalculationSuccessful), Is.EqualTo(new bool?[] { false, null }));
        Assert.That(summaries[1].OrderTotal.Amount, Is.EqualTo(11m));
    }

    [Test]
    public async Task SeveralSubscriptions_Recurrence_CountsForTheOneThatItNames()
    {
        var order = await PlaceAsync([Subscribe("tea", SubscriptionTypes.Merchant, 20m, times: 1), Subscribe("cup", SubscriptionTypes.Merchant, 50m, times: 2)]);

        await _client.SendAsync(Recur(order, Line("tea", 20m)));
        await _client.SendAsync(Recur(order, Line("cup", 50m)));
        await _client.SendAsync(Recur(order, Line("cup", 50m)));

        await AssertRejectedAsync(Recur(order, Line("tea", 1m)), "all its payments");
        await AssertRejectedAsync(Recur(order, Line("cup", 1m)), "all its payments");
    }

    [Test]
    public async Task SeveralSubscriptions_Maximum_LimitsEachByItself()
    {
        var order = await PlaceAsync([Subscribe("tea", SubscriptionTypes.Merchant, 20m), Subscribe("cup", SubscriptionTypes.Merchant, 50m)], flow => flow with { TaxTables = Tables });

        await AssertRejectedAsync(Recur(order, Line("tea", 70m)), "The cart must cost at most 20");
        await AssertRejectedAsync(Recur(order, Line("tea", 19m)), "With tax the total of the cart is 20.9");
        await AssertRejectedAsync(Recur(order, Line("tea", 30m), Line("cup", 10m)), "The items of the subscription 'tea' must cost at most 20");
        await AssertRejectedAsync(Recur(order, Line("tea", 19m), Line("cup", 10m)), "With tax the items of the subscription 'tea' cost 20.9");
        await AssertRejectedAsync(Recur(order, Line("tea", 10m), Line("cup", 10m), Line("gift", 60m)), "The cart must cost at most 70");
        await _client.SendAsync(Recur(order, Line("tea", 18m), Line("cup", 45m)));

        Assert.That(Totals()[^1], Is.EqualTo(69.30m));
    }

    [Test]
    public async Task SeveralSubscriptions_RecurrenceThatNamesNone_IsRejected()
    {
        var order = await PlaceAsync([Subscribe("tea", SubscriptionTypes.Merchant, 20m), Subscribe("cup", SubscriptionTypes.Merchant, 50m), Subscribe("pot", SubscriptionTypes.Google, 50m)]);

        await AssertRejectedAsync(Recur(order, Line(null, 10m)), "several subscriptions; set the merchant item ID");
        await AssertRejectedAsync(Recur(order, Line("tea-march", 10m)), "several subscriptions; set the merchant item ID");
        await AssertRejectedAsync(Recur(order, Line("pot", 10m)), "The service creates the recurrences of the subscription 'pot' itself");
    }

    [TestCase(null)]
    [TestCase("tea")]
    [TestCase("tea-march")]
    public async Task OneSubscription_Recurrence_NeedNotNameIt(string? id)
    {
        var order = await PlaceAsync(Subscribe("tea", SubscriptionTypes.Merchant, 20m, times: 1));

        await _client.SendAsync(Recur(order, Line(id, 10m)));

        await AssertRejectedAsync(Recur(order, Line(id, 10m)), "all its payments");
    }

    [Test]
    public async Task Recurrence_AstronomicPrice_IsRejected()
    {
        var order = await PlaceAsync(Subscribe("tea", SubscriptionTypes.Merchant, 20m));

        await AssertRejectedAsync(Recur(order, Line("tea", decimal.MaxValue) with { Quantity = 2 }), "exceeds the maximum of an order");
        await AssertRejectedAsync(Recur(order, Line("tea", decimal.MaxValue), Line("tea", decimal.MaxValue)), "exceeds the maximum of an order");
        await AssertRejectedAsync(Recur(order, Line("tea", 1_000_000m) with { Quantity = int.MaxValue }), "exceeds the maximum of an order");
    }

    [Test]
    public async Task GoogleHandled_RecurrenceWithoutAPrice_IsSkipped()
    {
        var unrounded = new RoundingPolicy { Mode = RoundingMode.Unnecessary, Rule = RoundingRule.Total };
        await PlaceAsync(Subscribe("tea", SubscriptionTypes.Google, 20m, recurrent => recurrent with { UnitPrice = Usd(1.01m) }), flow => flow with { TaxTables = Tables, RoundingPolicy = unrounded });

        await _sandbox.AdvanceAsync(TimeSpan.FromDays(32));

        Assert.That(Totals(), Is.EqualTo(new[] { 5.50m }));
    }

    [TestCase("tea", new[] { "tea" }, new[] { "cup" })]
    [TestCase("cup", new[] { "cup" }, new[] { "tea" })]
    [TestCase(null, new[] { "tea", "cup" }, new string[0])]
    public async Task CancelItems_WithASubscription_EndsItAndNotifies(string? canceled, string[] ended, string[] remaining)
    {
        var order = await PlaceAsync([Subscribe("tea", SubscriptionTypes.Google, 20m), Subscribe("cup", SubscriptionTypes.Google, 20m), Line("pot", 30m)]);

        await _client.CancelItemsAsync(order, canceled is null ? [] : [canceled], "No longer wanted");
        await _sandbox.AdvanceAsync(TimeSpan.FromDays(32));

        var notification = await FindCancellationAsync(order);
        Assert.That(notification.ItemIds.Select(item => item.MerchantItemId), Is.EqualTo(ended));
        Assert.That((notification.Reason, notification.GoogleOrderNumber), Is.EqualTo(("No longer wanted", order)));
        Assert.That(Recurrences(order).Select(item => item.MerchantItemId), Is.EqualTo(remaining));
    }

    [Test]
    public async Task CancelItems_MerchantHandledSubscription_RejectsRecurrences()
    {
        var order = await PlaceAsync([Subscribe("tea", SubscriptionTypes.Merchant, 20m), Line("pot", 30m)]);

        await _client.CancelItemsAsync(order, ["pot"], "Sold out");
        await _client.SendAsync(Recur(order, Line("tea", 10m)));
        await _client.CancelItemsAsync(order, ["tea"], "Sold out");

        await AssertRejectedAsync(Recur(order, Line("tea", 10m)), "The subscription has ended");
        Assert.That((await FindCancellationAsync(order)).ItemIds.Single().MerchantItemId, Is.EqualTo("tea"));
    }

    private static Money Usd(decimal amount) => new(amount, "USD");

    private static Item Line(string? id, decimal price) =>
        new() { ItemName = id ?? "Parcel", ItemDescription = string.Empty, UnitPrice = Usd(price), Quantity = 1, MerchantItemId = id };

    private static Item Subscribe(string id, string type, decimal maximum, Func<Item, Item>? change = null, int? times = null) => Line(id, 5m) with
    {
        Subscription = new Subscription
        {
            Type = type,
            Period = DatePeriod.Monthly,
            Payments = [new SubscriptionPayment { MaximumCharge = Usd(maximum), Times = times }],
            RecurrentItem = (change ?? (recurrent => recurrent))(Line(id, 10m)),
        },
    };

    private static CreateOrderRecurrenceRequest Recur(string order, params Item[] items) => new() { GoogleOrderNumber = order, ShoppingCart = new ShoppingCart { Items = items } };

    private Task<string> PlaceAsync(Item item, Func<MerchantCheckoutFlowSupport, MerchantCheckoutFlowSupport>? change = null) => PlaceAsync([item], change);

    private async Task<string> PlaceAsync(Item[] items, Func<MerchantCheckoutFlowSupport, MerchantCheckoutFlowSupport>? change = null)
    {
        var cart = CheckoutShoppingCart.Create(items) with { CheckoutFlowSupport = change?.Invoke(new MerchantCheckoutFlowSupport()) };
        return (await _sandbox.PlaceOrderAsync(await _client.CheckoutAsync(cart))).GoogleOrderNumber;
    }

    private async Task AssertRejectedAsync(OrderCommand command, string reason)
    {
        var orders = Numbers().Count;

        Assert.That(async () => await _client.SendAsync(command), Throws.TypeOf<CheckoutApiException>().With.Message.Contains(reason));
        Assert.That(Numbers(), Has.Count.EqualTo(orders));
    }

    // Histories do not list the notification; its serial number ends with the kind.
    private async Task<CancelledSubscriptionNotification> FindCancellationAsync(string order)
    {
        for (var number = 1; number < 10; number++)
        {
            try
            {
                return (CancelledSubscriptionNotification)await _client.GetNotificationAsync($"{order}-0000{number}-9");
            }
            catch (CheckoutApiException)
            {
                // Another event has this number.
            }
        }

        throw new AssertionException("There is no notification of a canceled subscription.");
    }

    private List<OrderSummary> Orders() => [.. ((Control.IControlledSandbox)_sandbox.Merchants[0]).Orders()];

    private List<string> Numbers() => Orders().ConvertAll(order => order.GoogleOrderNumber);

    private List<decimal> Totals() => Orders().ConvertAll(order => order.OrderTotal.Amount);

    private IEnumerable<Item> Recurrences(string order) => Orders().Where(other => other.GoogleOrderNumber != order).SelectMany(other => other.ShoppingCart.Items);
}
