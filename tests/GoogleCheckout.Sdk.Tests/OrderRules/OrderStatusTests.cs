using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using NUnit.Framework;

namespace GoogleCheckout.Orders;

public class OrderStatusTests
{
    private const string Number = "841171949013218";

    private static readonly DateTimeOffset Noon = new(2012, 10, 10, 12, 0, 0, TimeSpan.Zero);

    private static readonly NewOrderNotification Placed = new()
    {
        SerialNumber = "1",
        GoogleOrderNumber = Number,
        Timestamp = Noon,
        ShoppingCart = new ShoppingCart(),
        OrderTotal = Usd(10),
        FinancialOrderState = FinancialOrderState.Reviewing,
        FulfillmentOrderState = FulfillmentOrderState.New,
    };

    // All notifications of an order without summaries, charged in two parts. Two changes have the same timestamp, because timestamps had whole seconds before 2007.
    private static readonly Notification[] Notifications =
    [
        Change(1, FinancialOrderState.Reviewing, FinancialOrderState.Chargeable),
        new RiskInformationNotification
        {
            SerialNumber = "r",
            GoogleOrderNumber = Number,
            Timestamp = Noon.AddSeconds(1),
            RiskInformation = new RiskInformation { EligibleForProtection = true, BuyerAccountAge = 6, AvsResponse = "Y", CvnResponse = "M" },
        },
        Authorization(1, 10),
        Change(2, FinancialOrderState.Chargeable, FinancialOrderState.Charging),
        Change(3, FinancialOrderState.Charging, FinancialOrderState.Chargeable),
        Charge(3, 4),
        Authorization(4, 6),
        Change(5, FinancialOrderState.Chargeable, FinancialOrderState.Charging),
        Change(5, FinancialOrderState.Charging, FinancialOrderState.Charged),
        Charge(5, 10),
        Change(6, FinancialOrderState.Charged, FinancialOrderState.Charged, FulfillmentOrderState.New, FulfillmentOrderState.Delivered),
        new RefundAmountNotification { SerialNumber = "b", GoogleOrderNumber = Number, Timestamp = Noon.AddSeconds(7), LatestRefundAmount = Usd(3), TotalRefundAmount = Usd(3) },
        new ChargebackAmountNotification { SerialNumber = "c", GoogleOrderNumber = Number, Timestamp = Noon.AddSeconds(8), LatestChargebackAmount = Usd(2), TotalChargebackAmount = Usd(2) },
    ];

    [Test]
    public void FromNewOrder_Always_ReturnsTheDataOfTheNotification()
    {
        var order = OrderStatus.FromNewOrder(Placed);

        Assert.Multiple(() =>
        {
            Assert.That(order.FinancialOrderState, Is.EqualTo(FinancialOrderState.Reviewing));
            Assert.That(order.FulfillmentOrderState, Is.EqualTo(FulfillmentOrderState.New));
            Assert.That(order.ChargeableAmount, Is.EqualTo(Usd(10)));
            Assert.That(order.RefundableAmount, Is.EqualTo(Usd(0)));
            Assert.That(order.StateChangedAt, Is.EqualTo(Noon));
            Assert.That(order.ShoppingCart, Is.SameAs(Placed.ShoppingCart));
            Assert.That(order.Payment, Is.EqualTo(new PaymentStatus()));
        });
    }

    [Test]
    public void FromNotification_WithoutASummary_ReturnsNull()
    {
        var summary = Summary(FinancialOrderState.Charged, 10);

        Assert.Multiple(() =>
        {
            Assert.That(OrderStatus.FromNotification(Charge(1, 10)), Is.Null);
            Assert.That(OrderStatus.FromNotification((Notification)Placed), Is.EqualTo(OrderStatus.FromNewOrder(Placed)));
            Assert.That(OrderStatus.FromNotification(Charge(1, 10) with { OrderSummary = summary }), Is.EqualTo(OrderStatus.FromSummary(summary) with { StateChangedAt = Noon.AddSeconds(1) }));
        });
    }

    [Test]
    public void Apply_AllNotifications_ReturnsTheFinalStatus() => AssertFinalStatus(ApplyAll(Notifications));

    [Test]
    public void Apply_AllNotificationsInReverse_ReturnsTheFinalStatus() => AssertFinalStatus(ApplyAll(Notifications.Reverse()));

    [Test]
    public void Apply_RepeatedNotificationsInAnyOrder_ReturnsTheFinalStatus()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            Notification[] deliveries = [.. Notifications, .. Notifications, Placed];
            random.Shuffle(deliveries);

            AssertFinalStatus(ApplyAll(deliveries));
        }
    }

    [Test]
    public void Apply_NotificationWithNothingNew_ReturnsAnEqualStatus()
    {
        var order = ApplyAll(Notifications);

        Assert.That(Notifications.Append(Placed).Select(order.Apply), Is.All.EqualTo(order));
    }

    [Test]
    public void Apply_StatesWithoutATimestamp_UsesTheOrderOfTheCalls()
    {
        var order = OrderStatus.FromNewOrder(Placed with { Timestamp = null })
            .Apply(Change(1, FinancialOrderState.Reviewing, FinancialOrderState.Chargeable) with { Timestamp = null })
            .Apply(Change(1, FinancialOrderState.Chargeable, FinancialOrderState.Charging) with { Timestamp = null })
            .Apply(Placed with { Timestamp = null });

        Assert.That((order.FinancialOrderState, order.StateChangedAt), Is.EqualTo((FinancialOrderState.Charging, (DateTimeOffset?)null)));
    }

    [Test]
    public void Apply_EmptyStates_KeepsTheKnownStates()
    {
        var order = OrderStatus.FromNewOrder(Placed).Apply(Change(1, default, default, default, default));

        Assert.That((order.FinancialOrderState, order.FulfillmentOrderState), Is.EqualTo((FinancialOrderState.Reviewing, FulfillmentOrderState.New)));
    }

    [Test]
    public void Apply_ToACanceledOrder_KeepsItCanceled()
    {
        var order = OrderStatus.FromNewOrder(Placed)
            .Apply(Change(2, FinancialOrderState.Chargeable, FinancialOrderState.CancelledByGoogle, FulfillmentOrderState.New, FulfillmentOrderState.WillNotDeliver))
            .Apply(Change(3, FinancialOrderState.Charging, FinancialOrderState.Charged, FulfillmentOrderState.New, FulfillmentOrderState.Delivered));

        Assert.That((order.FinancialOrderState, order.FulfillmentOrderState), Is.EqualTo((FinancialOrderState.CancelledByGoogle, FulfillmentOrderState.WillNotDeliver)));
    }

    [Test]
    public void Apply_CancellationByGoogleAfterTheMerchants_ChangesNothing()
    {
        var order = OrderStatus.FromNewOrder(Placed)
            .Apply(Change(2, FinancialOrderState.Chargeable, FinancialOrderState.Cancelled))
            .Apply(Change(3, FinancialOrderState.PaymentDeclined, FinancialOrderState.CancelledByGoogle));

        Assert.That(order.FinancialOrderState, Is.EqualTo(FinancialOrderState.Cancelled));
    }

    [TestCase(FinancialOrderState.Chargeable)]
    [TestCase(FinancialOrderState.Charged)]
    [TestCase(FinancialOrderState.PaymentDeclined)]
    public void Apply_ChargingAndItsOutcomeAtTheSameTime_ReturnsTheOutcome(FinancialOrderState outcome)
    {
        var charging = Charge(2, 4) with { OrderSummary = Summary(FinancialOrderState.Charging, 4) };
        var ended = Charge(2, 4) with { OrderSummary = Summary(outcome, 4) };
        var placed = OrderStatus.FromNewOrder(Placed);

        Assert.Multiple(() =>
        {
            Assert.That(placed.Apply(charging).Apply(ended).FinancialOrderState, Is.EqualTo(outcome));
            Assert.That(placed.Apply(ended).Apply(charging).FinancialOrderState, Is.EqualTo(outcome));
        });
    }

    // The last of the changes of one second decides, in whatever order they arrive.
    [TestCase(FinancialOrderState.Chargeable, FinancialOrderState.Charging, FinancialOrderState.Chargeable)]
    [TestCase(FinancialOrderState.Charged, FinancialOrderState.Charging, FinancialOrderState.Charged)]
    [TestCase(FinancialOrderState.PaymentDeclined, FinancialOrderState.Charging, FinancialOrderState.PaymentDeclined)]
    [TestCase(FinancialOrderState.Chargeable, FinancialOrderState.Charging, FinancialOrderState.Charged)]
    [TestCase(FinancialOrderState.Reviewing, FinancialOrderState.Charging, FinancialOrderState.Charged)]
    public void Apply_ChargingAndItsReversalAtTheSameTime_ReturnsTheReversal(FinancialOrderState before, FinancialOrderState between, FinancialOrderState after)
    {
        var known = OrderStatus.FromNewOrder(Placed).Apply(Change(1, FinancialOrderState.Reviewing, before));
        var (charging, ended) = (Change(2, before, between), Change(2, between, after));

        Assert.Multiple(() =>
        {
            Assert.That(known.Apply(charging).Apply(ended).FinancialOrderState, Is.EqualTo(after));
            Assert.That(known.Apply(ended).Apply(charging).FinancialOrderState, Is.EqualTo(after));
            Assert.That(known.Apply(ended).Apply(charging).Apply(ended).Apply(charging).FinancialOrderState, Is.EqualTo(after));
        });
    }

    [Test]
    public void Apply_ChargingAtTheTimeOfTheStateBeforeIt_ReturnsCharging()
    {
        var known = OrderStatus.FromNewOrder(Placed).Apply(Change(1, FinancialOrderState.Reviewing, FinancialOrderState.Chargeable));

        var charging = known.Apply(Change(1, FinancialOrderState.Chargeable, FinancialOrderState.Charging));

        Assert.Multiple(() =>
        {
            Assert.That(charging.FinancialOrderState, Is.EqualTo(FinancialOrderState.Charging));
            Assert.That(charging.PreviousFinancialOrderState, Is.EqualTo(FinancialOrderState.Chargeable));
        });
    }

    [Test]
    public void Apply_AuthorizationWithTheSameExpiration_UsesItsAmount()
    {
        var order = OrderStatus.FromNewOrder(Placed).Apply(Authorization(1, 10)).Apply(Authorization(1, 6));

        Assert.That(order.Payment.AuthorizationAmount, Is.EqualTo(Usd(6)));
    }

    [Test]
    public void Apply_NotificationWithASummary_UsesTheSummary()
    {
        var end = Noon.AddDays(7);
        var summary = Summary(FinancialOrderState.Charged, 10) with
        {
            Authorization = new AuthorizationInformation { AuthorizationAmount = Usd(10), AuthorizationExpirationDate = end },
            RiskInformation = new RiskInformation { EligibleForProtection = false, BuyerAccountAge = 6, AvsResponse = "P", CvnResponse = "N" },
        };

        var order = OrderStatus.FromNewOrder(Placed).Apply(Charge(5, 10) with { OrderSummary = summary });

        Assert.Multiple(() =>
        {
            Assert.That(order.FinancialOrderState, Is.EqualTo(FinancialOrderState.Charged));
            Assert.That(order.TotalChargeAmount, Is.EqualTo(Usd(10)));
            Assert.That(order.Payment, Is.EqualTo(new PaymentStatus
            {
                AuthorizationAmount = Usd(10),
                AuthorizationExpirationDate = end,
                AvsMatch = AvsMatch.PostalCodeOnly,
                CvnMatch = CvnMatch.NoMatch,
                EligibleForProtection = false,
                BuyerAccountAge = 6,
            }));
        });
    }

    [Test]
    public void Apply_AuthorizationOfAnotherCard_UsesItsLetters()
    {
        var order = ApplyAll(Notifications.Take(3)).Apply(Authorization(9, 10) with { AvsResponse = "N", CvnResponse = "Y" });

        Assert.That((order.Payment.AvsMatch, order.Payment.CvnMatch), Is.EqualTo((AvsMatch.Neither, CvnMatch.Unknown)));
    }

    [Test]
    public void Apply_AmountsWithoutACurrency_UsesTheCurrencyOfTheOrder()
    {
        var order = OrderStatus.FromNewOrder(Placed).Apply(Charge(1, 4) with { TotalChargeAmount = new Money(4, "") });

        Assert.That(order.ChargeableAmount, Is.EqualTo(Usd(6)));
    }

    [Test]
    public void Apply_AmountsInAnotherCurrency_Throws() => Assert.Throws<InvalidOperationException>(
        () => OrderStatus.FromNewOrder(Placed).Apply(Charge(1, 4) with { TotalChargeAmount = new Money(4, "GBP") }));

    private static OrderStatus ApplyAll(IEnumerable<Notification> notifications) =>
        notifications.Aggregate(OrderStatus.FromNewOrder(Placed), (order, notification) => order.Apply(notification));

    private static void AssertFinalStatus(OrderStatus order)
    {
        Assert.That(order, Is.EqualTo(OrderStatus.FromNewOrder(Placed) with
        {
            FinancialOrderState = FinancialOrderState.Charged,
            FulfillmentOrderState = FulfillmentOrderState.Delivered,
            TotalChargeAmount = Usd(10),
            TotalRefundAmount = Usd(3),
            TotalChargebackAmount = Usd(2),
            StateChangedAt = Noon.AddSeconds(6),
            Payment = new PaymentStatus
            {
                AuthorizationAmount = Usd(6),
                AuthorizationExpirationDate = Noon.AddSeconds(4).AddDays(7),
                AvsMatch = AvsMatch.AddressAndPostalCode,
                CvnMatch = CvnMatch.Match,
                EligibleForProtection = true,
                BuyerAccountAge = 6,
            },
        }));
    }

    private static OrderStateChangeNotification Change(
        int second,
        FinancialOrderState from,
        FinancialOrderState to,
        FulfillmentOrderState fulfillmentFrom = FulfillmentOrderState.New,
        FulfillmentOrderState fulfillmentTo = FulfillmentOrderState.New) => new()
        {
            SerialNumber = "s",
            GoogleOrderNumber = Number,
            Timestamp = Noon.AddSeconds(second),
            PreviousFinancialOrderState = from,
            NewFinancialOrderState = to,
            PreviousFulfillmentOrderState = fulfillmentFrom,
            NewFulfillmentOrderState = fulfillmentTo,
        };

    private static AuthorizationAmountNotification Authorization(int second, int amount) => new()
    {
        SerialNumber = "a",
        GoogleOrderNumber = Number,
        Timestamp = Noon.AddSeconds(second),
        AuthorizationAmount = Usd(amount),
        AuthorizationExpirationDate = Noon.AddSeconds(second).AddDays(7),
        AvsResponse = "Y",
        CvnResponse = "M",
    };

    private static ChargeAmountNotification Charge(int second, int total) => new()
    {
        SerialNumber = "m",
        GoogleOrderNumber = Number,
        Timestamp = Noon.AddSeconds(second),
        LatestChargeAmount = Usd(1),
        TotalChargeAmount = Usd(total),
    };

    private static OrderSummary Summary(FinancialOrderState state, int charged) => new()
    {
        GoogleOrderNumber = Number,
        FinancialOrderState = state,
        FulfillmentOrderState = FulfillmentOrderState.New,
        OrderTotal = Usd(10),
        TotalChargeAmount = Usd(charged),
        TotalRefundAmount = Usd(0),
        TotalChargebackAmount = Usd(0),
        ShoppingCart = new ShoppingCart(),
    };

    private static Money Usd(decimal amount) => new(amount, "USD");
}
