using GoogleCheckout.Carts;
using GoogleCheckout.Orders;
using NUnit.Framework;

namespace GoogleCheckout.Notifications;

public class NotificationValidatorTests
{
    private const string Number = "841171949013218";

    private static readonly ShoppingCart Cart = new() { Items = [Line("A1", 2, 4.99m), Line("B2", 1, 10m)] };

    // The items cost 19.98, the adjustments 3.02.
    private static readonly OrderAdjustment Adjustment = new()
    {
        TotalTax = Usd(2.02m),
        Shipping = new FlatRateShippingAdjustment { ShippingName = "Post", ShippingCost = Usd(6) },
        MerchantCodes = [new CouponAdjustment { Code = "TEA", AppliedAmount = Usd(5) }],
        AdjustmentTotal = Usd(3.02m),
    };

    [Test]
    public void Validate_ConsistentOrders_ReturnsNoIssues()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Validate(Placed), Is.Empty);
            Assert.That(Validate(Placed with { OrderSummary = Summary }), Is.Empty);
            Assert.That(Validate(Charge(23, 23) with { OrderSummary = Charged }), Is.Empty);
            Assert.That(Validate(Refund(3, 5) with { OrderSummary = Charged with { TotalRefundAmount = Usd(5) } }), Is.Empty);
            Assert.That(Validate(Chargeback(23, 23) with { OrderSummary = Charged with { TotalChargebackAmount = Usd(23) } }), Is.Empty);
        });
    }

    // Real formats: digits, a GUID, the service's own, and that of another gateway. No format is fixed.
    [TestCase("123456", true)]
    [TestCase("foo-bar", true)]
    [TestCase("841171949013218-00005-1", true)]
    [TestCase("85f54628-538a-44fc-8605-ae62364f6c712", true)]
    [TestCase("", false)]
    [TestCase("12 34", false)]
    [TestCase("12\n34", false)]
    [TestCase("<b>12</b>", false)]
    [TestCase("12\u202e34", false)]
    public void Validate_Numbers_ReturnsImplausibleOnes(string number, bool isPlausible)
    {
        var found = Validate(Charge(1, 1) with { SerialNumber = number, GoogleOrderNumber = number });

        Assert.That(found.Select(issue => issue.Path), Is.EqualTo(isPlausible ? Array.Empty<string>() : ["/charge-amount-notification/@serial-number", "/charge-amount-notification/google-order-number"]));
    }

    [Test]
    public void Validate_NumbersTooLongOrOfAnotherOrder_ReturnsIssues()
    {
        Assert.Multiple(() =>
        {
            Assert.That(ValidateSingle(Charge(1, 1) with { SerialNumber = new string('7', 129) }), Is.EqualTo("/charge-amount-notification/@serial-number has more than 128 characters"));
            Assert.That(
                ValidateSingle(Placed with { OrderSummary = Summary with { GoogleOrderNumber = "1" } }),
                Is.EqualTo("/new-order-notification/order-summary/google-order-number is not the order number of the notification"));
        });
    }

    [Test]
    public void Validate_UnknownKind_ValidatesTheSerialNumber()
    {
        var unknown = new UnknownNotification { RootName = "some-new-notification", SerialNumber = "1", GoogleOrderNumber = "" };

        Assert.Multiple(() =>
        {
            Assert.That(Validate(unknown), Is.Empty);
            Assert.That(ValidateSingle(unknown with { SerialNumber = "" }), Is.EqualTo("/some-new-notification/@serial-number is empty"));
        });
    }

    [Test]
    public void Validate_DifferentCurrencies_ReturnsIssues()
    {
        var item = Cart.Items[1] with { UnitPrice = new Money(10, "GBP") };
        var nameless = Cart.Items[1] with { UnitPrice = new Money(10, "") };
        var odd = Cart.Items[1] with { UnitPrice = new Money(10, "a name") };

        Assert.Multiple(() =>
        {
            Assert.That(ValidateSingle(With(item)), Is.EqualTo("/new-order-notification/shopping-cart/items/item[2]/unit-price is in GBP, but previous amounts are in USD"));
            Assert.That(Validate(With(nameless)), Is.Empty);
            Assert.That(ValidateSingle(With(odd)), Is.EqualTo("/new-order-notification/shopping-cart/items/item[2]/unit-price has a currency that is not an ISO 4217 code"));
            Assert.That(
                ValidateSingle(Charge(23, 23) with { LatestChargeFee = new FeeStructure { Total = new Money(1, "GBP"), Percentage = 2, Flat = Usd(0.3m) } }),
                Is.EqualTo("/charge-amount-notification/latest-charge-fee/total is in GBP, but previous amounts are in USD"));
        });

        static NewOrderNotification With(Item second) => Placed with { ShoppingCart = Cart with { Items = [Cart.Items[0], second] } };
    }

    [Test]
    public void Validate_HugeAmounts_DoesNotAddThem()
    {
        var dear = Cart with { Items = [Line("A1", int.MaxValue, decimal.MaxValue), Line("B2", 1, decimal.MinValue)] };

        Assert.That(Validate(Placed with { ShoppingCart = dear }).Select(issue => issue.ToString()), Is.EqualTo(new[]
        {
            "/new-order-notification/shopping-cart/items/item[1]/unit-price exceeds the maximum of 1,000,000,000,000",
            "/new-order-notification/shopping-cart/items/item[2]/unit-price exceeds the maximum of 1,000,000,000,000",
        }));
    }

    // Two items: the sender may have rounded each. The adjustment total is the sum of its parts.
    [TestCase("23.02", "3.02", true)]
    [TestCase("22.98", "3.02", true)]
    [TestCase("23.03", "3.02", false)]
    [TestCase("23.00", "3.03", true)]
    [TestCase("23.00000000000004", "3.0199999999999996", true)]
    public void Validate_Sums_AllowsRounding(string total, string adjustment, bool addsUp)
    {
        var order = Placed with { OrderTotal = Usd(Parse(total)), OrderAdjustment = Adjustment with { AdjustmentTotal = Usd(Parse(adjustment)) } };

        Assert.That(Validate(order), addsUp ? Is.Empty : Is.Not.Empty);
    }

    [Test]
    public void Validate_WrongSums_ReturnsIssues()
    {
        Assert.Multiple(() =>
        {
            Assert.That(
                ValidateSingle(Placed with { OrderTotal = Usd(24) }),
                Is.EqualTo("/new-order-notification/order-total is 24 USD, but the items and adjustments add up to 23.00 USD"));
            Assert.That(
                ValidateSingle(Placed with { OrderTotal = Usd(24), OrderAdjustment = Adjustment with { AdjustmentTotal = null } }),
                Is.EqualTo("/new-order-notification/order-total is 24 USD, but the items and adjustments add up to 23.00 USD"));
            Assert.That(
                ValidateSingle(Charge(0, 0) with { OrderSummary = Summary with { OrderTotal = Usd(24), OrderAdjustment = Adjustment with { AdjustmentTotal = Usd(4.02m) } } }),
                Is.EqualTo("/charge-amount-notification/order-summary/order-adjustment/adjustment-total is 4.02 USD, but tax, shipping and codes add up to 3.02 USD"));
        });
    }

    [Test]
    public void Validate_SumsThatCannotBeCalculated_ReturnsNoIssues()
    {
        var dear = Placed with { OrderTotal = Usd(99) };
        var monthly = new Subscription { Type = SubscriptionTypes.Google, Period = DatePeriod.Monthly };

        Assert.Multiple(() =>
        {
            Assert.That(Validate(dear with { OrderAdjustment = null }), Is.Empty, "adjustments are absent");
            Assert.That(Validate(dear with { OrderAdjustment = new OrderAdjustment() }), Is.Empty, "adjustments are empty");
            Assert.That(Validate(dear with { ShoppingCart = new ShoppingCart() }), Is.Empty, "no items");
            Assert.That(Validate(dear with { ShoppingCart = Cart with { Items = [Cart.Items[0] with { Subscription = monthly }] } }), Is.Empty, "a subscription");
            Assert.That(Validate(dear with { Promotions = [new Promotion { Name = "Spring", Id = 1, TotalAmount = Usd(3) }] }), Is.Empty, "a promotion");
            Assert.That(Validate(Placed with { OrderAdjustment = new OrderAdjustment { AdjustmentTotal = Usd(3.02m) } }), Is.Empty, "a total without its parts");
        });
    }

    [Test]
    public void Validate_AmountsOutsideLimits_ReturnsIssues()
    {
        Assert.Multiple(() =>
        {
            Assert.That(ValidateSingle(Charge(5, 4)), Is.EqualTo("/charge-amount-notification/latest-charge-amount is 5 USD, which is more than total-charge-amount, 4 USD"));
            Assert.That(ValidateSingle(Refund(5, 4)), Is.EqualTo("/refund-amount-notification/latest-refund-amount is 5 USD, which is more than total-refund-amount, 4 USD"));
            Assert.That(ValidateSingle(Chargeback(5, 4)), Is.EqualTo("/chargeback-amount-notification/latest-chargeback-amount is 5 USD, which is more than total-chargeback-amount, 4 USD"));
            Assert.That(ValidateSingle(Charge(-1, 4)), Is.EqualTo("/charge-amount-notification/latest-charge-amount is -1 USD, which is negative"));
            Assert.That(
                ValidateSingle(Charge(1, 4) with { OrderSummary = Charged }),
                Is.EqualTo("/charge-amount-notification/order-summary/total-charge-amount is 23 USD, but 4 USD in the notification itself"));
            Assert.That(
                ValidateSingle(Charge(1, 24) with { OrderSummary = Charged with { TotalChargeAmount = Usd(24) } }),
                Is.EqualTo("/charge-amount-notification/order-summary/total-charge-amount is 24 USD, which is more than order-total, 23 USD"));
            Assert.That(
                ValidateSingle(Refund(1, 24) with { OrderSummary = Charged with { TotalRefundAmount = Usd(24) } }),
                Is.EqualTo("/refund-amount-notification/order-summary/total-refund-amount is 24 USD, which is more than total-charge-amount, 23 USD"));
            Assert.That(
                ValidateSingle(Chargeback(1, 24) with { OrderSummary = Charged with { TotalChargebackAmount = Usd(24) } }),
                Is.EqualTo("/chargeback-amount-notification/order-summary/total-chargeback-amount is 24 USD, which is more than total-charge-amount, 23 USD"));
        });
    }

    // The states that can follow each state. Transient states can be skipped.
    [TestCase(FinancialOrderState.Reviewing, "REVIEWING CHARGEABLE CHARGING CHARGED PAYMENT_DECLINED CANCELLED CANCELLED_BY_GOOGLE")]
    [TestCase(FinancialOrderState.Chargeable, "CHARGEABLE CHARGING CHARGED PAYMENT_DECLINED CANCELLED")]
    [TestCase(FinancialOrderState.Charging, "CHARGEABLE CHARGING CHARGED PAYMENT_DECLINED CANCELLED")]
    [TestCase(FinancialOrderState.Charged, "CHARGEABLE CHARGING CHARGED PAYMENT_DECLINED CANCELLED")]
    [TestCase(FinancialOrderState.PaymentDeclined, "CHARGEABLE CHARGING CHARGED PAYMENT_DECLINED CANCELLED CANCELLED_BY_GOOGLE")]
    [TestCase(FinancialOrderState.Cancelled, "CANCELLED")]
    [TestCase(FinancialOrderState.CancelledByGoogle, "CANCELLED_BY_GOOGLE")]
    [TestCase(FinancialOrderState.Unknown, "REVIEWING CHARGEABLE CHARGING CHARGED PAYMENT_DECLINED CANCELLED CANCELLED_BY_GOOGLE")]
    public void Validate_FinancialStates_AllowsTheseTransitions(FinancialOrderState from, string expected)
    {
        var following = Enum.GetValues<FinancialOrderState>()
            .Where(to => to != FinancialOrderState.Unknown && Validate(Change(from, to)).Count == 0)
            .Select(to => Xml.Orders.FinancialOrderStateXml.States.Format(to));

        Assert.That(string.Join(' ', following), Is.EqualTo(expected));
    }

    [TestCase(FulfillmentOrderState.New, "NEW PROCESSING DELIVERED WILL_NOT_DELIVER")]
    [TestCase(FulfillmentOrderState.Processing, "PROCESSING DELIVERED WILL_NOT_DELIVER")]
    [TestCase(FulfillmentOrderState.Delivered, "PROCESSING DELIVERED WILL_NOT_DELIVER")]
    [TestCase(FulfillmentOrderState.WillNotDeliver, "WILL_NOT_DELIVER")]
    [TestCase(FulfillmentOrderState.Unknown, "NEW PROCESSING DELIVERED WILL_NOT_DELIVER")]
    public void Validate_FulfillmentStates_AllowsTheseTransitions(FulfillmentOrderState from, string expected)
    {
        var following = Enum.GetValues<FulfillmentOrderState>()
            .Where(to => to != FulfillmentOrderState.Unknown && Validate(Change(default, default, from, to)).Count == 0)
            .Select(to => Xml.Orders.FulfillmentOrderStateXml.States.Format(to));

        Assert.That(string.Join(' ', following), Is.EqualTo(expected));
    }

    [Test]
    public void Validate_WrongStates_ReturnsIssues()
    {
        var charged = Change(FinancialOrderState.Charging, FinancialOrderState.Charged);

        Assert.Multiple(() =>
        {
            Assert.That(
                ValidateSingle(Change(FinancialOrderState.Cancelled, FinancialOrderState.Charged)),
                Is.EqualTo("/order-state-change-notification/new-financial-order-state is CHARGED, which cannot follow CANCELLED"));
            Assert.That(
                ValidateSingle(Change(default, default, FulfillmentOrderState.Delivered, FulfillmentOrderState.New)),
                Is.EqualTo("/order-state-change-notification/new-fulfillment-order-state is NEW, which cannot follow DELIVERED"));
            Assert.That(Validate(charged with { OrderSummary = Charged }), Is.Empty);
            Assert.That(
                ValidateSingle(charged with { OrderSummary = Summary }),
                Is.EqualTo("/order-state-change-notification/order-summary/financial-order-state is REVIEWING, but CHARGED in the notification itself"));
            Assert.That(
                ValidateSingle(Placed with { OrderSummary = Summary with { FulfillmentOrderState = FulfillmentOrderState.Processing } }),
                Is.EqualTo("/new-order-notification/order-summary/fulfillment-order-state is PROCESSING, but NEW in the notification itself"));
        });
    }

    [Test]
    public void Validate_DifferentCarts_ReturnsIssues()
    {
        var reworded = Cart.Items[0] with { ItemDescription = "Leaves", ItemName = "Green tea" };
        var more = Cart.Items[0] with { Quantity = 3 };

        Assert.Multiple(() =>
        {
            Assert.That(Validate(WithItems(Cart.Items[1], reworded)), Is.Empty, "different texts and item order");
            Assert.That(
                Validate(WithItems(more, Cart.Items[1])).Select(issue => issue.ToString()),
                Has.Member("/new-order-notification/order-summary/shopping-cart/items has IDs, quantities or prices that differ from those in the notification itself"));
            Assert.That(
                Validate(WithItems(Cart.Items[0])).Select(issue => issue.ToString()),
                Has.Member("/new-order-notification/order-summary/shopping-cart/items has 1 items, but 2 in the notification itself"));
            Assert.That(
                Validate(Placed with { OrderSummary = Summary with { OrderTotal = Usd(24) } }).Select(issue => issue.ToString()),
                Has.Member("/new-order-notification/order-summary/order-total is 24 USD, but 23 USD in the notification itself"));
        });

        static NewOrderNotification WithItems(params Item[] items) => Placed with { OrderSummary = Summary with { ShoppingCart = Cart with { Items = items } } };
    }

    [Test]
    public void Validate_Null_Throws() => Assert.Throws<ArgumentNullException>(() => new NotificationValidator().Validate(null!));

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

    private static IReadOnlyList<NotificationIssue> Validate(Notification notification) => new NotificationValidator().Validate(notification);

    private static string ValidateSingle(Notification notification) => Validate(notification).Single().ToString();
}
