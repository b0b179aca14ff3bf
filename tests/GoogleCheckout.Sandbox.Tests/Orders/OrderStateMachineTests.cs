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
        Row("2 REVIEWING to CHARGEABLE: review and authorization succeed", Given.Reviewing, new OrderEvent.ReviewPassed(), Chargeable, New, StateChange, Risk, Authorization),
        Row("2 REVIEWING to PAYMENT_DECLINED: card rejected at authorization", Given.Reviewing, new OrderEvent.CardDeclined(), PaymentDeclined, New, StateChange),
        Row("2 REVIEWING to CANCELLED_BY_GOOGLE: failed risk check", Given.Reviewing, new OrderEvent.RiskRejected(), CancelledByGoogle, WillNotDeliver, StateChange),
        Row("2 REVIEWING to CANCELLED: cancel-order", Given.Reviewing, Cancel, Cancelled, WillNotDeliver, StateChange),
        Row("2 REVIEWING stays: charge-order accepted early", Given.Reviewing, Charge(), Reviewing, New),
        Row("2 REVIEWING stays: early charge-order starts when CHARGEABLE", Given.WaitingForCharge, new OrderEvent.ReviewPassed(), Charging, New, StateChange, Risk, Authorization, StateChange),
        Row("2 CHARGEABLE to CHARGING: charge-order", Given.Chargeable, Charge(), Charging, New, StateChange),
        Row("2 CHARGEABLE to CHARGING: charge-and-ship-order", Given.Chargeable, ChargeAndShip(), Charging, New, StateChange),
        Row("2 CHARGING to CHARGED: full amount captured", Given.Charging, new OrderEvent.CaptureSucceeded(), Charged, New, StateChange, ChargeAmount),
        Row("2 CHARGING to CHARGEABLE: partial amount captured", Given.ChargingPart, new OrderEvent.CaptureSucceeded(), Chargeable, New, StateChange, ChargeAmount),
        Row("2 CHARGING to PAYMENT_DECLINED: capture fails", Given.Charging, new OrderEvent.CaptureFailed(), PaymentDeclined, New, StateChange),
        Row("2 PAYMENT_DECLINED to CHARGEABLE: buyer supplies a working card", Given.DeclinedAtCharge, new OrderEvent.CardReplaced(TestCard.Accepted), Chargeable, New, StateChange, Authorization),
        Row("2 PAYMENT_DECLINED to CHARGEABLE: buyer supplies a working card, the first that passes the review", Given.Declined, new OrderEvent.CardReplaced(TestCard.Accepted), Chargeable, New, StateChange, Risk, Authorization),
        Row("2 PAYMENT_DECLINED to CANCELLED_BY_GOOGLE: the other card is a risk", Given.Declined, new OrderEvent.CardReplaced(TestCard.RejectedForRisk), CancelledByGoogle, WillNotDeliver, StateChange),
        Row("2 PAYMENT_DECLINED to CANCELLED_BY_GOOGLE: no new card in time", Given.Declined, new OrderEvent.CardDeadlinePassed(), CancelledByGoogle, WillNotDeliver, StateChange),
        Row("2 PAYMENT_DECLINED to CANCELLED: cancel-order", Given.Declined, Cancel, Cancelled, WillNotDeliver, StateChange),
        Row("2 CHARGEABLE to CANCELLED: cancel-order", Given.Chargeable, Cancel, Cancelled, WillNotDeliver, StateChange),
        Row("2 CHARGED to CANCELLED: cancel-order after everything was refunded", Given.Refunded, Cancel, Cancelled, WillNotDeliver, StateChange),
        Row("2 CHARGED to CHARGED: refund-order", Given.Charged, Refund(), Charged, New, RefundAmount),
        Row("2 CHARGED to CHARGED: chargeback", Given.Charged, new OrderEvent.ChargedBack(), Charged, New, ChargebackAmount),
        Row("10 chargeback while another part is charged", Given.Apply(Given.PartlyCharged, Charge()), new OrderEvent.ChargedBack(), Charging, New, ChargebackAmount),
        Row("3 charge-order in CHARGED while only partly charged", Given.PartlyChargedAsCharged, Charge(), Charging, New, StateChange),
        Row("3 charge-and-ship-order after a partial charge", Given.PartlyCharged, ChargeAndShip(), Charging, New, StateChange),
    ];

    private static IEnumerable<TestCaseData> FulfillmentTransitions() =>
    [
        Row("4 NEW to PROCESSING: process-order", Given.Chargeable, new ProcessOrderRequest { GoogleOrderNumber = Given.Number }, Chargeable, Processing, StateChange),
        Row("4 NEW to DELIVERED: deliver-order", Given.Chargeable, Deliver, Chargeable, Delivered, StateChange),
        Row("4 PROCESSING to DELIVERED: deliver-order", Given.Processing, Deliver, Chargeable, Delivered, StateChange),
        Row("4 NEW to DELIVERED: charge-and-ship-order, after the capture", Given.Apply(Given.Chargeable, ChargeAndShip()), new OrderEvent.CaptureSucceeded(), Charged, Delivered, StateChange, ChargeAmount, StateChange),
        Row("4 NEW to DELIVERED: all items shipped", Given.Chargeable, Given.Ship("book", "map"), Chargeable, Delivered, StateChange),
        Row("4 any non-delivered to WILL_NOT_DELIVER: cancel-order", Given.Processing, Cancel, Cancelled, WillNotDeliver, StateChange),
        Row("4 DELIVERED stays: cancel-order", Given.Delivered, Cancel, Cancelled, Delivered, StateChange),
        Row("4 DELIVERED to PROCESSING: items reset", Given.Delivered, Reset("book", "map"), Chargeable, Processing, StateChange),
        Row("4 shipping an uncharged order", Given.Reviewing, Deliver, Reviewing, Delivered, StateChange),
        Row("4 charging a shipped order", Given.Delivered, Charge(), Charging, Delivered, StateChange),
        Row("4 a second deliver-order changes nothing", Given.Delivered, Deliver, Chargeable, Delivered),
    ];

    private static IEnumerable<TestCaseData> OtherCommands() =>
    [
        Row("5 refund-order, partly charged", Given.PartlyCharged, Refund(5), Chargeable, New, RefundAmount),
        Row("5 authorize-order, CHARGEABLE", Given.Chargeable, Authorize, Chargeable, New, Authorization),
        Row("5 authorize-order, partly charged CHARGED", Given.PartlyChargedAsCharged, Authorize, Charged, New, Authorization),
        Row("5 add-tracking-data, any", Given.Cancelled, new AddTrackingDataRequest { GoogleOrderNumber = Given.Number, TrackingData = Parcel }, Cancelled, WillNotDeliver),
        Row("5 send-buyer-message, any", Given.CancelledByGoogle, new SendBuyerMessageRequest { GoogleOrderNumber = Given.Number, Message = "Sorry" }, CancelledByGoogle, WillNotDeliver),
        Row("5 add-merchant-order-number, any", Given.Reviewing, new AddMerchantOrderNumberRequest { GoogleOrderNumber = Given.Number, MerchantOrderNumber = "4711" }, Reviewing, New),
        Row("5 archive-order, any", Given.Charged, new ArchiveOrderRequest { GoogleOrderNumber = Given.Number }, Charged, New),
        Row("5 unarchive-order, any", Given.Charged, new UnarchiveOrderRequest { GoogleOrderNumber = Given.Number }, Charged, New),
    ];

    private static IEnumerable<TestCaseData> LineItems() =>
    [
        Row("8 some shipped, rest open: PROCESSING", Given.Chargeable, Given.Ship("book"), Chargeable, Processing, StateChange),
        Row("8 some shipped, rest backordered: PROCESSING", Given.PartlyShipped, Backorder("map"), Chargeable, Processing),
        Row("8 shipped and canceled, none open: DELIVERED", Given.PartlyShipped, CancelItems("map"), Chargeable, Delivered, StateChange),
        Row("8 shipped and returned, none open: DELIVERED", Given.PartlyShipped, Return("map"), Chargeable, Delivered, StateChange),
        Row("8 all shipped: DELIVERED", Given.PartlyShipped, Given.Ship("map"), Chargeable, Delivered, StateChange),
        Row("8 all canceled: unchanged", Given.Chargeable, CancelItems("book", "map"), Chargeable, New),
        Row("8 none shipped, some backordered: unchanged", Given.Chargeable, Backorder("book"), Chargeable, New),
        Row("8 delivered and one returned: unchanged", Given.Delivered, Return("book"), Chargeable, Delivered),
        Row("8 shipped by charge-and-ship-order item by item", Given.Apply(Given.Chargeable, ChargeAndShipItems("book")), new OrderEvent.CaptureSucceeded(), Charged, Processing, StateChange, ChargeAmount, StateChange),
    ];

    private static IEnumerable<TestCaseData> Refusals() =>
    [
        RejectedRow("1 CHARGING: no command allowed", Given.Charging, new ArchiveOrderRequest { GoogleOrderNumber = Given.Number }),
        RejectedRow("2 CANCELLED: no charge", Given.Cancelled, Charge()),
        RejectedRow("2 CANCELLED_BY_GOOGLE: no charge", Given.CancelledByGoogle, Charge()),
        RejectedRow("2 CANCELLED cannot be reinstated", Given.Cancelled, new OrderEvent.ReviewPassed()),
        RejectedRow("10 chargeback with nothing charged", Given.Chargeable, new OrderEvent.ChargedBack()),
        RejectedRow("10 chargeback of a refunded order", Given.Refunded, new OrderEvent.ChargedBack()),
        RejectedRow("10 chargeback of more than was charged", Given.PartlyCharged, new OrderEvent.ChargedBack(Given.Usd(20.01m))),
        RejectedRow("10 chargeback in another currency", Given.Charged, new OrderEvent.ChargedBack(new Money(1, "GBP"))),
        RejectedRow("10 chargeback of zero", Given.Charged, new OrderEvent.ChargedBack(Given.Usd(0))),
        RejectedRow("2 CHARGEABLE: cancellation by the service", Given.Chargeable, new OrderEvent.CancelledByService("Suspicious")),
        RejectedRow("2 REVIEWING: a second early charge", Given.WaitingForCharge, Charge()),
        RejectedRow("5 charge when fully charged", Given.Charged, Charge()),
        RejectedRow("5 charge and ship during the review", Given.Reviewing, ChargeAndShip()),
        RejectedRow("5 cancel while charged money is not refunded", Given.Charged, Cancel),
        RejectedRow("5 cancel while charged money is not fully refunded", Given.PartlyRefunded, Cancel),
        RejectedRow("5 refund with nothing charged", Given.Chargeable, Refund()),
        RejectedRow("5 financial command on a canceled order", Given.Cancelled, Refund()),
        RejectedRow("5 deliver a canceled order", Given.Cancelled, Deliver),
        RejectedRow("5 authorize a fully charged order", Given.Charged, Authorize),
        RejectedRow("5 charge in PAYMENT_DECLINED", Given.Declined, Charge()),
        RejectedRow("5 empty reason", Given.Chargeable, new CancelOrderRequest { GoogleOrderNumber = Given.Number, Reason = string.Empty }),
        RejectedRow("5 unknown item id", Given.Chargeable, Given.Ship("atlas")),
        RejectedRow("5 currency other than the order's", Given.Chargeable, new ChargeOrderRequest { GoogleOrderNumber = Given.Number, Amount = new Money(5, "GBP") }),
        RejectedRow("5 amount zero", Given.Chargeable, Charge(0)),
        RejectedRow("5 amount negative", Given.Chargeable, Charge(-1)),
        RejectedRow("5 text too long", Given.Chargeable, new SendBuyerMessageRequest { GoogleOrderNumber = Given.Number, Message = new string('x', 256) }),
        RejectedRow("6 charge above the order's total", Given.Chargeable, Charge(50.01m)),
        RejectedRow("6 charge above what is left", Given.PartlyCharged, Charge(30.01m)),
        RejectedRow("6 refund above what was charged", Given.PartlyCharged, Refund(20.01m)),
        RejectedRow("6 refund above what is not refunded", Given.PartlyRefunded, Refund(40.01m)),
        RejectedRow("9 create-order-recurrence-request", Given.Chargeable, new CreateOrderRecurrenceRequest { GoogleOrderNumber = Given.Number, ShoppingCart = SampleCarts.Books.ShoppingCart }),
    ];

    // All notifications have the same timestamp: the hardest case for code that derives the status from notifications.
    private static OrderStatus ApplyAll(Order order, IReadOnlyList<Notification> notifications) =>
        notifications.Aggregate(GetStatus(order), (status, notification) => status.Apply(notification)) with { Payment = new() };

    // A notification contains more payment details than a summary.
    private static OrderStatus GetStatus(Order order) => order.Status with { StateChangedAt = Given.Start, Payment = new() };

    private static CancelOrderRequest Cancel => new() { GoogleOrderNumber = Given.Number, Reason = "Sold out" };

    private static DeliverOrderRequest Deliver => new() { GoogleOrderNumber = Given.Number, TrackingData = Parcel };

    private static AuthorizeOrderRequest Authorize => new() { GoogleOrderNumber = Given.Number };

    [TestCaseSource(nameof(FinancialTransitions))]
    [TestCaseSource(nameof(FulfillmentTransitions))]
    [TestCaseSource(nameof(OtherCommands))]
    [TestCaseSource(nameof(LineItems))]
    public void Apply_Row_ChangesOrder(object order, object orderEvent, FinancialOrderState financial, FulfillmentOrderState fulfillment, string[] notifications)
    {
        var outcome = (OrderOutcome.Applied)Given.StateMachine.Apply((Order)order, (OrderEvent)orderEvent, Given.Start);

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
        var outcome = Given.StateMachine.Apply((Order)order, (OrderEvent)orderEvent, Given.Start);

        Assert.That(outcome, Is.InstanceOf<OrderOutcome.Rejected>());
        Assert.That(((OrderOutcome.Rejected)outcome).Reason, Is.Not.Empty);
    }

    [Test]
    public void Apply_ChargeFullyChargedOrder_IsRejectedWithTextOfService()
    {
        var outcome = Given.StateMachine.Apply(Given.Charged, new OrderEvent.CommandReceived(Charge()), Given.Start);

        Assert.That(outcome, Is.EqualTo(new OrderOutcome.Rejected("You cannot charge an order that is already completely charged")));
    }

    [Test]
    public void Place_NewOrder_CreatesNotificationAndReview()
    {
        var draft = Given.Reviewing with { Due = null, EventNumber = 0 };

        var (order, notifications) = Given.StateMachine.Place(draft, Given.Start);

        var notification = (NewOrderNotification)notifications.Single();
        Assert.Multiple(() =>
        {
            Assert.That(notification.SerialNumber, Is.EqualTo("123456789012345-00001-7"));
            Assert.That(notification.Timestamp, Is.EqualTo(Given.Start));
            Assert.That(notification.FinancialOrderState, Is.EqualTo(Reviewing));
            Assert.That(notification.FulfillmentOrderState, Is.EqualTo(New));
            Assert.That(notification.OrderTotal, Is.EqualTo(Given.Usd(50.00m)));
            Assert.That(notification.OrderSummary!.PurchaseDate, Is.EqualTo(new DateTimeOffset(2012, 5, 4, 10, 0, 0, TimeSpan.Zero)), "truncated to seconds");
            Assert.That(notification.OrderSummary.Authorization, Is.Null);
            Assert.That(notification.OrderSummary.RiskInformation, Is.Null);
            Assert.That(order.Due, Is.EqualTo(new DueEvent(Given.Start.AddMinutes(1), new OrderEvent.ReviewPassed())));
        });
    }

    [TestCase("2 REVIEWING to CHARGEABLE", "4111111111111111", nameof(OrderEvent.ReviewPassed))]
    [TestCase("2 REVIEWING to PAYMENT_DECLINED", "371449635398431", nameof(OrderEvent.CardDeclined))]
    [TestCase("2 REVIEWING to CANCELLED_BY_GOOGLE", "4222222222222", nameof(OrderEvent.RiskRejected))]
    public void Place_Card_DeterminesReviewResult(string row, string number, string end)
    {
        var order = Given.Placed(TestCard.All.Single(card => card.Number == number));

        Assert.That(order.Due!.Event.GetType().Name, Is.EqualTo(end), row);
    }

    [Test]
    public void Apply_ReviewPassed_CreatesThreeNotificationsOfOneEvent()
    {
        var now = Given.Start.AddMinutes(1);

        var notifications = Apply(Given.Reviewing, new OrderEvent.ReviewPassed(), now).Notifications;

        var authorization = notifications.OfType<AuthorizationAmountNotification>().Single();
        var risk = notifications.OfType<RiskInformationNotification>().Single().RiskInformation!;
        Assert.Multiple(() =>
        {
            Assert.That(notifications.Select(notification => notification.SerialNumber), Is.EqualTo(new[] { "123456789012345-00002-1", "123456789012345-00002-5", "123456789012345-00002-6" }));
            Assert.That(notifications.Select(notification => notification.Timestamp), Is.All.EqualTo(now));
            Assert.That(notifications.Select(notification => notification.OrderSummary!.FinancialOrderState), Is.All.EqualTo(Chargeable));
            Assert.That(authorization.AuthorizationAmount, Is.EqualTo(Given.Usd(50.00m)));
            Assert.That(authorization.AuthorizationExpirationDate, Is.EqualTo(now.AddDays(7)));
            Assert.That((authorization.AvsResponse, authorization.CvnResponse), Is.EqualTo(("Y", "M")));
            Assert.That((risk.AvsResponse, risk.CvnResponse, risk.PartialCcNumber, risk.EligibleForProtection), Is.EqualTo(("Y", "M", "1111", true)));
        });
    }

    [Test]
    public void Apply_CaptureSucceeded_CreatesStateAndAmountOfOneEvent()
    {
        var part = Apply(Given.ChargingPart, new OrderEvent.CaptureSucceeded()).Notifications;

        var amount = part.OfType<ChargeAmountNotification>().Single();
        Assert.Multiple(() =>
        {
            Assert.That(part.Select(notification => notification.SerialNumber[^7..]), Is.EqualTo(new[] { "00004-1", "00004-2" }));
            Assert.That(amount.LatestChargeAmount, Is.EqualTo(Given.Usd(20)));
            Assert.That(amount.TotalChargeAmount, Is.EqualTo(Given.Usd(20)));
            Assert.That(amount.OrderSummary!.TotalChargeAmount, Is.EqualTo(Given.Usd(20)));
            Assert.That(amount.OrderSummary.FinancialOrderState, Is.EqualTo(Chargeable));
        });
    }

    [Test]
    public void Apply_ChargeWithoutAmount_ChargesRemainder()
    {
        var charging = Given.Apply(Given.PartlyCharged, Charge());

        var amount = Apply(charging, new OrderEvent.CaptureSucceeded()).Notifications.OfType<ChargeAmountNotification>().Single();

        Assert.That((amount.LatestChargeAmount, amount.TotalChargeAmount), Is.EqualTo((Given.Usd(30.00m), Given.Usd(50.00m))));
    }

    [Test]
    public void Apply_Refund_ReportsLatestAndTotal()
    {
        var amount = Apply(Given.PartlyRefunded, new OrderEvent.CommandReceived(Refund())).Notifications.OfType<RefundAmountNotification>().Single();

        Assert.Multiple(() =>
        {
            Assert.That(amount.SerialNumber, Does.EndWith("-3"));
            Assert.That((amount.LatestRefundAmount, amount.TotalRefundAmount), Is.EqualTo((Given.Usd(40.00m), Given.Usd(50.00m))));
        });
    }

    [Test]
    public void Apply_Authorize_AuthorizesUnchargedAmount()
    {
        var amount = Apply(Given.PartlyCharged, new OrderEvent.CommandReceived(Authorize)).Notifications.OfType<AuthorizationAmountNotification>().Single();

        Assert.That(amount.AuthorizationAmount, Is.EqualTo(Given.Usd(30.00m)));
    }

    [Test]
    public void Apply_Cancellation_HasReasonOnlyIfByGoogle()
    {
        var google = Apply(Given.Reviewing, new OrderEvent.RiskRejected()).Notifications.OfType<OrderStateChangeNotification>().Single();
        var merchant = Apply(Given.Reviewing, new OrderEvent.CommandReceived(Cancel)).Notifications.OfType<OrderStateChangeNotification>().Single();

        Assert.That((google.Reason, merchant.Reason), Is.EqualTo(("Failed risk check", (string?)null)));
    }

    [Test]
    public void Apply_CardDeclinedAtCharge_FailsCaptureAndWaitsSevenDays()
    {
        var passed = Given.Apply(Given.Placed(TestCard.DeclinedAtCharge), new OrderEvent.ReviewPassed());
        var charging = Given.Apply(passed, new OrderEvent.CommandReceived(ChargeAndShip()));
        Assert.That(charging.Due, Is.EqualTo(new DueEvent(Given.Start, new OrderEvent.CaptureFailed())));

        var declined = Given.Apply(charging, charging.Due!.Event);

        Assert.Multiple(() =>
        {
            Assert.That(declined.FulfillmentOrderState, Is.EqualTo(New), "An order that is not paid is not shipped.");
            Assert.That(declined.TotalChargeAmount, Is.EqualTo(Given.Usd(0)));
            Assert.That(declined.Due, Is.EqualTo(new DueEvent(Given.Start.AddDays(7), new OrderEvent.CardDeadlinePassed())));
        });
    }

    [Test]
    public void Apply_EventWithoutNotification_UsesNoEventNumber()
    {
        var numbered = Given.Apply(Given.Chargeable, new AddMerchantOrderNumberRequest { GoogleOrderNumber = Given.Number, MerchantOrderNumber = "4711" });
        var archived = Given.Apply(numbered, new ArchiveOrderRequest { GoogleOrderNumber = Given.Number });

        var later = Apply(archived, new OrderEvent.CommandReceived(Charge())).Notifications.Single();

        Assert.Multiple(() =>
        {
            Assert.That(archived.EventNumber, Is.EqualTo(Given.Chargeable.EventNumber));
            Assert.That(later.SerialNumber, Does.Contain("-00003-"));
            Assert.That(later.OrderSummary!.MerchantOrderNumber, Is.EqualTo("4711"));
            Assert.That(later.OrderSummary.Archived, Is.True);
        });
    }

    [Test]
    public void Apply_TrackingAndMessages_AreStored()
    {
        var delivered = Given.Apply(Given.Chargeable, Deliver);
        var order = Given.Apply(delivered, new SendBuyerMessageRequest { GoogleOrderNumber = Given.Number, Message = "On its way" });

        Assert.That(order.Parcels, Is.EqualTo(new[] { Parcel }));
        Assert.That(order.MessagesToBuyer, Is.EqualTo(new[] { "On its way" }));
    }

    [Test]
    public void Apply_Event_DoesNotChangeOriginalOrder()
    {
        var before = Given.Chargeable;
        var copy = before with { };

        Apply(before, new OrderEvent.CommandReceived(Deliver));

        Assert.That(before, Is.EqualTo(copy));
    }

    private static OrderOutcome.Applied Apply(Order order, OrderEvent orderEvent, DateTimeOffset? now = null) =>
        (OrderOutcome.Applied)Given.StateMachine.Apply(order, orderEvent, now ?? Given.Start);

    private static ChargeOrderRequest Charge(decimal? amount = null) => new()
    {
        GoogleOrderNumber = Given.Number,
        Amount = amount is { } value ? Given.Usd(value) : null,
    };

    private static ChargeAndShipOrderRequest ChargeAndShip() => new() { GoogleOrderNumber = Given.Number, TrackingDataList = [Parcel] };

    private static ChargeAndShipOrderRequest ChargeAndShipItems(params string[] items) => new()
    {
        GoogleOrderNumber = Given.Number,
        ItemShippingInformationList = Given.Ship(items).ItemShippingInformationList,
    };

    private static RefundOrderRequest Refund(decimal? amount = null) => new()
    {
        GoogleOrderNumber = Given.Number,
        Reason = "Late",
        Amount = amount is { } value ? Given.Usd(value) : null,
    };

    private static BackorderItemsRequest Backorder(params string[] items) => new() { GoogleOrderNumber = Given.Number, ItemIds = Ids(items) };

    private static ReturnItemsRequest Return(params string[] items) => new() { GoogleOrderNumber = Given.Number, ItemIds = Ids(items) };

    private static CancelItemsRequest CancelItems(params string[] items) => new() { GoogleOrderNumber = Given.Number, ItemIds = Ids(items), Reason = "Sold out" };

    private static ResetItemsShippingInformationRequest Reset(params string[] items) => new() { GoogleOrderNumber = Given.Number, ItemIds = Ids(items) };

    private static IReadOnlyList<ItemId> Ids(string[] items) => [.. items.Select(item => new ItemId { MerchantItemId = item })];

    private static TestCaseData Row(string row, Order order, OrderCommand command, FinancialOrderState financial, FulfillmentOrderState fulfillment, params string[] notifications) =>
        Row(row, order, new OrderEvent.CommandReceived(command), financial, fulfillment, notifications);

    private static TestCaseData Row(string row, Order order, OrderEvent orderEvent, FinancialOrderState financial, FulfillmentOrderState fulfillment, params string[] notifications) =>
        new TestCaseData(order, orderEvent, financial, fulfillment, notifications).SetName(row);

    private static TestCaseData RejectedRow(string row, Order order, OrderCommand command) => RejectedRow(row, order, new OrderEvent.CommandReceived(command));

    private static TestCaseData RejectedRow(string row, Order order, OrderEvent orderEvent) => new TestCaseData(order, orderEvent).SetName(row);
}
