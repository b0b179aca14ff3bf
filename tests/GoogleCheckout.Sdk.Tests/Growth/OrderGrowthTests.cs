using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using NUnit.Framework;

namespace GoogleCheckout.Growth;

/// <summary>The validation of a notification and the rules of an order are linear in their lists and texts.</summary>
public class OrderGrowthTests
{
    private static readonly Address Buyer = new() { ContactName = "Ann", Email = "ann@example.com", Address1 = "1 Main St", City = "Reno", Region = "NV", PostalCode = "89501", CountryCode = "US" };

    private static readonly (string Family, int Size, Func<int, CountedReads, NewOrderNotification> Create)[] Notifications =
    [
        ("n items", 400, (n, reads) => Order(Usd(1m), reads.List(Lines(n)))),
        ("n items, and another n in the summary", 400, (n, reads) => WithSummary(Order(Usd(1m), reads.List(Lines(n))), reads.List(Lines(n).Reverse()))),
        ("an order total with a currency of n characters, and n / 100 items", 40_000, (n, reads) => Order(new Money(1m, new string('k', n)), reads.List(Lines(n / 100)))),
        ("a currency of n / 10 characters in each of 50 items", 20_000, (n, reads) => Order(Usd(1m), reads.List(Lines(50).Select(line => line with { UnitPrice = new Money(1m, new string('k', n / 10)) })))),
        ("n items in another currency", 400, (n, reads) => Order(new Money(1m, "GBP"), reads.List(Lines(n)))),
        ("n promotions", 400, (n, reads) => Order(Usd(1m), Lines(1)) with { Promotions = reads.List(Enumerable.Range(0, n).Select(_ => new Promotion { Id = 1, Name = "p", TotalAmount = new Money(1m, "GBP") })) }),
        ("n codes", 400, (n, reads) => Order(Usd(1m), Lines(1)) with { OrderAdjustment = new OrderAdjustment { MerchantCodes = reads.List(Enumerable.Range(0, n).Select(_ => new CouponAdjustment { Code = "TEA", AppliedAmount = Usd(1m) })) } }),
        ("an order number of n characters", 40_000, (n, _) => Order(Usd(1m), Lines(1)) with { GoogleOrderNumber = new string('7', n) }),
    ];

    private static readonly (string Family, Func<int, CountedReads, (OrderCommand, OrderStatus)> Create)[] Commands =
    [
        ("n items of an order with n items", (n, reads) => (new ShipItemsRequest { GoogleOrderNumber = "1", ItemShippingInformationList = reads.List(Enumerable.Range(0, n).Select(number => new ItemShippingInformation { ItemId = new ItemId { MerchantItemId = $"{number}" } })) }, Status(reads.List(Lines(n))))),
        ("a recurrence of n items, of an order with n subscriptions", (n, reads) => (new CreateOrderRecurrenceRequest { GoogleOrderNumber = "1", ShoppingCart = new ShoppingCart { Items = reads.List(Lines(n)) } }, Status(reads.List(Lines(n).Select(Subscribe))))),
        ("a recurrence of n items with one ID, of an order with n subscriptions", (n, reads) => (new CreateOrderRecurrenceRequest { GoogleOrderNumber = "1", ShoppingCart = new ShoppingCart { Items = reads.List(Lines(n).Select(line => line with { MerchantItemId = "later" })) } }, Status(reads.List(Lines(n).Select(Subscribe))))),
    ];

    private static IEnumerable<TestCaseData> NotificationFamilies() => Notifications.Select(family => new TestCaseData(family).SetArgDisplayNames(family.Family));

    private static IEnumerable<TestCaseData> CommandFamilies() => Commands.Select(family => new TestCaseData(family).SetArgDisplayNames(family.Family));

    [TestCaseSource(nameof(NotificationFamilies))]
    public void Validate_NotificationOfTwiceTheSize_AllocatesTwiceAsMuch((string Family, int Size, Func<int, CountedReads, NewOrderNotification> Create) family) => AllocationGrowth.Verify(
        "NotificationValidator.Validate", family.Family, family.Size, 15, n => family.Create(n, new CountedReads()), GetLength, order => new NotificationValidator().Validate(order));

    [TestCaseSource(nameof(NotificationFamilies))]
    public void Validate_NotificationOfTwiceTheSize_ReadsTwiceAsMany((string Family, int Size, Func<int, CountedReads, NewOrderNotification> Create) family) =>
        ReadGrowth.Verify("NotificationValidator.Validate", family.Family, family.Size, 8, family.Create, order => new NotificationValidator().Validate(order));

    [TestCaseSource(nameof(NotificationFamilies))]
    public void OrderStatus_NotificationOfTwiceTheSize_ReadsTwiceAsMany((string Family, int Size, Func<int, CountedReads, NewOrderNotification> Create) family) =>
        ReadGrowth.Verify("OrderStatus, OrderRules.GetActions and ChargePolicy.Evaluate", family.Family, family.Size, 3, family.Create, Judge);

    [TestCaseSource(nameof(CommandFamilies))]
    public void GetRejectionReason_CommandOfTwiceTheSize_ReadsTwiceAsMany((string Family, Func<int, CountedReads, (OrderCommand Command, OrderStatus Status)> Create) family) =>
        ReadGrowth.Verify("OrderRules.GetRejectionReason", family.Family, 200, 12, family.Create, input => OrderRules.GetRejectionReason(input.Command, input.Status));

    [TestCaseSource(nameof(CommandFamilies))]
    public void GetRejectionReason_CommandOfTwiceTheSize_AllocatesTwiceAsMuch((string Family, Func<int, CountedReads, (OrderCommand Command, OrderStatus Status)> Create) family) => AllocationGrowth.Verify(
        "OrderRules.GetRejectionReason", family.Family, 200, 10, n => family.Create(n, new CountedReads()), input => CheckoutXml.ToBytes(input.Command).Length, input => OrderRules.GetRejectionReason(input.Command, input.Status));

    [Test]
    public void Validate_CurrencyThatIsNotACode_IsQuotedNowhere()
    {
        var order = WithSummary(Order(new Money(2m, "U\nD" + new string('k', 1_000)), Lines(3)), Lines(3));

        var issues = new NotificationValidator().Validate(order).Select(issue => issue.ToString()).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(issues, Has.Some.EndsWith("/order-total has a currency that is not an ISO 4217 code"));
            Assert.That(issues, Has.Some.Contains("is 1 USD, but 2 [currency of 1003 characters] in the notification itself"));
            Assert.That(issues, Has.All.Not.Contain("kkkk").And.All.Not.Contain("\n"));
        });
    }

    [Test]
    public void Validate_ManyIssues_ListsTheFirstAndCountsTheOthers()
    {
        var issues = new NotificationValidator().Validate(Order(new Money(1m, "GBP"), Lines(150)));

        Assert.Multiple(() =>
        {
            Assert.That(issues, Has.Count.EqualTo(101));
            Assert.That(issues[^1].ToString(), Is.EqualTo("/new-order-notification has 50 more issues, which are not listed"));
        });
    }

    // The summary is as long as the rest.
    private static long GetLength(NewOrderNotification order) => (order.OrderSummary is null ? 1 : 2) * CheckoutXml.ToBytes(order with { OrderSummary = null, BuyerShippingAddress = Buyer, BuyerBillingAddress = Buyer, BuyerMarketingPreferences = new BuyerMarketingPreferences { EmailAllowed = false }, BuyerId = 1 }).Length;

    private static void Judge(NewOrderNotification order)
    {
        var status = OrderStatus.FromNewOrder(order);
        OrderRules.GetActions(status);
        new ChargePolicy().Evaluate(status, default);
    }

    private static NewOrderNotification Order(Money total, IReadOnlyList<Item> lines) => new() { SerialNumber = "1", GoogleOrderNumber = "2", OrderTotal = total, OrderAdjustment = new OrderAdjustment(), FinancialOrderState = FinancialOrderState.Reviewing, FulfillmentOrderState = FulfillmentOrderState.New, ShoppingCart = new ShoppingCart { Items = lines }, Timestamp = DateTimeOffset.UnixEpoch };

    private static NewOrderNotification WithSummary(NewOrderNotification order, IReadOnlyList<Item> lines) => order with
    {
        OrderSummary = new OrderSummary
        {
            GoogleOrderNumber = "2",
            OrderTotal = Usd(1m),
            TotalChargeAmount = Usd(0m),
            TotalRefundAmount = Usd(0m),
            TotalChargebackAmount = Usd(0m),
            ShoppingCart = new ShoppingCart { Items = lines },
        },
    };

    private static OrderStatus Status(IReadOnlyList<Item> lines) => OrderStatus.FromNewOrder(Order(Usd(1m), lines)) with { FinancialOrderState = FinancialOrderState.Charged };

    private static Item[] Lines(int count) => [.. Enumerable.Range(0, count).Select(number => new Item { ItemName = "Tea", ItemDescription = "A tin", UnitPrice = Usd(1m), Quantity = 1, MerchantItemId = $"{number}" })];

    private static Item Subscribe(Item line) => line with
    {
        Subscription = new Subscription { Type = SubscriptionTypes.Merchant, Period = DatePeriod.Monthly, Payments = [new SubscriptionPayment { MaximumCharge = Usd(20m) }], RecurrentItem = line with { MerchantItemId = "later" } },
    };

    private static Money Usd(decimal amount) => new(amount, "USD");
}
