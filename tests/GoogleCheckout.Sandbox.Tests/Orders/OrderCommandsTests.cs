using System.Net;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using NUnit.Framework;
using static GoogleCheckout.Orders.FinancialOrderState;
using static GoogleCheckout.Orders.FulfillmentOrderState;
using static GoogleCheckout.Sandbox.Orders.OrderTable;

namespace GoogleCheckout.Sandbox.Orders;

/// <summary>Section 5 of the protocol's order tables, over HTTPS: each command, the states that allow it, and its response.</summary>
[Parallelizable(ParallelScope.All)]
public class OrderCommandsTests
{
    private static IEnumerable<TestCaseData> Allowed() =>
    [
        Row("5.1 charge-order: CHARGEABLE, an amount", Scenario.Chargeable, OrderSteps.Charge(20), Chargeable, New, StateChange, StateChange, ChargeAmount),
        Row("5.1 charge-order: CHARGEABLE, the whole remainder", Scenario.PartlyCharged, OrderSteps.Charge(), Charged, New, StateChange, StateChange, ChargeAmount),
        Row("5.1 charge-order: REVIEWING", Scenario.Reviewing, OrderSteps.Charge(20), Reviewing, New),
        Row("5.1 charge-order: partly charged CHARGED", Scenario.PartlyChargedAsCharged, OrderSteps.Charge(5), Charged, New, StateChange, StateChange, ChargeAmount),
        Row("5.2 charge-and-ship-order: CHARGEABLE, the whole order", Scenario.Chargeable, OrderSteps.ChargeAndShip(), Charged, Delivered, StateChange, StateChange, ChargeAmount, StateChange),
        Row("5.2 charge-and-ship-order: listed items only", Scenario.Chargeable, OrderSteps.ChargeAndShipItems("book"), Charged, Processing, StateChange, StateChange, ChargeAmount, StateChange),
        Row("5.2 charge-and-ship-order: partly CHARGED", Scenario.PartlyChargedAsCharged, OrderSteps.ChargeAndShip(), Charged, Delivered, StateChange, StateChange, ChargeAmount, StateChange),
        Row("5.2 charge-and-ship-order: seven days after the authorization", Scenario.Chargeable.Then(OrderSteps.Wait(TimeSpan.FromDays(7))), OrderSteps.ChargeAndShip(), Charged, Delivered, StateChange, StateChange, ChargeAmount, StateChange),
        Row("5.3 refund-order: CHARGED, an amount", Scenario.Charged, OrderSteps.Refund(10), Charged, New, RefundAmount),
        Row("5.3 refund-order: CHARGED, all outstanding", Scenario.Charged.Then(OrderSteps.Refund(10)), OrderSteps.Refund(), Charged, New, RefundAmount),
        Row("5.3 refund-order: partly charged", Scenario.PartlyCharged, OrderSteps.Refund(), Chargeable, New, RefundAmount),
        Row("5.4 cancel-order: CHARGEABLE", Scenario.Chargeable, OrderSteps.Cancel, Cancelled, WillNotDeliver, StateChange),
        Row("5.4 cancel-order: PAYMENT_DECLINED", Scenario.Declined, OrderSteps.Cancel, Cancelled, WillNotDeliver, StateChange),
        Row("5.4 cancel-order: REVIEWING", Scenario.Reviewing, OrderSteps.Cancel, Cancelled, WillNotDeliver, StateChange),
        Row("5.4 cancel-order: fully refunded", Scenario.Refunded, OrderSteps.Cancel, Cancelled, WillNotDeliver, StateChange),
        Row("5.5 authorize-order: CHARGEABLE", Scenario.Chargeable, OrderSteps.Authorize, Chargeable, New, AuthorizationAmount),
        Row("5.5 authorize-order: partly charged CHARGED", Scenario.PartlyChargedAsCharged, OrderSteps.Authorize, Charged, New, AuthorizationAmount),
        Row("5.5 authorize-order: takes days, no notification yet", Scenario.Chargeable.With(ReauthorizeInTwoDays), OrderSteps.Authorize, Chargeable, New),
        Row("5.5 authorize-order: takes days, then authorized", Scenario.Chargeable.With(ReauthorizeInTwoDays).Then(OrderSteps.Authorize), OrderSteps.Wait(TimeSpan.FromDays(2)), Chargeable, New, AuthorizationAmount),
        Row("5.5 authorize-order: takes days, authorized after a charge", Scenario.Chargeable.With(ReauthorizeInTwoDays).Then(OrderSteps.Authorize).Then(OrderSteps.Charge(20)), OrderSteps.Wait(TimeSpan.FromDays(2)), Chargeable, New, AuthorizationAmount),
        Row("5.5 authorize-order: takes days, authorized during a charge", Scenario.Chargeable.With(ReauthorizeInTwoDays).With(CaptureInThreeDays).Then(OrderSteps.Authorize).Then(OrderSteps.Charge(20)), OrderSteps.Wait(TimeSpan.FromDays(2)), Charging, New, AuthorizationAmount),
        Row("5.5 authorize-order: takes days, nothing left to authorize", Scenario.Chargeable.With(ReauthorizeInTwoDays).Then(OrderSteps.Authorize).Then(OrderSteps.Charge()), OrderSteps.Wait(TimeSpan.FromDays(2)), Charged, New),
        Row("5.5 authorize-order: fails silently", Scenario.Chargeable.PaidWith(TestCard.DeclinedAtCharge), OrderSteps.Authorize, Chargeable, New),
        Row("5.6 process-order: REVIEWING", Scenario.Reviewing, OrderSteps.Process, Reviewing, Processing, StateChange),
        Row("5.6 process-order: CHARGED", Scenario.Charged, OrderSteps.Process, Charged, Processing, StateChange),
        Row("5.6 process-order: PAYMENT_DECLINED", Scenario.Declined, OrderSteps.Process, PaymentDeclined, Processing, StateChange),
        Row("5.7 deliver-order: REVIEWING", Scenario.Reviewing, OrderSteps.Deliver, Reviewing, Delivered, StateChange),
        Row("5.7 deliver-order: CHARGED", Scenario.Charged, OrderSteps.Deliver, Charged, Delivered, StateChange),
        Row("5.7 deliver-order: PAYMENT_DECLINED", Scenario.Declined, OrderSteps.Deliver, PaymentDeclined, Delivered, StateChange),
        Row("5.7 deliver-order: send-email is accepted, and no e-mail is sent", Scenario.Charged, OrderSteps.Command(number => new DeliverOrderRequest { GoogleOrderNumber = number, SendEmail = true }), Charged, Delivered, StateChange),
        Row("5.8 add-tracking-data: any state, for example CHARGED", Scenario.Charged, OrderSteps.Track, Charged, New),
        Row("5.8 add-tracking-data: any state, for example CANCELLED", Scenario.Cancelled, OrderSteps.Track, Cancelled, WillNotDeliver),
        Row("5.9 send-buyer-message: any state, for example REVIEWING", Scenario.Reviewing, OrderSteps.SendMessage("Thanks"), Reviewing, New),
        Row("5.9 send-buyer-message: any state, for example CANCELLED_BY_GOOGLE", Scenario.CancelledByGoogle, OrderSteps.SendMessage("Sorry"), CancelledByGoogle, WillNotDeliver),
        Row("5.10 add-merchant-order-number: any state, for example PAYMENT_DECLINED", Scenario.Declined, OrderSteps.AddNumber, PaymentDeclined, New),
        Row("5.11 archive-order: any state, for example CHARGED", Scenario.Charged, OrderSteps.Archive, Charged, New),
        Row("5.11 unarchive-order: any state, for example CANCELLED", Scenario.Cancelled.Then(OrderSteps.Archive), OrderSteps.Unarchive, Cancelled, WillNotDeliver),
        Row("5.12 ship-items: some", Scenario.Chargeable, OrderSteps.Ship("book"), Chargeable, Processing, StateChange),
        Row("5.12 ship-items: the rest", Scenario.Chargeable.Then(OrderSteps.Ship("book")), OrderSteps.Ship("map"), Chargeable, Delivered, StateChange),
        Row("5.13 backorder-items", Scenario.Chargeable.Then(OrderSteps.Ship("book")), OrderSteps.Backorder("map"), Chargeable, Processing),
        Row("5.13 return-items", Scenario.Charged.Then(OrderSteps.Ship("book")), OrderSteps.Return("map"), Charged, Delivered, StateChange),
        Row("5.13 reset-items-shipping-information", Scenario.Chargeable.Then(OrderSteps.Deliver), OrderSteps.Reset("book", "map"), Chargeable, Processing, StateChange),
        Row("5.14 cancel-items: moves no money", Scenario.Charged.Then(OrderSteps.Ship("book")), OrderSteps.CancelItems("map"), Charged, Delivered, StateChange),
        Row("5.14 cancel-items: all, the order is unchanged", Scenario.Chargeable, OrderSteps.CancelItems("book", "map"), Chargeable, New),
        Row("5 after the table: a donation is charged automatically", Scenario.Donated, OrderSteps.Review, Charged, Processing, StateChange, Risk, AuthorizationAmount, StateChange, StateChange, StateChange, ChargeAmount),
        Row("5 after the table: a donation is refunded", Scenario.Donated.Then(OrderSteps.Review), OrderSteps.Refund(), Charged, Processing, RefundAmount),
        Row("5 after the table: a donation is canceled after the refund", Scenario.Donated.Then(OrderSteps.Review).Then(OrderSteps.Refund()), OrderSteps.Cancel, Cancelled, WillNotDeliver, StateChange),
        Row("5 after the table: a donation is archived", Scenario.Donated.Then(OrderSteps.Review), OrderSteps.Archive, Charged, Processing),
        Row("5 after the table: a donation gets a merchant order number", Scenario.Donated.Then(OrderSteps.Review), OrderSteps.AddNumber, Charged, Processing),
        Row("5 after the table: a donor gets a message", Scenario.Donated.Then(OrderSteps.Review), OrderSteps.SendMessage("Thank you"), Charged, Processing),
    ];

    private static IEnumerable<TestCaseData> Refused() =>
    [
        RejectedRow("5 errors.1 charge when fully charged", Scenario.Charged, OrderSteps.Charge(), "You cannot charge an order that is already completely charged"),
        .. AnyCommand().Select(command => RejectedRow($"5 errors.2 any command in CHARGING: {command.Name}", Scenario.Charging, command.Step, "being charged")),
        RejectedRow("5 errors.3 cancel while charged money is not refunded", Scenario.Charged, OrderSteps.Cancel, "refunded"),
        RejectedRow("5 errors.3 cancel while charged money is not fully refunded", Scenario.Charged.Then(OrderSteps.Refund(49.99m)), OrderSteps.Cancel, "refunded"),
        RejectedRow("5 errors.4 refund with nothing charged", Scenario.Chargeable, OrderSteps.Refund(), "not been charged"),
        RejectedRow("5 errors.5 charge above the limit", Scenario.PartlyCharged, OrderSteps.Charge(30.01m), "at most"),
        RejectedRow("5 errors.5 refund above the limit", Scenario.PartlyCharged, OrderSteps.Refund(20.01m), "at most"),
        .. from state in new[] { ("CANCELLED", Scenario.Cancelled), ("CANCELLED_BY_GOOGLE", Scenario.CancelledByGoogle) }
           from command in FinancialCommands()
           select RejectedRow($"5 errors.6 {command.Name} on {state.Item1}", state.Item2, command.Step, "canceled"),
        RejectedRow("5 errors.7 empty reason of cancel-order", Scenario.Chargeable, OrderSteps.Raw("cancel-order", "<reason></reason>")),
        RejectedRow("5 errors.7 missing reason of cancel-order", Scenario.Chargeable, OrderSteps.Raw("cancel-order", string.Empty)),
        RejectedRow("5 errors.7 empty reason of refund-order", Scenario.Charged, OrderSteps.Raw("refund-order", "<reason></reason>")),
        RejectedRow("5 errors.7 missing reason of refund-order", Scenario.Charged, OrderSteps.Raw("refund-order", string.Empty)),
        RejectedRow("5 errors.7 empty reason of cancel-items", Scenario.Chargeable, OrderSteps.Raw("cancel-items", "<item-ids><item-id><merchant-item-id>book</merchant-item-id></item-id></item-ids><reason></reason>")),
        RejectedRow("5 errors.7 missing reason of cancel-items", Scenario.Chargeable, OrderSteps.Raw("cancel-items", "<item-ids><item-id><merchant-item-id>book</merchant-item-id></item-id></item-ids>")),
        RejectedRow("5 errors.8 charge in PAYMENT_DECLINED", Scenario.Declined, OrderSteps.Charge(), "declined"),
        RejectedRow("5 errors.8 unknown order number", Scenario.Chargeable, OrderSteps.Command(_ => new ArchiveOrderRequest { GoogleOrderNumber = "999999999999999" }), "999999999999999"),
        RejectedRow("5 errors.8 unknown item id", Scenario.Chargeable, OrderSteps.Ship("atlas"), "atlas"),
        RejectedRow("5 errors.8 currency other than the order's", Scenario.Chargeable, OrderSteps.WithAmount("charge-order", "GBP", 5), "USD"),
        RejectedRow("5 errors.8 amount of zero", Scenario.Chargeable, OrderSteps.WithAmount("charge-order", "USD", 0), "more than zero"),
        RejectedRow("5 errors.8 negative amount", Scenario.Charged, OrderSteps.WithAmount("refund-order", "USD", -1), "more than zero"),
        RejectedRow("5 errors.8 text too long", Scenario.Chargeable, OrderSteps.SendMessage(new string('x', 256)), "255"),
        RejectedRow("5.2 charge-and-ship-order: REVIEWING", Scenario.Reviewing, OrderSteps.ChargeAndShip(), "under review"),
        RejectedRow("5.2 charge-and-ship-order: later than seven days after the authorization", Scenario.Chargeable.Then(OrderSteps.Wait(TimeSpan.FromDays(7) + TimeSpan.FromSeconds(1))), OrderSteps.ChargeAndShip(), "authorization has expired"),
        RejectedRow("5.2 charge-and-ship-order: tracking of the order and of its items", Scenario.Chargeable, OrderSteps.Raw("charge-and-ship-order", BothLists), "both"),
        RejectedRow("5.5 authorize-order: REVIEWING", Scenario.Reviewing, OrderSteps.Authorize, "under review"),
        RejectedRow("5.5 authorize-order: PAYMENT_DECLINED", Scenario.Declined, OrderSteps.Authorize, "declined"),
        RejectedRow("5.5 authorize-order: fully charged", Scenario.Charged, OrderSteps.Authorize, "completely charged"),
        RejectedRow("5.6 process-order: CANCELLED", Scenario.Cancelled, OrderSteps.Process, "canceled"),
        RejectedRow("5.7 deliver-order: CANCELLED_BY_GOOGLE", Scenario.CancelledByGoogle, OrderSteps.Deliver, "canceled"),
        RejectedRow("5.12 ship-items: CANCELLED", Scenario.Cancelled, OrderSteps.Ship("book"), "canceled"),
        RejectedRow("5.13 backorder-items: CANCELLED", Scenario.Cancelled, OrderSteps.Backorder("book"), "canceled"),
        RejectedRow("5.14 cancel-items: CANCELLED", Scenario.Cancelled, OrderSteps.CancelItems("book"), "canceled"),
        .. new (string Name, Step Step)[] { ("charge-order", OrderSteps.Charge()), ("charge-and-ship-order", OrderSteps.ChargeAndShip()), ("authorize-order", OrderSteps.Authorize), ("process-order", OrderSteps.Process), ("deliver-order", OrderSteps.Deliver), ("add-tracking-data", OrderSteps.Track), ("ship-items", OrderSteps.Ship("book")) }
            .Select(command => RejectedRow($"5 after the table: {command.Name} for a donation", Scenario.Donated, command.Step)),
    ];

    private static IEnumerable<TestCaseData> Receipts()
    {
        (string Name, Scenario Given, Step Command, Type? Child)[] receipts =
        [
            ("5.1 charge-order", Scenario.Chargeable, OrderSteps.Charge(), typeof(ChargeAmountNotification)),
            ("5.1 charge-order, early", Scenario.Reviewing, OrderSteps.Charge(), null),
            ("5.2 charge-and-ship-order", Scenario.Chargeable, OrderSteps.ChargeAndShip(), typeof(ChargeAmountNotification)),
            ("5.3 refund-order", Scenario.Charged, OrderSteps.Refund(), typeof(RefundAmountNotification)),
            ("5.4 cancel-order", Scenario.Chargeable, OrderSteps.Cancel, typeof(OrderStateChangeNotification)),
            ("5.5 authorize-order", Scenario.Chargeable, OrderSteps.Authorize, null),
            ("5.6 process-order", Scenario.Chargeable, OrderSteps.Process, null),
            ("5.7 deliver-order", Scenario.Chargeable, OrderSteps.Deliver, null),
            ("5.8 add-tracking-data", Scenario.Chargeable, OrderSteps.Track, null),
            ("5.9 send-buyer-message", Scenario.Chargeable, OrderSteps.SendMessage("Thanks"), null),
            ("5.10 add-merchant-order-number", Scenario.Chargeable, OrderSteps.AddNumber, null),
            ("5.11 archive-order", Scenario.Chargeable, OrderSteps.Archive, null),
            ("5.11 unarchive-order", Scenario.Chargeable, OrderSteps.Unarchive, null),
            ("5.12 ship-items", Scenario.Chargeable, OrderSteps.Ship("book"), null),
            ("5.13 backorder-items", Scenario.Chargeable, OrderSteps.Backorder("book"), null),
            ("5.13 return-items", Scenario.Chargeable, OrderSteps.Return("book"), null),
            ("5.13 reset-items-shipping-information", Scenario.Chargeable, OrderSteps.Reset("book"), null),
            ("5.14 cancel-items", Scenario.Chargeable, OrderSteps.CancelItems("book"), null),
        ];
        return receipts.Select(receipt => new TestCaseData(receipt.Given, receipt.Command, receipt.Child).SetName($"{receipt.Name}: content of the receipt"));
    }

    private const string BothLists =
        "<tracking-data-list><tracking-data><carrier>UPS</carrier><tracking-number>1</tracking-number></tracking-data></tracking-data-list>"
        + "<item-shipping-information-list><item-shipping-information><item-id><merchant-item-id>book</merchant-item-id></item-id></item-shipping-information></item-shipping-information-list>";

    private static IEnumerable<(string Name, Step Step)> FinancialCommands() =>
    [
        ("charge-order", OrderSteps.Charge()), ("charge-and-ship-order", OrderSteps.ChargeAndShip()), ("refund-order", OrderSteps.Refund()), ("cancel-order", OrderSteps.Cancel), ("authorize-order", OrderSteps.Authorize),
    ];

    private static IEnumerable<(string Name, Step Step)> AnyCommand() =>
    [
        .. FinancialCommands(),
        ("process-order", OrderSteps.Process), ("deliver-order", OrderSteps.Deliver), ("add-tracking-data", OrderSteps.Track), ("send-buyer-message", OrderSteps.SendMessage("Soon")),
        ("add-merchant-order-number", OrderSteps.AddNumber), ("archive-order", OrderSteps.Archive), ("unarchive-order", OrderSteps.Unarchive), ("ship-items", OrderSteps.Ship("book")),
        ("backorder-items", OrderSteps.Backorder("book")), ("return-items", OrderSteps.Return("book")), ("cancel-items", OrderSteps.CancelItems("book")),
        ("reset-items-shipping-information", OrderSteps.Reset("book")),
    ];

    [TestCaseSource(nameof(Allowed))]
    public Task Step_Allowed_ChangesOrder(object given, object step, FinancialOrderState financial, FulfillmentOrderState fulfillment, string[] notifications) =>
        OrderTable.AssertAllowedAsync((Scenario)given, (Step)step, financial, fulfillment, notifications);

    [TestCaseSource(nameof(Refused))]
    public Task Step_NotAllowed_IsRejected(object given, object step, string reason) => OrderTable.AssertRejectedAsync((Scenario)given, (Step)step, reason);

    [TestCaseSource(nameof(Receipts))]
    public async Task Receipt_OfEachCommand_ContainsNotification(object given, object command, Type? child)
    {
        await using var order = await OrderTable.PrepareAsync((Scenario)given);

        await ((Step)command)(order);

        var receipt = (RequestReceivedResponse)order.LastResponse.Response;
        var carried = new Notification?[] { receipt.ChargeAmountNotification, receipt.RefundAmountNotification, receipt.OrderStateChangeNotification }.OfType<Notification>().ToList();
        Assert.That(order.LastResponse.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(carried.Select(notification => notification.GetType()), Is.EqualTo(child is null ? Type.EmptyTypes : [child]));
        Assert.That(carried.Select(notification => notification.OrderSummary), Is.All.Not.Null, "Each notification contains the order summary.");
        Assert.That((await order.GetNotificationsAsync()).Select(notification => notification.SerialNumber), Is.SupersetOf(carried.Select(notification => notification.SerialNumber)), "The notification is also sent separately.");
    }

    [Test(Description = "5.10, 5.11")]
    public async Task Rows_5_10_And_5_11_AreInLaterSummaries()
    {
        await using var order = await OrderTable.PrepareAsync(Scenario.Chargeable.Then(OrderSteps.AddNumber).Then(OrderSteps.Archive).Then(OrderSteps.Charge()));

        var then = (await order.GetNotificationsAsync())[^1].OrderSummary!;
        await OrderSteps.Unarchive(order);
        var now = await order.GetSummaryAsync();

        Assert.That((then.MerchantOrderNumber, then.Archived, now.Archived), Is.EqualTo(("4711", true, false)));
    }

    [Test(Description = "5.15")]
    public async Task Row_5_15_RecurrenceWithoutSubscription_IsRejected()
    {
        await using var order = await OrderTable.PrepareAsync(Scenario.Chargeable);

        await order.CommandAsync(number => new CreateOrderRecurrenceRequest { GoogleOrderNumber = number, ShoppingCart = SampleCarts.Books.ShoppingCart });

        Assert.That(order.LastError, Does.Contain("subscription"));
    }

    private static void CaptureInThreeDays(CheckoutSandboxOptions options) => options.CaptureDelay = TimeSpan.FromDays(3);

    private static void ReauthorizeInTwoDays(CheckoutSandboxOptions options) => options.Rules = new SandboxRules { ReauthorizationDelay = TimeSpan.FromDays(2) };
}
