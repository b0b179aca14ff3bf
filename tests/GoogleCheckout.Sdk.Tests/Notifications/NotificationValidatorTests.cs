using GoogleCheckout.Carts;
using GoogleCheckout.Orders;
using NUnit.Framework;

namespace GoogleCheckout.Notifications;

public class NotificationValidatorTests
{
    private const string Number = "841171949013218";

    private static readonly ShoppingCart Cart = new() { Items = [Line("A1", 2, 4.99m), Line("B2", 1, 10m)] };

    // 19.98 for the items, 3.02 on top.
    private static readonly OrderAdjustment Adjustment = new()
    {
        TotalTax = Usd(2.02m),
        Shipping = new FlatRateShippingAdjustment { ShippingName = "Post", ShippingCost = Usd(6) },
        MerchantCodes = [new CouponAdjustment { Code = "TEA", AppliedAmount = Usd(5) }],
        AdjustmentTotal = Usd(3.02m),
    };

    [Test]
    public void Validate_OrdersThatMakeSense_FindsNothing()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Findings(Placed), Is.Empty);
            Assert.That(Findings(Placed with { OrderSummary = Summary }), Is.Empty);
            Assert.That(Findings(Charge(23, 23) with { OrderSummary = Charged }), Is.Empty);
            Assert.That(Findings(Refund(3, 5) with { OrderSummary = Charged with { TotalRefundAmount = Usd(5) } }), Is.Empty);
            Assert.That(Findings(Chargeback(23, 23) with { OrderSummary = Charged with { TotalChargebackAmount = Usd(23) } }), Is.Empty);
        });
    }

    // A digit, a GUID, what the service sent, and a gateway's own: no format is known.
    [TestCase("123456", true)]
    [TestCase("foo-bar", true)]
    [TestCase("841171949013218-00005-1", true)]
    [TestCase("85f54628-538a-44fc-8605-ae62364f6c712", true)]
    [TestCase("", false)]
    [TestCase("12 34", false)]
    [TestCase("12\n34", false)]
    [TestCase("<b>12</b>", false)]
    [TestCase("12\u202e34", false)]
    public void Validate_OfNumbers_FindsWhatCouldBeNone(string number, bool isPlausible)
    {
        var found = Findings(Charge(1, 1) with { SerialNumber = number, GoogleOrderNumber = number });

        Assert.That(found.Select(issue => issue.Path), Is.EqualTo(isPlausible ? Array.Empty<string>() : ["/charge-amount-notification/@serial-number", "/charge-amount-notification/google-order-number"]));
    }

    [Test]
    public void Validate_OfNumbers_FindsTheLongAndTheForeign()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Only(Charge(1, 1) with { SerialNumber = new string('7', 129) }), Is.EqualTo("/charge-amount-notification/@serial-number has more than 128 characters"));
            Assert.That(
                Only(Placed with { OrderSummary = Summary with { GoogleOrderNumber = "1" } }),
                Is.EqualTo("/new-order-notification/order-summary/google-order-number is not the order number of the notification"));
        });
    }

    [Test]
    public void Validate_OfAnUnknownKind_LooksAtWhatThereIs()
    {
        var unknown = new UnknownNotification { RootName = "some-new-notification", SerialNumber = "1", GoogleOrderNumber = "" };

        Assert.Multiple(() =>
        {
            Assert.That(Findings(unknown), Is.Empty);
            Assert.That(Only(unknown with { SerialNumber = "" }), Is.EqualTo("/some-new-notification/@serial-number is empty"));
        });
    }

    [Test]
    public void Validate_OfCurrencies_FindsTheOther()
    {
        var item = Cart.Items[1] with { UnitPrice = new Money(10, "GBP") };
        var nameless = Cart.Items[1] with { UnitPrice = new Money(10, "") };
        var odd = Cart.Items[1] with { UnitPrice = new Money(10, "a name") };

        Assert.Multiple(() =>
        {
            Assert.That(Only(With(item)), Is.EqualTo("/new-order-notification/shopping-cart/items/item[2]/unit-price is in GBP, but amounts before it are in USD"));
            Assert.That(Findings(With(nameless)), Is.Empty);
            Assert.That(Only(With(odd)), Is.EqualTo("/new-order-notification/shopping-cart/items/item[2]/unit-price has a currency that is no ISO 4217 code"));
            Assert.That(
                Only(Charge(23, 23) with { LatestChargeFee = new FeeStructure { Total = new Money(1, "GBP"), Percentage = 2, Flat = Usd(0.3m) } }),
                Is.EqualTo("/charge-amount-notification/latest-charge-fee/total is in GBP, but amounts before it are in USD"));
        });

        static NewOrderNotification With(Item second) => Placed with { ShoppingCart = Cart with { Items = [Cart.Items[0], second] } };
    }

    [Test]
    public void Validate_OfAmountsBeyondSense_AddsNothingUp()
    {
        var dear = Cart with { Items = [Line("A1", int.MaxValue, decimal.MaxValue), Line("B2", 1, decimal.MinValue)] };

        Assert.That(Findings(Placed with { ShoppingCart = dear }).Select(issue => issue.ToString()), Is.EqualTo(new[]
        {
            "/new-order-notification/shopping-cart/items/item[1]/unit-price is more than any order can come to",
            "/new-order-notification/shopping-cart/items/item[2]/unit-price is more than any order can come to",
        }));
    }

    // Two lines: the sender may have rounded each. The adjustment is the sum of what stands there.
    [TestCase("23.02", "3.02", true)]
    [TestCase("22.98", "3.02", true)]
    [TestCase("23.03", "3.02", false)]
    [TestCase("23.00", "3.03", true)]
    [TestCase("23.00000000000004", "3.0199999999999996", true)]
    public void Validate_OfSums_AllowsForRounding(string total, string adjustment, bool addsUp)
    {
        var order = Placed with { OrderTotal = Usd(Parse(total)), OrderAdjustment = Adjustment with { AdjustmentTotal = Usd(Parse(adjustment)) } };

        Assert.That(Findings(order), addsUp ? Is.Empty : Is.Not.Empty);
    }

    [Test]
    public void Validate_OfSums_FindsWhatDoesNotAddUp()
    {
        Assert.Multiple(() =>
        {
            Assert.That(
                Only(Placed with { OrderTotal = Usd(24) }),
                Is.EqualTo("/new-order-notification/order-total is 24 USD, but the items and what comes on top of them make 23.00 USD"));
            Assert.That(
                Only(Placed with { OrderTotal = Usd(24), OrderAdjustment = Adjustment with { AdjustmentTotal = null } }),
                Is.EqualTo("/new-order-notification/order-total is 24 USD, but the items and what comes on top of them make 23.00 USD"));
            Assert.That(
                Only(Charge(0, 0) with { OrderSummary = Summary with { OrderTotal = Usd(24), OrderAdjustment = Adjustment with { AdjustmentTotal = Usd(4.02m) } } }),
                Is.EqualTo("/charge-amount-notification/order-summary/order-adjustment/adjustment-total is 4.02 USD, but taxes, shipping and codes come to 3.02 USD"));
        });
    }

    [Test]
    public void Validate_OfSumsThatCannotBeKnown_FindsNothing()
    {
        var dear = Placed with { OrderTotal = Usd(99) };
        var monthly = new Subscription { Type = SubscriptionTypes.Google, Period = DatePeriod.Monthly };

        Assert.Multiple(() =>
        {
            Assert.That(Findings(dear with { OrderAdjustment = null }), Is.Empty, "nothing is told of what came on top");
            Assert.That(Findings(dear with { OrderAdjustment = new OrderAdjustment() }), Is.Empty, "as before");
            Assert.That(Findings(dear with { ShoppingCart = new ShoppingCart() }), Is.Empty, "no items");
            Assert.That(Findings(dear with { ShoppingCart = Cart with { Items = [Cart.Items[0] with { Subscription = monthly }] } }), Is.Empty, "a subscription");
            Assert.That(Findings(dear with { Promotions = [new Promotion { Name = "Spring", Id = 1, TotalAmount = Usd(3) }] }), Is.Empty, "a promotion");
            Assert.That(Findings(Placed with { OrderAdjustment = new OrderAdjustment { AdjustmentTotal = Usd(3.02m) } }), Is.Empty, "a total without its parts");
        });
    }

    [Test]
    public void Validate_OfLimits_FindsWhatIsBeyondThem()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Only(Charge(5, 4)), Is.EqualTo("/charge-amount-notification/latest-charge-amount is 5 USD, which is more than total-charge-amount, 4 USD"));
            Assert.That(Only(Refund(5, 4)), Is.EqualTo("/refund-amount-notification/latest-refund-amount is 5 USD, which is more than total-refund-amount, 4 USD"));
            Assert.That(Only(Chargeback(5, 4)), Is.EqualTo("/chargeback-amount-notification/latest-chargeback-amount is 5 USD, which is more than total-chargeback-amount, 4 USD"));
            Assert.That(Only(Charge(-1, 4)), Is.EqualTo("/charge-amount-notification/latest-charge-amount is -1 USD, which is less than nothing"));
            Assert.That(
                Only(Charge(1, 4) with { OrderSummary = Charged }),
                Is.EqualTo("/charge-amount-notification/order-summary/total-charge-amount is 23 USD, but 4 USD in the notification itself"));
            Assert.That(
                Only(Charge(1, 24) with { OrderSummary = Charged with { TotalChargeAmount = Usd(24) } }),
                Is.EqualTo("/charge-amount-notification/order-summary/total-charge-amount is 24 USD, which is more than order-total, 23 USD"));
            Assert.That(
                Only(Refund(1, 24) with { OrderSummary = Charged with { TotalRefundAmount = Usd(24) } }),
                Is.EqualTo("/refund-amount-notification/order-summary/total-refund-amount is 24 USD, which is more than total-charge-amount, 23 USD"));
            Assert.That(
                Only(Chargeback(1, 24) with { OrderSummary = Charged with { TotalChargebackAmount = Usd(24) } }),
                Is.EqualTo("/chargeback-amount-notification/order-summary/total-chargeback-amount is 24 USD, which is more than total-charge-amount, 23 USD"));
        });
    }

    // R for reviewing, and so on; what can follow what, a step that passes by itself being left out.
    [TestCase(FinancialOrderState.Reviewing, "REVIEWING CHARGEABLE CHARGING CHARGED PAYMENT_DECLINED CANCELLED CANCELLED_BY_GOOGLE")]
    [TestCase(FinancialOrderState.Chargeable, "CHARGEABLE CHARGING CHARGED PAYMENT_DECLINED CANCELLED")]
    [TestCase(FinancialOrderState.Charging, "CHARGEABLE CHARGING CHARGED PAYMENT_DECLINED CANCELLED")]
    [TestCase(FinancialOrderState.Charged, "CHARGEABLE CHARGING CHARGED PAYMENT_DECLINED CANCELLED")]
    [TestCase(FinancialOrderState.PaymentDeclined, "CHARGEABLE CHARGING CHARGED PAYMENT_DECLINED CANCELLED CANCELLED_BY_GOOGLE")]
    [TestCase(FinancialOrderState.Cancelled, "CANCELLED")]
    [TestCase(FinancialOrderState.CancelledByGoogle, "CANCELLED_BY_GOOGLE")]
    [TestCase(FinancialOrderState.Unknown, "REVIEWING CHARGEABLE CHARGING CHARGED PAYMENT_DECLINED CANCELLED CANCELLED_BY_GOOGLE")]
    public void Validate_OfFinancialStates_KnowsWhichFollow(FinancialOrderState from, string expected)
    {
        var following = Enum.GetValues<FinancialOrderState>()
            .Where(to => to != FinancialOrderState.Unknown && Findings(Change(from, to)).Count == 0)
            .Select(to => Xml.Orders.FinancialOrderStateXml.States.Format(to));

        Assert.That(string.Join(' ', following), Is.EqualTo(expected));
    }

    [TestCase(FulfillmentOrderState.New, "NEW PROCESSING DELIVERED WILL_NOT_DELIVER")]
    [TestCase(FulfillmentOrderState.Processing, "PROCESSING DELIVERED WILL_NOT_DELIVER")]
    [TestCase(FulfillmentOrderState.Delivered, "PROCESSING DELIVERED WILL_NOT_DELIVER")]
    [TestCase(FulfillmentOrderState.WillNotDeliver, "WILL_NOT_DELIVER")]
    [TestCase(FulfillmentOrderState.Unknown, "NEW PROCESSING DELIVERED WILL_NOT_DELIVER")]
    public void Validate_OfFulfillmentStates_KnowsWhichFollow(FulfillmentOrderState from, string expected)
    {
        var following = Enum.GetValues<FulfillmentOrderState>()
            .Where(to => to != FulfillmentOrderState.Unknown && Findings(Change(default, default, from, to)).Count == 0)
            .Select(to => Xml.Orders.FulfillmentOrderStateXml.States.Format(to));

        Assert.That(string.Join(' ', following), Is.EqualTo(expected));
    }

    [Test]
    public void Validate_OfStates_SaysWhatIsWrong()
    {
        var charged = Change(FinancialOrderState.Charging, FinancialOrderState.Charged);

        Assert.Multiple(() =>
        {
            Assert.That(
                Only(Change(FinancialOrderState.Cancelled, FinancialOrderState.Charged)),
                Is.EqualTo("/order-state-change-notification/new-financial-order-state is CHARGED, which no order becomes that was CANCELLED"));
            Assert.That(
                Only(Change(default, default, FulfillmentOrderState.Delivered, FulfillmentOrderState.New)),
                Is.EqualTo("/order-state-change-notification/new-fulfillment-order-state is NEW, which no order becomes that was DELIVERED"));
            Assert.That(Findings(charged with { OrderSummary = Charged }), Is.Empty);
            Assert.That(
                Only(charged with { OrderSummary = Summary }),
                Is.EqualTo("/order-state-change-notification/order-summary/financial-order-state is REVIEWING, but CHARGED in the notification itself"));
            Assert.That(
                Only(Placed with { OrderSummary = Summary with { FulfillmentOrderState = FulfillmentOrderState.Processing } }),
                Is.EqualTo("/new-order-notification/order-summary/fulfillment-order-state is PROCESSING, but NEW in the notification itself"));
        });
    }

    [Test]
    public void Validate_OfTheTwoCarts_FindsWhatDiffers()
    {
        var reworded = Cart.Items[0] with { ItemDescription = "Leaves", ItemName = "Green tea" };
        var more = Cart.Items[0] with { Quantity = 3 };

        Assert.Multiple(() =>
        {
            Assert.That(Findings(WithItems(Cart.Items[1], reworded)), Is.Empty, "other words and another order");
            Assert.That(
                Findings(WithItems(more, Cart.Items[1])).Select(issue => issue.ToString()),
                Has.Member("/new-order-notification/order-summary/shopping-cart/items has other ids, quantities or prices than in the notification itself"));
            Assert.That(
                Findings(WithItems(Cart.Items[0])).Select(issue => issue.ToString()),
                Has.Member("/new-order-notification/order-summary/shopping-cart/items has 1 items, but 2 in the notification itself"));
            Assert.That(
                Findings(Placed with { OrderSummary = Summary with { OrderTotal = Usd(24) } }).Select(issue => issue.ToString()),
                Has.Member("/new-order-notification/order-summary/order-total is 24 USD, but 23 USD in the notification itself"));
        });

        static NewOrderNotification WithItems(params Item[] items) => Placed with { OrderSummary = Summary with { ShoppingCart = Cart with { Items = items } } };
    }

    [Test]
    public void Validate_OfNothing_Throws() => Assert.Throws<ArgumentNullException>(() => new NotificationValidator().Validate(null!));

    private static NewOrderNotification Placed => new()
    {
        SerialNumber = "1",
        GoogleOrderNumber = Number,
        ShoppingCart = Cart,
        OrderAdjustment = Adjustment,
        OrderTotal = Usd(23),
        FinancialOrderState = FinancialOrderState.Reviewing,
        FulfillmentOrderState = FulfillmentOrderState.New,
    };

    private static OrderSummary Summary => new()
    {
        GoogleOrderNumber = Number,
        ShoppingCart = Cart,
        OrderAdjustment = Adjustment,
        OrderTotal = Usd(23),
        TotalChargeAmount = Usd(0),
        TotalRefundAmount = Usd(0),
        TotalChargebackAmount = Usd(0),
        FinancialOrderState = FinancialOrderState.Reviewing,
        FulfillmentOrderState = FulfillmentOrderState.New,
    };

    private static OrderSummary Charged => Summary with { FinancialOrderState = FinancialOrderState.Charged, TotalChargeAmount = Usd(23) };

    private static ChargeAmountNotification Charge(decimal latest, decimal total) =>
        new() { SerialNumber = "1", GoogleOrderNumber = Number, LatestChargeAmount = Usd(latest), TotalChargeAmount = Usd(total) };

    private static RefundAmountNotification Refund(decimal latest, decimal total) =>
        new() { SerialNumber = "1", GoogleOrderNumber = Number, LatestRefundAmount = Usd(latest), TotalRefundAmount = Usd(total) };

    private static ChargebackAmountNotification Chargeback(decimal latest, decimal total) =>
        new() { SerialNumber = "1", GoogleOrderNumber = Number, LatestChargebackAmount = Usd(latest), TotalChargebackAmount = Usd(total) };

    private static OrderStateChangeNotification Change(
        FinancialOrderState from, FinancialOrderState to, FulfillmentOrderState fulfillmentFrom = default, FulfillmentOrderState fulfillmentTo = default) => new()
        {
            SerialNumber = "1",
            GoogleOrderNumber = Number,
            PreviousFinancialOrderState = from,
            NewFinancialOrderState = to,
            PreviousFulfillmentOrderState = fulfillmentFrom,
            NewFulfillmentOrderState = fulfillmentTo,
        };

    private static Item Line(string id, int quantity, decimal price) =>
        new() { ItemName = "Tea", ItemDescription = "Loose leaves", MerchantItemId = id, Quantity = quantity, UnitPrice = Usd(price) };

    private static Money Usd(decimal amount) => new(amount, "USD");

    private static decimal Parse(string amount) => decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture);

    private static IReadOnlyList<NotificationIssue> Findings(Notification notification) => new NotificationValidator().Validate(notification);

    private static string Only(Notification notification) => Findings(notification).Single().ToString();
}
