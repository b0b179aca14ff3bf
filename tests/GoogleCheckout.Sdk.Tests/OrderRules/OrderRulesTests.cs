using GoogleCheckout.Carts;
using NUnit.Framework;

namespace GoogleCheckout.Orders;

public class OrderRulesTests
{
    private const string Number = "841171949013218";

    private static readonly OrderCommand[] Commands =
    [
        new ChargeOrderRequest { GoogleOrderNumber = Number },
        new ChargeAndShipOrderRequest { GoogleOrderNumber = Number },
        new RefundOrderRequest { GoogleOrderNumber = Number, Reason = "Damaged" },
        new CancelOrderRequest { GoogleOrderNumber = Number, Reason = "Sold out" },
        new AuthorizeOrderRequest { GoogleOrderNumber = Number },
        new ProcessOrderRequest { GoogleOrderNumber = Number },
        new DeliverOrderRequest { GoogleOrderNumber = Number },
        new ShipItemsRequest { GoogleOrderNumber = Number },
        new BackorderItemsRequest { GoogleOrderNumber = Number },
        new ReturnItemsRequest { GoogleOrderNumber = Number },
        new CancelItemsRequest { GoogleOrderNumber = Number, Reason = "Sold out" },
        new ResetItemsShippingInformationRequest { GoogleOrderNumber = Number },
        new CreateOrderRecurrenceRequest { GoogleOrderNumber = Number, ShoppingCart = new ShoppingCart() },
        new AddTrackingDataRequest { GoogleOrderNumber = Number, TrackingData = new TrackingData { Carrier = Carriers.UPS } },
        new SendBuyerMessageRequest { GoogleOrderNumber = Number, Message = "Thank you" },
        new AddMerchantOrderNumberRequest { GoogleOrderNumber = Number, MerchantOrderNumber = "A-1" },
        new ArchiveOrderRequest { GoogleOrderNumber = Number },
        new UnarchiveOrderRequest { GoogleOrderNumber = Number },
    ];

    // One letter for each of the commands above, in the same order: x is allowed, - is not.
    [TestCase(FinancialOrderState.Reviewing, 0, 0, "x--x-xxxxxxxxxxxxx")]
    [TestCase(FinancialOrderState.Chargeable, 0, 0, "xx-xxxxxxxxxxxxxxx")]
    [TestCase(FinancialOrderState.Chargeable, 4, 0, "xxx-xxxxxxxxxxxxxx")]
    [TestCase(FinancialOrderState.Chargeable, 4, 4, "xx-xxxxxxxxxxxxxxx")]
    [TestCase(FinancialOrderState.Charging, 0, 0, "------------------")]
    [TestCase(FinancialOrderState.Charged, 4, 0, "xxx-xxxxxxxxxxxxxx")]
    [TestCase(FinancialOrderState.Charged, 10, 0, "--x--xxxxxxxxxxxxx")]
    [TestCase(FinancialOrderState.Charged, 10, 3, "--x--xxxxxxxxxxxxx")]
    [TestCase(FinancialOrderState.Charged, 10, 10, "---x-xxxxxxxxxxxxx")]
    [TestCase(FinancialOrderState.PaymentDeclined, 0, 0, "---x-xxxxxxxxxxxxx")]
    [TestCase(FinancialOrderState.PaymentDeclined, 4, 0, "--x--xxxxxxxxxxxxx")]
    [TestCase(FinancialOrderState.Cancelled, 0, 0, "-------------xxxxx")]
    [TestCase(FinancialOrderState.CancelledByGoogle, 0, 0, "-------------xxxxx")]
    [TestCase(FinancialOrderState.Unknown, 4, 0, "-----xxxxxxxxxxxxx")]
    public void GetRejectionReason_InEachState_AllowsTheseCommands(FinancialOrderState state, int charged, int refunded, string allowed)
    {
        var order = Order(state, charged, refunded);

        var found = string.Concat(Commands.Select(command => OrderRules.GetRejectionReason(command, order) is null ? 'x' : '-'));

        Assert.That(found, Is.EqualTo(allowed));
    }

    [Test]
    public void Commands_InThisTest_AreComplete()
    {
        var types = typeof(OrderCommand).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(OrderCommand)));

        Assert.That(Commands.Select(command => command.GetType()), Is.EquivalentTo(types));
    }

    [Test]
    public void GetRejectionReason_WillNotDeliver_AllowsNoShipping()
    {
        var order = Order(FinancialOrderState.Charged, 4, 0) with { FulfillmentOrderState = FulfillmentOrderState.WillNotDeliver };

        var found = string.Concat(Commands.Select(command => OrderRules.GetRejectionReason(command, order) is null ? 'x' : '-'));

        Assert.That(found, Is.EqualTo("x-x-x--------xxxxx"));
    }

    [Test]
    public void GetRejectionReason_CompletelyCharged_ReturnsTheMessageOfTheService() => Assert.That(
        OrderRules.GetRejectionReason(Charge(1), Order(FinancialOrderState.Charged, 10, 0)),
        Is.EqualTo("You cannot charge an order that is already completely charged"));

    [TestCase(FinancialOrderState.Reviewing)]
    [TestCase(FinancialOrderState.Chargeable)]
    [TestCase(FinancialOrderState.Charged)]
    public void GetRejectionReason_OrderThatCostsNothing_SaysSo(FinancialOrderState state)
    {
        var order = Order(state, 0, 0) with { OrderTotal = Usd(0) };

        Assert.That(OrderRules.GetRejectionReason(new ChargeOrderRequest { GoogleOrderNumber = Number }, order), Is.EqualTo("There is nothing to charge: the total of the order is 0 USD"));
        Assert.That(OrderRules.GetRejectionReason(new RefundOrderRequest { GoogleOrderNumber = Number, Reason = "Damaged" }, order), Is.EqualTo("There is nothing to refund: the total of the order is 0 USD"));
        Assert.That(OrderRules.GetRejectionReason(new CancelOrderRequest { GoogleOrderNumber = Number, Reason = "Damaged" }, order), Is.Null);
    }

    [TestCase("6", "USD", null)]
    [TestCase("0.01", "USD", null)]
    [TestCase("6.01", "USD", "The amount must be at most 6 USD")]
    [TestCase("0", "USD", "The amount must be more than zero")]
    [TestCase("-1", "USD", "The amount must be more than zero")]
    [TestCase("6", "GBP", "The amount must be in USD, the currency of the order")]
    [TestCase("1.005", "USD", "Amount has a fraction of the currency's smallest unit; round it to the amount shown to the buyer")]
    public void GetRejectionReason_Charge_ValidatesTheAmount(string amount, string currency, string? reason)
    {
        var money = new Money(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), currency);
        var order = Order(FinancialOrderState.Chargeable, 4, 0);

        Assert.Multiple(() =>
        {
            Assert.That(OrderRules.GetRejectionReason(new ChargeOrderRequest { GoogleOrderNumber = Number, Amount = money }, order), Is.EqualTo(reason));
            Assert.That(OrderRules.GetRejectionReason(new ChargeAndShipOrderRequest { GoogleOrderNumber = Number, Amount = money }, order), Is.EqualTo(reason));
        });
    }

    [TestCase(3, null)]
    [TestCase(4, "The amount must be at most 3 USD")]
    [TestCase(0, "The amount must be more than zero")]
    public void GetRejectionReason_Refund_ValidatesTheAmount(int amount, string? reason)
    {
        var refund = new RefundOrderRequest { GoogleOrderNumber = Number, Reason = "Damaged", Amount = Usd(amount) };

        Assert.That(OrderRules.GetRejectionReason(refund, Order(FinancialOrderState.Charged, 10, 5, 2)), Is.EqualTo(reason));
    }

    [Test]
    public void ChargeableAndRefundable_InEachState_ReturnTheMaximum()
    {
        Assert.Multiple(() =>
        {
            Assert.That(OrderRules.Chargeable(Order(FinancialOrderState.Reviewing, 0, 0)), Is.EqualTo(Usd(10)));
            Assert.That(OrderRules.Chargeable(Order(FinancialOrderState.Chargeable, 4, 0)), Is.EqualTo(Usd(6)));
            Assert.That(OrderRules.Chargeable(Order(FinancialOrderState.Charged, 10, 0)), Is.EqualTo(Usd(0)));
            Assert.That(OrderRules.Chargeable(Order(FinancialOrderState.Charging, 4, 0)), Is.EqualTo(Usd(0)));
            Assert.That(OrderRules.Chargeable(Order(FinancialOrderState.Cancelled, 4, 4)), Is.EqualTo(Usd(0)));
            Assert.That(OrderRules.Refundable(Order(FinancialOrderState.Charged, 10, 3)), Is.EqualTo(Usd(7)));
            Assert.That(OrderRules.Refundable(Order(FinancialOrderState.Charged, 10, 8, 10)), Is.EqualTo(Usd(0)));
            Assert.That(OrderRules.Refundable(Order(FinancialOrderState.CancelledByGoogle, 4, 0)), Is.EqualTo(Usd(0)));
        });
    }

    [Test]
    public void GetRejectionReason_Texts_ValidatesTheirLength()
    {
        var order = Order(FinancialOrderState.Chargeable, 4, 4);
        var cancel = new CancelOrderRequest { GoogleOrderNumber = Number, Reason = new string('r', 140), Comment = new string('c', 140) };
        var send = new SendBuyerMessageRequest { GoogleOrderNumber = Number, Message = new string('m', 255) };
        var items = new CancelItemsRequest { GoogleOrderNumber = Number };

        Assert.Multiple(() =>
        {
            Assert.That(OrderRules.GetRejectionReason(cancel, order), Is.Null);
            Assert.That(OrderRules.GetRejectionReason(cancel with { Reason = " " }, order), Is.EqualTo("Reason must not be empty"));
            Assert.That(OrderRules.GetRejectionReason(cancel with { Reason = new string('r', 141) }, order), Is.EqualTo("Reason must have at most 140 characters"));
            Assert.That(OrderRules.GetRejectionReason(cancel with { Comment = new string('c', 141) }, order), Is.EqualTo("Comment must have at most 140 characters"));
            Assert.That(OrderRules.GetRejectionReason(cancel with { GoogleOrderNumber = "" }, order), Is.EqualTo("GoogleOrderNumber must not be empty"));
            Assert.That(OrderRules.GetRejectionReason(items, order), Is.EqualTo("Reason must not be empty"));
            Assert.That(OrderRules.GetRejectionReason(send, order), Is.Null);
            Assert.That(OrderRules.GetRejectionReason(send with { Message = new string('m', 256) }, order), Is.EqualTo("Message must have at most 255 characters"));
        });
    }

    [Test]
    public void GetRejectionReason_Items_MustBeInTheCart()
    {
        var order = Order(FinancialOrderState.Charged, 10, 0) with { ShoppingCart = new ShoppingCart { Items = [Line("A1"), Line(null)] } };
        var known = new ItemId { MerchantItemId = "A1" };
        var ship = new ShipItemsRequest { GoogleOrderNumber = Number, ItemShippingInformationList = [new ItemShippingInformation { ItemId = known }] };
        var back = new ReturnItemsRequest { GoogleOrderNumber = Number, ItemIds = [known, new ItemId { MerchantItemId = "B2" }] };
        var nameless = new BackorderItemsRequest { GoogleOrderNumber = Number, ItemIds = [new ItemId()] };

        Assert.Multiple(() =>
        {
            Assert.That(OrderRules.GetRejectionReason(ship, order), Is.Null);
            Assert.That(OrderRules.GetRejectionReason(back, order), Is.EqualTo("The order has no item with the merchant item ID 'B2'"));
            Assert.That(OrderRules.GetRejectionReason(nameless, order), Is.EqualTo("The order has no item with the merchant item ID ''"));
            Assert.That(OrderRules.GetRejectionReason(back, order with { ShoppingCart = null }), Is.Null);
        });
    }

    [Test]
    public void GetRejectionReason_ChargeAndShipWithBothLists_ReturnsAReason()
    {
        var charge = new ChargeAndShipOrderRequest
        {
            GoogleOrderNumber = Number,
            TrackingDataList = [new TrackingData { Carrier = Carriers.UPS }],
            ItemShippingInformationList = [new ItemShippingInformation { ItemId = new ItemId { MerchantItemId = "A1" } }],
        };

        Assert.That(
            OrderRules.GetRejectionReason(charge, Order(FinancialOrderState.Chargeable, 0, 0)),
            Is.EqualTo("TrackingDataList and ItemShippingInformationList must not both be set: track the order or its items"));
    }

    [Test]
    public void GetRejectionReason_Recurrence_ValidatesTheSubscription()
    {
        var order = Order(FinancialOrderState.Charged, 10, 0);
        var subscribed = order with { ShoppingCart = new ShoppingCart { Items = [Line("A1") with { Subscription = Monthly(SubscriptionTypes.Merchant, 5) }] } };
        var byService = order with { ShoppingCart = new ShoppingCart { Items = [Line("A1") with { Subscription = Monthly(SubscriptionTypes.Google, 5) }] } };

        Assert.Multiple(() =>
        {
            Assert.That(OrderRules.GetRejectionReason(Recurrence(Usd(5)), subscribed), Is.Null);
            Assert.That(OrderRules.GetRejectionReason(Recurrence(Usd(6)), subscribed), Is.EqualTo("The cart must cost at most 5 USD"));
            Assert.That(OrderRules.GetRejectionReason(Recurrence(new Money(5, "GBP")), subscribed), Is.EqualTo("The cart must be in USD, the currency of the order"));
            Assert.That(OrderRules.GetRejectionReason(Recurrence(Usd(5)), byService), Is.EqualTo("The order has no subscription that the merchant handles"));
        });
    }

    private static ChargeOrderRequest Charge(int amount) => new() { GoogleOrderNumber = Number, Amount = Usd(amount) };

    private static CreateOrderRecurrenceRequest Recurrence(Money price) => new()
    {
        GoogleOrderNumber = Number,
        ShoppingCart = new ShoppingCart { Items = [Line(null) with { UnitPrice = price }] },
    };

    private static Subscription Monthly(string type, int maximum) => new()
    {
        Type = type,
        Period = DatePeriod.Monthly,
        Payments = [new SubscriptionPayment { MaximumCharge = Usd(maximum) }],
    };

    private static Item Line(string? id) => new()
    {
        ItemName = "Tea",
        ItemDescription = "Loose leaves",
        UnitPrice = Usd(1),
        Quantity = 1,
        MerchantItemId = id,
    };

    private static OrderStatus Order(FinancialOrderState state, int charged, int refunded, int chargedBack = 0) => new()
    {
        FinancialOrderState = state,
        FulfillmentOrderState = state is FinancialOrderState.Cancelled or FinancialOrderState.CancelledByGoogle
            ? FulfillmentOrderState.WillNotDeliver
            : FulfillmentOrderState.New,
        OrderTotal = Usd(10),
        TotalChargeAmount = Usd(charged),
        TotalRefundAmount = Usd(refunded),
        TotalChargebackAmount = Usd(chargedBack),
    };

    private static Money Usd(decimal amount) => new(amount, "USD");
}
