using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using NUnit.Framework;
using static GoogleCheckout.Orders.FinancialOrderState;
using static GoogleCheckout.Orders.FulfillmentOrderState;

namespace GoogleCheckout.Sandbox.Orders;

/// <summary>The protocol's tables of order states and commands. Each row has a name, an order, an event, and the notifications.</summary>
public class OrderStateMachineTests
{
    private const string StateChange = nameof(OrderStateChangeNotification);
    private const string Risk = nameof(RiskInformationNotification);
    private const string Authorization = nameof(AuthorizationAmountNotification);
    private const string ChargeAmount = nameof(ChargeAmountNotification);
    private const string RefundAmount = nameof(RefundAmountNotification);
    private const string ChargebackAmount = nameof(ChargebackAmountNotification);

    private static readonly TrackingData Parcel = new() { Carrier = Carriers.UPS, TrackingNumber = "1Z999" };

    private static IEnumerable<TestCaseData> FinancialTransitions() =>
    [
        Row("2 REVIEWING to CHARGEABLE: review and authorization succeed", SampleOrders.Reviewing, new OrderEvent.ReviewPassed(), Chargeable, New, StateChange, Risk, Authorization),
        Row("2 REVIEWING to PAYMENT_DECLINED: card rejected at authorization", SampleOrders.Reviewing, new OrderEvent.CardDeclined(), PaymentDeclined, New, StateChange),
        Row("2 REVIEWING to CANCELLED_BY_GOOGLE: failed risk check", SampleOrders.Reviewing, new OrderEvent.RiskRejected(), CancelledByGoogle, WillNotDeliver, StateChange),
        Row("2 REVIEWING to CANCELLED: cancel-order", SampleOrders.Reviewing, Cancel, Cancelled, WillNotDeliver, StateChange),
        Row("2 REVIEWING stays: charge-order accepted early", SampleOrders.Reviewing, Charge(), Reviewing, New),
        Row("2 REVIEWING stays: early charge-order starts when CHARGEABLE", SampleOrders.WaitingForCharge, new OrderEvent.ReviewPassed(), Charging, New, StateChange, Risk, Authorization, StateChange),
        Row("2 CHARGEABLE to CHARGING: charge-order", SampleOrders.Chargeable, Charge(), Charging, New, StateChange),
        Row("2 CHARGEABLE to CHARGING: charge-and-ship-order", SampleOrders.Chargeable, ChargeAndShip(), Charging, New, StateChange),
        Row("2 CHARGING to CHARGED: full amount captured", SampleOrders.Charging, new OrderEvent.CaptureSucceeded(), Charged, New, StateChange, ChargeAmount),
        Row("2 CHARGING to CHARGEABLE: partial amount captured", SampleOrders.ChargingPart, new OrderEvent.CaptureSucceeded(), Chargeable, New, StateChange, ChargeAmount),
        Row("2 CHARGING to PAYMENT_DECLINED: capture fails", SampleOrders.Charging, new OrderEvent.CaptureFailed(), PaymentDeclined, New, StateChange),
        Row("2 PAYMENT_DECLINED to CHARGEABLE: buyer supplies a working card", SampleOrders.DeclinedAtCharge, new OrderEvent.CardReplaced(TestCard.Accepted), Chargeable, New, StateChange, Authorization),
        Row("2 PAYMENT_DECLINED to CHARGEABLE: buyer supplies a working card, the first that passes the review", SampleOrders.Declined, new OrderEvent.CardReplaced(TestCard.Accepted), Chargeable, New, StateChange, Risk, Authorization),
        Row("2 PAYMENT_DECLINED to CANCELLED_BY_GOOGLE: the other card is a risk", SampleOrders.Declined, new OrderEvent.CardReplaced(TestCard.RejectedForRisk), CancelledByGoogle, WillNotDeliver, StateChange),
        Row("2 PAYMENT_DECLINED to CANCELLED_BY_GOOGLE: no new card in time", SampleOrders.Declined, new OrderEvent.CardDeadlinePassed(), CancelledByGoogle, WillNotDeliver, StateChange),
        Row("2 PAYMENT_DECLINED to CANCELLED: cancel-order", SampleOrders.Declined, Cancel, Cancelled, WillNotDeliver, StateChange),
        Row("2 CHARGEABLE to CANCELLED: cancel-order", SampleOrders.Chargeable, Cancel, Cancelled, WillNotDeliver, StateChange),
        Row("2 CHARGED to CANCELLED: cancel-order after everything was refunded", SampleOrders.Refunded, Cancel, Cancelled, WillNotDeliver, StateChange),
        Row("2 CHARGED to CHARGED: refund-order", SampleOrders.Charged, Refund(), Charged, New, RefundAmount),
        Row("2 CHARGED to CHARGED: chargeback", SampleOrders.Charged, new OrderEvent.ChargedBack(), Charged, New, ChargebackAmount),
        Row("10 chargeback while another part is charged", SampleOrders.Apply(SampleOrders.PartlyCharged, Charge()), new OrderEvent.ChargedBack(), Charging, New, ChargebackAmount),
        Row("3 charge-order in CHARGED while only partly charged", SampleOrders.PartlyChargedAsCharged, Charge(), Charging, New, StateChange),
        Row("3 charge-and-ship-order after a partial charge", SampleOrders.PartlyCharged, ChargeAndShip(), Charging, New, StateChange),
    ];

    private static IEnumerable<TestCaseData> FulfillmentTransitions() =>
    [
        Row("4 NEW to PROCESSING: process-order", SampleOrders.Chargeable, new ProcessOrderRequest { GoogleOrderNumber = SampleOrders.Number }, Chargeable, Processing, StateChange),
        Row("4 NEW to DELIVERED: deliver-order", SampleOrders.Chargeable, Deliver, Chargeable, Delivered, StateChange),
        Row("4 PROCESSING to DELIVERED: deliver-order", SampleOrders.Processing, Deliver, Chargeable, Delivered, StateChange),
        Row("4 NEW to DELIVERED: charge-and-ship-order, after the capture", SampleOrders.Apply(SampleOrders.Chargeable, ChargeAndShip()), new OrderEvent.CaptureSucceeded(), Charged, Delivered, StateChange, ChargeAmount, StateChange),
        Row("4 NEW to DELIVERED: all items shipped", SampleOrders.Chargeable, SampleOrders.Ship("book", "map"), Chargeable, Delivered, StateChange),
        Row("4 any non-delivered to WILL_NOT_DELIVER: cancel-order", SampleOrders.Processing, Cancel, Cancelled, WillNotDeliver, StateChange),
        Row("4 DELIVERED stays: cancel-order", SampleOrders.Delivered, Cancel, Cancelled, Delivered, StateChange),
        Row("4 DELIVERED to PROCESSING: items reset", SampleOrders.Delivered, Reset("book", "map"), Chargeable, Processing, StateChange),
        Row("4 shipping an uncharged order", SampleOrders.Reviewing, Deliver, Reviewing, Delivered, StateChange),
        Row("4 charging a shipped order", SampleOrders.Delivered, Charge(), Charging, Delivered, StateChange),
        Row("4 a second deliver-order changes nothing", SampleOrders.Delivered, Deliver, Chargeable, Delivered),
    ];

    private static IEnumerable<TestCaseData> OtherCommands() =>
    [
        Row("5 refund-order, partly charged", SampleOrders.PartlyCharged, Refund(5), Chargeable, New, RefundAmount),
        Row("5 authorize-order, CHARGEABLE", SampleOrders.Chargeable, Authorize, Chargeable, New, Authorization),
        Row("5 authorize-order, partly charged CHARGED", SampleOrders.PartlyChargedAsCharged, Authorize, Charged, New, Authorization),
        Row("5 add-tracking-data, any", SampleOrders.Cancelled, new AddTrackingDataRequest { GoogleOrderNumber = SampleOrders.Number, TrackingData = Parcel }, Cancelled, WillNotDeliver),
        Row("5 send-buyer-message, any", SampleOrders.CancelledByGoogle, new SendBuyerMessageRequest { GoogleOrderNumber = SampleOrders.Number, Message = "Sorry" }, CancelledByGoogle, WillNotDeliver),
        Row("5 add-merchant-order-number, any", SampleOrders.Reviewing, new AddMerchantOrderNumberRequest { GoogleOrderNumber = SampleOrders.Number, MerchantOrderNumber = "4711" }, Reviewing, New),
        Row("5 archive-order, any", SampleOrders.Charged, new ArchiveOrderRequest { GoogleOrderNumber = SampleOrders.Number }, Charged, New),
        Row("5 unarchive-order, any", SampleOrders.Charged, new UnarchiveOrderRequest { GoogleOrderNumber = SampleOrders.Number }, Charged, New),
    ];

    private static IEnumerable<TestCaseData> LineItems() =>
    [
        Row("8 some shipped, rest open: PROCESSING", SampleOrders.Chargeable, SampleOrders.Ship("book"), Chargeable, Processing, StateChange),
        Row("8 some shipped, rest backordered: PROCESSING", SampleOrders.PartlyShipped, Backorder("map"), Chargeable, Processing),
        Row("8 shipped and canceled, none open: DELIVERED", SampleOrders.PartlyShipped, CancelItems("map"), Chargeable, Delivered, StateChange),
        Row("8 shipped and returned, none open: DELIVERED", SampleOrders.PartlyShipped, Return("map"), Chargeable, Delivered, StateChange),
        Row("8 all shipped: DELIVERED", SampleOrders.PartlyShipped, SampleOrders.Ship("map"), Chargeable, Delivered, StateChange),
        Row("8 all canceled: unchanged", SampleOrders.Chargeable, CancelItems("book", "map"), Chargeable, New),
        Row("8 none shipped, some backordered: unchanged", SampleOrders.Chargeable, Backorder("book"), Chargeable, New),
        Row("8 delivered and one returned: unchanged", SampleOrders.Delivered, Return("book"), Chargeable, Delivered),
        Row("8 shipped by charge-and-ship-order item by item", SampleOrders.Apply(SampleOrders.Chargeable, ChargeAndShipItems("book")), new OrderEvent.CaptureSucceeded(), Charged, Processing, StateChange, ChargeAmount, StateChange),
    ];

    private static IEnumerable<TestCaseData> Refusals() =>
    [
        RejectedRow("1 CHARGING: no command allowed", SampleOrders.Charging, new ArchiveOrderRequest { GoogleOrderNumber = SampleOrders.Number }),
        RejectedRow("2 CANCELLED: no charge", SampleOrders.Cancelled, Charge()),
        RejectedRow("2 CANCELLED_BY_GOOGLE: no charge", SampleOrders.CancelledByGoogle, Charge()),
        RejectedRow("2 CANCELLED cannot be reinstated", SampleOrders.Cancelled, new OrderEvent.ReviewPassed()),
        RejectedRow("10 chargeback with nothing charged", SampleOrders.Chargeable, new OrderEvent.ChargedBack()),
        RejectedRow("10 chargeback of a refunded order", SampleOrders.Refunded, new OrderEvent.ChargedBack()),
        RejectedRow("10 chargeback of more than was charged", SampleOrders.PartlyCharged, new OrderEvent.ChargedBack(SampleOrders.Usd(20.01m))),
        RejectedRow("10 chargeback in another currency", SampleOrders.Charged, new OrderEvent.ChargedBack(new Money(1, "GBP"))),
        RejectedRow("10 chargeback of zero", SampleOrders.Charged, new OrderEvent.ChargedBack(SampleOrders.Usd(0))),
        RejectedRow("2 CHARGEABLE: cancellation by the service", SampleOrders.Chargeable, new OrderEvent.CancelledByService("Suspicious")),
        RejectedRow("2 REVIEWING: a second early charge", SampleOrders.WaitingForCharge, Charge()),
        RejectedRow("5 charge when fully charged", SampleOrders.Charged, Charge()),
        RejectedRow("5 charge and ship during the review", SampleOrders.Reviewing, ChargeAndShip()),
        RejectedRow("5 cancel while charged money is not refunded", SampleOrders.Charged, Cancel),
        RejectedRow("5 cancel while charged money is not fully refunded", SampleOrders.PartlyRefunded, Cancel),
        RejectedRow("5 refund with nothing charged", SampleOrders.Chargeable, Refund()),
        RejectedRow("5 financial command on a canceled order", SampleOrders.Cancelled, Refund()),
        RejectedRow("5 deliver a canceled order", SampleOrders.Cancelled, Deliver),
        RejectedRow("5 authorize a fully charged order", SampleOrders.Charged, Authorize),
        RejectedRow("5 charge in PAYMENT_DECLINED", SampleOrders.Declined, Charge()),
        RejectedRow("5 empty reason", SampleOrders.Chargeable, new CancelOrderRequest { GoogleOrderNumber = SampleOrders.Number, Reason = string.Empty }),
        RejectedRow("5 unknown item id", SampleOrders.Chargeable, SampleOrders.Ship("atlas")),
        RejectedRow("5 currency other than the order's", SampleOrders.Chargeable, new ChargeOrderRequest { GoogleOrderNumber = SampleOrders.Number, Amount = new Money(5, "GBP") }),
        RejectedRow("5 amount zero", SampleOrders.Chargeable, Charge(0)),
        RejectedRow("5 amount negative", SampleOrders.Chargeable, Charge(-1)),
        RejectedRow("5 text too long", SampleOrders.Chargeable, new SendBuyerMessageRequest { GoogleOrderNumber = SampleOrders.Number, Message = new string('x', 256) }),
        RejectedRow("6 charge above the order's total", SampleOrders.Chargeable, Charge(50.01m)),
        RejectedRow("6 charge above what is left", SampleOrders.PartlyCharged, Charge(30.01m)),
        RejectedRow("6 refund above what was charged", SampleOrders.PartlyCharged, Refund(20.01m)),
        RejectedRow("6 refund above what is not refunded", SampleOrders.PartlyRefunded, Refund(40.01m)),
        RejectedRow("9 create-order-recurrence-request", SampleOrders.Chargeable, new CreateOrderRecurrenceRequest { GoogleOrderNumber = SampleOrders.Number, ShoppingCart = SampleCarts.Books.ShoppingCart }),
    ];

    // All notifications have the same timestamp: the hardest case for code that derives the status from notifications.
    private static OrderStatus ApplyAll(Order order, IReadOnlyList<Notification> notifications) =>
        notifications.Aggregate(GetStatus(order), (status, notification) => status.Apply(notification)) with { Payment = new(), PreviousFinancialOrderState = default };

    // A notification contains more payment details than a summary.
    private static OrderStatus GetStatus(Order order) => order.Status with { StateChangedAt = SampleOrders.Start, Payment = new() };

    private static CancelOrderRequest Cancel => new() { GoogleOrderNumber = SampleOrders.Number, Reason = "Sold out" };

    private static DeliverOrderRequest Deliver => new() { GoogleOrderNumber = SampleOrders.Number, TrackingData = Parcel };

    private static AuthorizeOrderRequest Authorize => new() { GoogleOrderNumber = SampleOrders.Number };

    [TestCaseSource(nameof(FinancialTransitions))]
    [TestCaseSource(nameof(FulfillmentTransitions))]
    [TestCaseSource(nameof(OtherCommands))]
    [TestCaseSource(nameof(LineItems))]
    public void Apply_Row_ChangesOrder(object order, object orderEvent, FinancialOrderState financial, FulfillmentOrderState fulfillment, string[] notifications)
    {
        var outcome = (OrderOutcome.Applied)SampleOrders.StateMachine.Apply((Order)order, (OrderEvent)orderEvent, SampleOrders.Start);

        Assert.Multiple(() =>
        {
            Assert.That(outcome.Order.FinancialOrderState, Is.EqualTo(financial));
            Assert.That(outcome.Order.FulfillmentOrderState, Is.EqualTo(fulfillment));
            Assert.That(outcome.Notifications.Select(notification => notification.GetType().Name), Is.EqualTo(notifications));
            Assert.That(outcome.Notifications.SelectMany(new NotificationValidator().Validate), Is.Empty);
            Assert.That(ApplyAll((Order)order, outcome.Notifications), Is.EqualTo(GetStatus(outcome.Order)));
        });
    }

    [TestCaseSource(nameof(Refusals))]
    public void Apply_Row_IsRejected(object order, object orderEvent)
    {
        var outcome = SampleOrders.StateMachine.Apply((Order)order, (OrderEvent)orderEvent, SampleOrders.Start);

        Assert.That(outcome, Is.InstanceOf<OrderOutcome.Rejected>());
        Assert.That(((OrderOutcome.Rejected)outcome).Reason, Is.Not.Empty);
    }

    [Test]
    public void Apply_ChargeFullyChargedOrder_IsRejectedWithTextOfService()
    {
        var outcome = SampleOrders.StateMachine.Apply(SampleOrders.Charged, new OrderEvent.CommandReceived(Charge()), SampleOrders.Start);

        Assert.That(outcome, Is.EqualTo(new OrderOutcome.Rejected("You cannot charge an order that is already completely charged")));
    }

    [Test]
    public void Place_NewOrder_CreatesNotificationAndReview()
    {
        var draft = SampleOrders.Reviewing with { Due = null, EventNumber = 0 };

        var (order, notifications) = SampleOrders.StateMachine.Place(draft, SampleOrders.Start);

        var notification = (NewOrderNotification)notifications.Single();
        Assert.Multiple(() =>
        {
            Assert.That(notification.SerialNumber, Is.EqualTo("123456789012345-00001-7"));
            Assert.That(notification.Timestamp, Is.EqualTo(SampleOrders.Start));
            Assert.That(notification.FinancialOrderState, Is.EqualTo(Reviewing));
            Assert.That(notification.FulfillmentOrderState, Is.EqualTo(New));
            Assert.That(notification.OrderTotal, Is.EqualTo(SampleOrders.Usd(50.00m)));
            Assert.That(notification.OrderSummary!.PurchaseDate, Is.EqualTo(new DateTimeOffset(2012, 5, 4, 10, 0, 0, TimeSpan.Zero)), "truncated to seconds");
            Assert.That(notification.OrderSummary.Authorization, Is.Null);
            Assert.That(notification.OrderSummary.RiskInformation, Is.Null);
            Assert.That(order.Due, Is.EqualTo(new DueEvent(SampleOrders.Start.AddMinutes(1), new OrderEvent.ReviewPassed())));
        });
    }

    [TestCase("2 REVIEWING to CHARGEABLE", "4111111111111111", nameof(OrderEvent.ReviewPassed))]
    [TestCase("2 REVIEWING to PAYMENT_DECLINED", "371449635398431", nameof(OrderEvent.CardDeclined))]
    [TestCase("2 REVIEWING to CANCELLED_BY_GOOGLE", "4222222222222", nameof(OrderEvent.RiskRejected))]
    public void Place_Card_DeterminesReviewResult(string row, string number, string end)
    {
        var order = SampleOrders.Placed(TestCard.All.Single(card => card.Number == number));

        Assert.That(order.Due!.Event.GetType().Name, Is.EqualTo(end), row);
    }

    [Test]
    public void Apply_ReviewPassed_CreatesThreeNotificationsOfOneEvent()
    {
        var now = SampleOrders.Start.AddMinutes(1);

        var notifications = Apply(SampleOrders.Reviewing, new OrderEvent.ReviewPassed(), now).Notifications;

        var authorization = notifications.OfType<AuthorizationAmountNotification>().Single();
        var risk = notifications.OfType<RiskInformationNotification>().Single().RiskInformation!;
        Assert.Multiple(() =>
        {
            Assert.That(notifications.Select(notification => notification.SerialNumber), Is.EqualTo(new[] { "123456789012345-00002-1", "123456789012345-00002-5", "123456789012345-00002-6" }));
            Assert.That(notifications.Select(notification => notification.Timestamp), Is.All.EqualTo(now));
            Assert.That(notifications.Select(notification => notification.OrderSummary!.FinancialOrderState), Is.All.EqualTo(Chargeable));
            Assert.That(authorization.AuthorizationAmount, Is.EqualTo(SampleOrders.Usd(50.00m)));
            Assert.That(authorization.AuthorizationExpirationDate, Is.EqualTo(now.AddDays(7)));
            Assert.That((authorization.AvsResponse, authorization.CvnResponse), Is.EqualTo(("Y", "M")));
            Assert.That((risk.AvsResponse, risk.CvnResponse, risk.PartialCcNumber, risk.EligibleForProtection), Is.EqualTo(("Y", "M", "1111", true)));
        });
    }

    [Test]
    public void Apply_CaptureSucceeded_CreatesStateAndAmountOfOneEvent()
    {
        var part = Apply(SampleOrders.ChargingPart, new OrderEvent.CaptureSucceeded()).Notifications;

        var amount = part.OfType<ChargeAmountNotification>().Single();
        Assert.Multiple(() =>
        {
            Assert.That(part.Select(notification => notification.SerialNumber[^7..]), Is.EqualTo(new[] { "00004-1", "00004-2" }));
            Assert.That(amount.LatestChargeAmount, Is.EqualTo(SampleOrders.Usd(20)));
            Assert.That(amount.TotalChargeAmount, Is.EqualTo(SampleOrders.Usd(20)));
            Assert.That(amount.OrderSummary!.TotalChargeAmount, Is.EqualTo(SampleOrders.Usd(20)));
            Assert.That(amount.OrderSummary.FinancialOrderState, Is.EqualTo(Chargeable));
        });
    }

    [Test]
    public void Apply_ChargeWithoutAmount_ChargesRemainder()
    {
        var charging = SampleOrders.Apply(SampleOrders.PartlyCharged, Charge());

        var amount = Apply(charging, new OrderEvent.CaptureSucceeded()).Notifications.OfType<ChargeAmountNotification>().Single();

        Assert.That((amount.LatestChargeAmount, amount.TotalChargeAmount), Is.EqualTo((SampleOrders.Usd(30.00m), SampleOrders.Usd(50.00m))));
    }

    [Test]
    public void Apply_Refund_ReportsLatestAndTotal()
    {
        var amount = Apply(SampleOrders.PartlyRefunded, new OrderEvent.CommandReceived(Refund())).Notifications.OfType<RefundAmountNotification>().Single();

        Assert.Multiple(() =>
        {
            Assert.That(amount.SerialNumber, Does.EndWith("-3"));
            Assert.That((amount.LatestRefundAmount, amount.TotalRefundAmount), Is.EqualTo((SampleOrders.Usd(40.00m), SampleOrders.Usd(50.00m))));
        });
    }

    [Test]
    public void Apply_Authorize_AuthorizesUnchargedAmount()
    {
        var amount = Apply(SampleOrders.PartlyCharged, new OrderEvent.CommandReceived(Authorize)).Notifications.OfType<AuthorizationAmountNotification>().Single();

        Assert.That(amount.AuthorizationAmount, Is.EqualTo(SampleOrders.Usd(30.00m)));
    }

    [Test]
    public void Apply_Cancellation_HasReasonOnlyIfByGoogle()
    {
        var google = Apply(SampleOrders.Reviewing, new OrderEvent.RiskRejected()).Notifications.OfType<OrderStateChangeNotification>().Single();
        var merchant = Apply(SampleOrders.Reviewing, new OrderEvent.CommandReceived(Cancel)).Notifications.OfType<OrderStateChangeNotification>().Single();

        Assert.That((google.Reason, merchant.Reason), Is.EqualTo(("Failed risk check", (string?)null)));
    }

    [Test]
    public void Apply_CardDeclinedAtCharge_FailsCaptureAndWaitsSevenDays()
    {
        var passed = SampleOrders.Apply(SampleOrders.Placed(TestCard.DeclinedAtCharge), new OrderEvent.ReviewPassed());
        var charging = SampleOrders.Apply(passed, new OrderEvent.CommandReceived(ChargeAndShip()));
        Assert.That(charging.Due, Is.EqualTo(new DueEvent(SampleOrders.Start, new OrderEvent.CaptureFailed())));

        var declined = SampleOrders.Apply(charging, charging.Due!.Event);

        Assert.Multiple(() =>
        {
            Assert.That(declined.FulfillmentOrderState, Is.EqualTo(New), "An order that is not paid is not shipped.");
            Assert.That(declined.TotalChargeAmount, Is.EqualTo(SampleOrders.Usd(0)));
            Assert.That(declined.Due, Is.EqualTo(new DueEvent(SampleOrders.Start.AddDays(7), new OrderEvent.CardDeadlinePassed())));
        });
    }

    [Test]
    public void Apply_EventWithoutNotification_UsesNoEventNumber()
    {
        var numbered = SampleOrders.Apply(SampleOrders.Chargeable, new AddMerchantOrderNumberRequest { GoogleOrderNumber = SampleOrders.Number, MerchantOrderNumber = "4711" });
        var archived = SampleOrders.Apply(numbered, new ArchiveOrderRequest { GoogleOrderNumber = SampleOrders.Number });

        var later = Apply(archived, new OrderEvent.CommandReceived(Charge())).Notifications.Single();

        Assert.Multiple(() =>
        {
            Assert.That(archived.EventNumber, Is.EqualTo(SampleOrders.Chargeable.EventNumber));
            Assert.That(later.SerialNumber, Does.Contain("-00003-"));
            Assert.That(later.OrderSummary!.MerchantOrderNumber, Is.EqualTo("4711"));
            Assert.That(later.OrderSummary.Archived, Is.True);
        });
    }

    [Test]
    public void Apply_TrackingAndMessages_AreStored()
    {
        var delivered = SampleOrders.Apply(SampleOrders.Chargeable, Deliver);
        var order = SampleOrders.Apply(delivered, new SendBuyerMessageRequest { GoogleOrderNumber = SampleOrders.Number, Message = "On its way" });

        Assert.That(order.Parcels, Is.EqualTo(new[] { Parcel }));
        Assert.That(order.MessagesToBuyer, Is.EqualTo(new[] { "On its way" }));
    }

    [Test]
    public void Apply_Event_DoesNotChangeOriginalOrder()
    {
        var before = SampleOrders.Chargeable;
        var copy = before with { };

        Apply(before, new OrderEvent.CommandReceived(Deliver));

        Assert.That(before, Is.EqualTo(copy));
    }

    private static OrderOutcome.Applied Apply(Order order, OrderEvent orderEvent, DateTimeOffset? now = null) =>
        (OrderOutcome.Applied)SampleOrders.StateMachine.Apply(order, orderEvent, now ?? SampleOrders.Start);

    private static ChargeOrderRequest Charge(decimal? amount = null) => new()
    {
        GoogleOrderNumber = SampleOrders.Number,
        Amount = amount is { } value ? SampleOrders.Usd(value) : null,
    };

    private static ChargeAndShipOrderRequest ChargeAndShip() => new() { GoogleOrderNumber = SampleOrders.Number, TrackingDataList = [Parcel] };

    private static ChargeAndShipOrderRequest ChargeAndShipItems(params string[] items) => new()
    {
        GoogleOrderNumber = SampleOrders.Number,
        ItemShippingInformationList = SampleOrders.Ship(items).ItemShippingInformationList,
    };

    private static RefundOrderRequest Refund(decimal? amount = null) => new()
    {
        GoogleOrderNumber = SampleOrders.Number,
        Reason = "Late",
        Amount = amount is { } value ? SampleOrders.Usd(value) : null,
    };

    private static BackorderItemsRequest Backorder(params string[] items) => new() { GoogleOrderNumber = SampleOrders.Number, ItemIds = Ids(items) };

    private static ReturnItemsRequest Return(params string[] items) => new() { GoogleOrderNumber = SampleOrders.Number, ItemIds = Ids(items) };

    private static CancelItemsRequest CancelItems(params string[] items) => new() { GoogleOrderNumber = SampleOrders.Number, ItemIds = Ids(items), Reason = "Sold out" };

    private static ResetItemsShippingInformationRequest Reset(params string[] items) => new() { GoogleOrderNumber = SampleOrders.Number, ItemIds = Ids(items) };

    private static IReadOnlyList<ItemId> Ids(string[] items) => [.. items.Select(item => new ItemId { MerchantItemId = item })];

    private static TestCaseData Row(string row, Order order, OrderCommand command, FinancialOrderState financial, FulfillmentOrderState fulfillment, params string[] notifications) =>
        Row(row, order, new OrderEvent.CommandReceived(command), financial, fulfillment, notifications);

    private static TestCaseData Row(string row, Order order, OrderEvent orderEvent, FinancialOrderState financial, FulfillmentOrderState fulfillment, params string[] notifications) =>
        new TestCaseData(order, orderEvent, financial, fulfillment, notifications).SetName(row);

    private static TestCaseData RejectedRow(string row, Order order, OrderCommand command) => RejectedRow(row, order, new OrderEvent.CommandReceived(command));

    private static TestCaseData RejectedRow(string row, Order order, OrderEvent orderEvent) => new TestCaseData(order, orderEvent).SetName(row);
}
