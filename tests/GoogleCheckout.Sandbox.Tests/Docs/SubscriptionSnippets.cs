using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using GoogleCheckout.Sandbox.Callbacks;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Docs;

/// <summary>The code of docs/subscriptions.md, compiled and run.</summary>
[Parallelizable(ParallelScope.All)]
public class SubscriptionSnippets
{
    [Test]
    public async Task GoogleHandled_AfterThreeMonths_HasThreeRecurrencesOfTheSubscriber()
    {
        await using var merchant = await MerchantServer.StartAsync();
        await using var sandbox = await CheckoutSandbox.StartAsync(merchant.Options());
        using var client = sandbox.CreateClient();

        var cart = TeaClub(SubscriptionTypes.Google);
        // <test>
        var first = await sandbox.PlaceOrderAsync(await client.CheckoutAsync(cart));
        await sandbox.AdvanceAsync(TimeSpan.FromDays(93));
        await sandbox.CancelSubscriptionAsync(first.GoogleOrderNumber);
        // </test>
        await sandbox.DeliverAsync();

        var told = merchant.Posts.Select(post => CheckoutXml.Parse(post.Body)).ToList();
        Assert.That(told.OfType<NewOrderNotification>().Where(order => order.GoogleOrderNumber != first.GoogleOrderNumber).Select(SubscriberOf), Is.EqualTo(new int?[] { 7, 7, 7 }));
        Assert.That(told, Has.Exactly(1).InstanceOf<CancelledSubscriptionNotification>());
    }

    [Test]
    public async Task MerchantHandled_WhenAskedFor_IsANewOrder()
    {
        await using var merchant = await MerchantServer.StartAsync();
        await using var sandbox = await CheckoutSandbox.StartAsync(merchant.Options());
        using var client = sandbox.CreateClient();
        var firstOrder = (await sandbox.PlaceOrderAsync(await client.CheckoutAsync(TeaClub(SubscriptionTypes.Merchant)))).GoogleOrderNumber;

        // <recurrence>
        var march = new Item
        {
            ItemName = "Tea of the month",
            ItemDescription = "March: Darjeeling",
            UnitPrice = new Money(10m, "USD"),
            Quantity = 1,
            MerchantPrivateItemData = PrivateData.FromObject(new { SubscriberId = 7 }),
        };
        await client.CreateOrderRecurrenceAsync(new CreateOrderRecurrenceRequest
        {
            GoogleOrderNumber = firstOrder,
            ShoppingCart = new ShoppingCart { Items = [march] },
        });
        // </recurrence>
        await sandbox.DeliverAsync();

        var recurrence = merchant.Posts.Select(post => CheckoutXml.Parse(post.Body)).OfType<NewOrderNotification>().Single(order => order.GoogleOrderNumber != firstOrder);
        Assert.That((SubscriberOf(recurrence), recurrence.OrderTotal), Is.EqualTo(((int?)7, new Money(10m, "USD"))));
    }

    private static CheckoutShoppingCart TeaClub(string type)
    {
        // <cart>
        var club = new Item
        {
            ItemName = "Tea club",
            ItemDescription = "A new tea each month, for a year",
            UnitPrice = new Money(5m, "USD"),
            Quantity = 1,
            MerchantItemId = "tea-club",
            Subscription = new Subscription
            {
                Type = SubscriptionTypes.Google,
                Period = DatePeriod.Monthly,
                Payments = [new SubscriptionPayment { Times = 11, MaximumCharge = new Money(12m, "USD") }],
                RecurrentItem = new Item
                {
                    ItemName = "Tea of the month",
                    ItemDescription = "One tea",
                    UnitPrice = new Money(10m, "USD"),
                    Quantity = 1,
                    MerchantPrivateItemData = PrivateData.FromObject(new { SubscriberId = 7 }),
                },
            },
        };
        var cart = CheckoutShoppingCart.Create(club);
        // </cart>
        Assert.That(cart.Validate(), Is.Empty);
        return CheckoutShoppingCart.Create(club with { Subscription = club.Subscription with { Type = type } });
    }

    // <link>
    private static int? SubscriberOf(NewOrderNotification order) => order.ShoppingCart.Items
        .Select(item => item.MerchantPrivateItemData?.TryGetValue("subscriber-id", out int id) == true ? id : (int?)null)
        .FirstOrDefault(id => id is not null);
    // </link>
}
