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
        Row("5.1 charge-order: CHARGEABLE, an amount", Scenario.Chargeable, Steps.Charge(20), Chargeable, New, StateChange, StateChange, ChargeAmount),
        Row("5.1 charge-order: CHARGEABLE, the whole remainder", Scenario.PartlyCharged, Steps.Charge(), Charged, New, StateChange, StateChange, ChargeAmount),
        Row("5.1 charge-order: REVIEWING", Scenario.Reviewing, Steps.Charge(20), Reviewing, New),
        Row("5.1 charge-order: partly charged CHARGED", Scenario.PartlyChargedAsCharged, Steps.Charge(5), Charged, New, StateChange, StateChange, ChargeAmount),
        Row("5.2 charge-and-ship-order: CHARGEABLE, the whole order", Scenario.Chargeable, Steps.ChargeAndShip(), Charged, Delivered, StateChange, StateChange, ChargeAmount, StateChange),
        Row("5.2 charge-and-ship-order: listed items only", Scenario.Chargeable, Steps.ChargeAndShipItems("book"), Charged, Processing, StateChange, StateChange, ChargeAmount, StateChange),
        Row("5.2 charge-and-ship-order: partly CHARGED", Scenario.PartlyChargedAsCharged, Steps.ChargeAndShip(), Charged, Delivered, StateChange, StateChange, ChargeAmount, StateChange),
        Row("5.2 charge-and-ship-order: seven days after the authorization", Scenario.Chargeable.Then(Steps.Wait(TimeSpan.FromDays(7))), Steps.ChargeAndShip(), Charged, Delivered, StateChange, StateChange, ChargeAmount, StateChange),
        Row("5.3 refund-order: CHARGED, an amount", Scenario.Charged, Steps.Refund(10), Charged, New, RefundAmount),
        Row("5.3 refund-order: CHARGED, all outstanding", Scenario.Charged.Then(Steps.Refund(10)), Steps.Refund(), Charged, New, RefundAmount),
        Row("5.3 refund-order: partly charged", Scenario.PartlyCharged, Steps.Refund(), Chargeable, New, RefundAmount),
        Row("5.4 cancel-order: CHARGEABLE", Scenario.Chargeable, Steps.Cancel, Cancelled, WillNotDeliver, StateChange),
        Row("5.4 cancel-order: PAYMENT_DECLINED", Scenario.Declined, Steps.Cancel, Cancelled, WillNotDeliver, StateChange),
        Row("5.4 cancel-order: REVIEWING", Scenario.Reviewing, Steps.Cancel, Cancelled, WillNotDeliver, StateChange),
        Row("5.4 cancel-order: fully refunded", Scenario.Refunded, Steps.Cancel, Cancelled, WillNotDeliver, StateChange),
        Row("5.5 authorize-order: CHARGEABLE", Scenario.Chargeable, Steps.Authorize, Chargeable, New, AuthorizationAmount),
        Row("5.5 authorize-order: partly charged CHARGED", Scenario.PartlyChargedAsCharged, Steps.Authorize, Charged, New, AuthorizationAmount),
        Row("5.5 authorize-order: takes days, no notification yet", Scenario.Chargeable.With(ReauthorizeInTwoDays), Steps.Authorize, Chargeable, New),
        Row("5.5 authorize-order: takes days, then authorized", Scenario.Chargeable.With(ReauthorizeInTwoDays).Then(Steps.Authorize), Steps.Wait(TimeSpan.FromDays(2)), Chargeable, New, AuthorizationAmount),
        Row("5.5 authorize-order: takes days, authorized after a charge", Scenario.Chargeable.With(ReauthorizeInTwoDays).Then(Steps.Authorize).Then(Steps.Charge(20)), Steps.Wait(TimeSpan.FromDays(2)), Chargeable, New, AuthorizationAmount),
        Row("5.5 authorize-order: takes days, authorized during a charge", Scenario.Chargeable.With(ReauthorizeInTwoDays).With(CaptureInThreeDays).Then(Steps.Authorize).Then(Steps.Charge(20)), Steps.Wait(TimeSpan.FromDays(2)), Charging, New, AuthorizationAmount),
        Row("5.5 authorize-order: takes days, nothing left to authorize", Scenario.Chargeable.With(ReauthorizeInTwoDays).Then(Steps.Authorize).Then(Steps.Charge()), Steps.Wait(TimeSpan.FromDays(2)), Charged, New),
        Row("5.5 authorize-order: fails silently", Scenario.Chargeable.PaidWith(TestCard.DeclinedAtCharge), Steps.Authorize, Chargeable, New),
        Row("5.6 process-order: REVIEWING", Scenario.Reviewing, Steps.Process, Reviewing, Processing, StateChange),
        Row("5.6 process-order: CHARGED", Scenario.Charged, Steps.Process, Charged, Processing, StateChange),
        Row("5.6 process-order: PAYMENT_DECLINED", Scenario.Declined, Steps.Process, PaymentDeclined, Processing, StateChange),
        Row("5.7 deliver-order: REVIEWING", Scenario.Reviewing, Steps.Deliver, Reviewing, Delivered, StateChange),
        Row("5.7 deliver-order: CHARGED", Scenario.Charged, Steps.Deliver, Charged, Delivered, StateChange),
        Row("5.7 deliver-order: PAYMENT_DECLINED", Scenario.Declined, Steps.Deliver, PaymentDeclined, Delivered, StateChange),
        Row("5.7 deliver-order: send-email is accepted, and no e-mail is sent", Scenario.Charged, Steps.Command(number => new DeliverOrderRequest { GoogleOrderNumber = number, SendEmail = true }), Charged, Delivered, StateChange),
        Row("5.8 add-tracking-data: any state, for example CHARGED", Scenario.Charged, Steps.Track, Charged, New),
        Row("5.8 add-tracking-data: any state, for example CANCELLED", Scenario.Cancelled, Steps.Track, Cancelled, WillNotDeliver),
        Row("5.9 send-buyer-message: any state, for example REVIEWING", Scenario.Reviewing, Steps.SendMessage("Thanks"), Reviewing, New),
        Row("5.9 send-buyer-message: any state, for example CANCELLED_BY_GOOGLE", Scenario.CancelledByGoogle, Steps.SendMessage("Sorry"), CancelledByGoogle, WillNotDeliver),
        Row("5.10 add-merchant-order-number: any state, for example PAYMENT_DECLINED", Scenario.Declined, Steps.AddNumber, PaymentDeclined, New),
        Row("5.11 archive-order: any state, for example CHARGED", Scenario.Charged, Steps.Archive, Charged, New),
        Row("5.11 unarchive-order: any state, for example CANCELLED", Scenario.Cancelled.Then(Steps.Archive), Steps.Unarchive, Cancelled, WillNotDeliver),
        Row("5.12 ship-items: some", Scenario.Chargeable, Steps.Ship("book"), Chargeable, Processing, StateChange),
        Row("5.12 ship-items: the rest", Scenario.Chargeable.Then(Steps.Ship("book")), Steps.Ship("map"), Chargeable, Delivered, StateChange),
        Row("5.13 backorder-items", Scenario.Chargeable.Then(Steps.Ship("book")), Steps.Backorder("map"), Chargeable, Processing),
        Row("5.13 return-items", Scenario.Charged.Then(Steps.Ship("book")), Steps.Return("map"), Charged, Delivered, StateChange),
        Row("5.13 reset-items-shipping-information", Scenario.Chargeable.Then(Steps.Deliver), Steps.Reset("book", "map"), Chargeable, Processing, StateChange),
        Row("5.14 cancel-items: moves no money", Scenario.Charged.Then(Steps.Ship("book")), Steps.CancelItems("map"), Charged, Delivered, StateChange),
        Row("5.14 cancel-items: all, the order is unchanged", Scenario.Chargeable, Steps.CancelItems("book", "map"), Chargeable, New),
        Row("5 after the table: a donation is charged automatically", Scenario.Donated, Steps.Review, Charged, Processing, StateChange, Risk, AuthorizationAmount, StateChange, StateChange, StateChange, ChargeAmount),
        Row("5 after the table: a donation is refunded", Scenario.Donated.Then(Steps.Review), Steps.Refund(), Charged, Processing, RefundAmount),
        Row("5 after the table: a donation is canceled after the refund", Scenario.Donated.Then(Steps.Review).Then(Steps.Refund()), Steps.Cancel, Cancelled, WillNotDeliver, StateChange),
        Row("5 after the table: a donation is archived", Scenario.Donated.Then(Steps.Review), Steps.Archive, Charged, Processing),
        Row("5 after the table: a donation gets a merchant order number", Scenario.Donated.Then(Steps.Review), Steps.AddNumber, Charged, Processing),
        Row("5 after the table: a donor gets a message", Scenario.Donated.Then(Steps.Review), Steps.SendMessage("Thank you"), Charged, Processing),
    ];

    private static IEnumerable<TestCaseData> Refused() =>
    [
        RejectedRow("5 errors.1 charge when fully charged", Scenario.Charged, Steps.Charge(), "You cannot charge an order that is already completely charged"),
        .. AnyCommand().Select(command => RejectedRow($"5 errors.2 any command in CHARGING: {command.Name}", Scenario.Charging, command.Step, "being charged")),
        RejectedRow("5 errors.3 cancel while charged money is not refunded", Scenario.Charged, Steps.Cancel, "refunded"),
        RejectedRow("5 errors.3 cancel while charged money is not fully refunded", Scenario.Charged.Then(Steps.Refund(49.99m)), Steps.Cancel, "refunded"),
        RejectedRow("5 errors.4 refund with nothing charged", Scenario.Chargeable, Steps.Refund(), "not been charged"),
        RejectedRow("5 errors.5 charge above the limit", Scenario.PartlyCharged, Steps.Charge(30.01m), "at most"),
        RejectedRow("5 errors.5 refund above the limit", Scenario.PartlyCharged, Steps.Refund(20.01m), "at most"),
        .. from state in new[] { ("CANCELLED", Scenario.Cancelled), ("CANCELLED_BY_GOOGLE", Scenario.CancelledByGoogle) }
           from command in FinancialCommands()
           select RejectedRow($"5 errors.6 {command.Name} on {state.Item1}", state.Item2, command.Step, "cancelled"),
        RejectedRow("5 errors.7 empty reason of cancel-order", Scenario.Chargeable, Steps.Raw("cancel-order", "<reason></reason>")),
        RejectedRow("5 errors.7 missing reason of cancel-order", Scenario.Chargeable, Steps.Raw("cancel-order", string.Empty)),
        RejectedRow("5 errors.7 empty reason of refund-order", Scenario.Charged, Steps.Raw("refund-order", "<reason></reason>")),
        RejectedRow("5 errors.7 missing reason of refund-order", Scenario.Charged, Steps.Raw("refund-order", string.Empty)),
        RejectedRow("5 errors.7 empty reason of cancel-items", Scenario.Chargeable, Steps.Raw("cancel-items", "<item-ids><item-id><merchant-item-id>book</merchant-item-id></item-id></item-ids><reason></reason>")),
        RejectedRow("5 errors.7 missing reason of cancel-items", Scenario.Chargeable, Steps.Raw("cancel-items", "<item-ids><item-id><merchant-item-id>book</merchant-item-id></item-id></item-ids>")),
        RejectedRow("5 errors.8 charge in PAYMENT_DECLINED", Scenario.Declined, Steps.Charge(), "declined"),
        RejectedRow("5 errors.8 unknown order number", Scenario.Chargeable, Steps.Command(_ => new ArchiveOrderRequest { GoogleOrderNumber = "999999999999999" }), "999999999999999"),
        RejectedRow("5 errors.8 unknown item id", Scenario.Chargeable, Steps.Ship("atlas"), "atlas"),
        RejectedRow("5 errors.8 currency other than the order's", Scenario.Chargeable, Steps.WithAmount("charge-order", "GBP", 5), "USD"),
        RejectedRow("5 errors.8 amount of zero", Scenario.Chargeable, Steps.WithAmount("charge-order", "USD", 0), "more than zero"),
        RejectedRow("5 errors.8 negative amount", Scenario.Charged, Steps.WithAmount("refund-order", "USD", -1), "more than zero"),
        RejectedRow("5 errors.8 text too long", Scenario.Chargeable, Steps.SendMessage(new string('x', 256)), "255"),
        RejectedRow("5.2 charge-and-ship-order: REVIEWING", Scenario.Reviewing, Steps.ChargeAndShip(), "under review"),
        RejectedRow("5.2 charge-and-ship-order: later than seven days after the authorization", Scenario.Chargeable.Then(Steps.Wait(TimeSpan.FromDays(7) + TimeSpan.FromSeconds(1))), Steps.ChargeAndShip(), "authorization has expired"),
        RejectedRow("5.2 charge-and-ship-order: tracking of the order and of its items", Scenario.Chargeable, Steps.Raw("charge-and-ship-order", BothLists), "both"),
        RejectedRow("5.5 authorize-order: REVIEWING", Scenario.Reviewing, Steps.Authorize, "under review"),
        RejectedRow("5.5 authorize-order: PAYMENT_DECLINED", Scenario.Declined, Steps.Authorize, "declined"),
        RejectedRow("5.5 authorize-order: fully charged", Scenario.Charged, Steps.Authorize, "completely charged"),
        RejectedRow("5.6 process-order: CANCELLED", Scenario.Cancelled, Steps.Process, "cancelled"),
        RejectedRow("5.7 deliver-order: CANCELLED_BY_GOOGLE", Scenario.CancelledByGoogle, Steps.Deliver, "cancelled"),
        RejectedRow("5.12 ship-items: CANCELLED", Scenario.Cancelled, Steps.Ship("book"), "cancelled"),
        RejectedRow("5.13 backorder-items: CANCELLED", Scenario.Cancelled, Steps.Backorder("book"), "cancelled"),
        RejectedRow("5.14 cancel-items: CANCELLED", Scenario.Cancelled, Steps.CancelItems("book"), "cancelled"),
        .. new (string Name, Step Step)[] { ("charge-order", Steps.Charge()), ("charge-and-ship-order", Steps.ChargeAndShip()), ("authorize-order", Steps.Authorize), ("process-order", Steps.Process), ("deliver-order", Steps.Deliver), ("add-tracking-data", Steps.Track), ("ship-items", Steps.Ship("book")) }
            .Select(command => RejectedRow($"5 after the table: {command.Name} for a donation", Scenario.Donated, command.Step)),
    ];

    private static IEnumerable<TestCaseData> Receipts()
    {
        (string Name, Scenario Given, Step Command, Type? Child)[] receipts =
        [
            ("5.1 charge-order", Scenario.Chargeable, Steps.Charge(), typeof(ChargeAmountNotification)),
            ("5.1 charge-order, early", Scenario.Reviewing, Steps.Charge(), null),
            ("5.2 charge-and-ship-order", Scenario.Chargeable, Steps.ChargeAndShip(), typeof(ChargeAmountNotification)),
            ("5.3 refund-order", Scenario.Charged, Steps.Refund(), typeof(RefundAmountNotification)),
            ("5.4 cancel-order", Scenario.Chargeable, Steps.Cancel, typeof(OrderStateChangeNotification)),
            ("5.5 authorize-order", Scenario.Chargeable, Steps.Authorize, null),
            ("5.6 process-order", Scenario.Chargeable, Steps.Process, null),
            ("5.7 deliver-order", Scenario.Chargeable, Steps.Deliver, null),
            ("5.8 add-tracking-data", Scenario.Chargeable, Steps.Track, null),
            ("5.9 send-buyer-message", Scenario.Chargeable, Steps.SendMessage("Thanks"), null),
            ("5.10 add-merchant-order-number", Scenario.Chargeable, Steps.AddNumber, null),
            ("5.11 archive-order", Scenario.Chargeable, Steps.Archive, null),
            ("5.11 unarchive-order", Scenario.Chargeable, Steps.Unarchive, null),
            ("5.12 ship-items", Scenario.Chargeable, Steps.Ship("book"), null),
            ("5.13 backorder-items", Scenario.Chargeable, Steps.Backorder("book"), null),
            ("5.13 return-items", Scenario.Chargeable, Steps.Return("book"), null),
            ("5.13 reset-items-shipping-information", Scenario.Chargeable, Steps.Reset("book"), null),
            ("5.14 cancel-items", Scenario.Chargeable, Steps.CancelItems("book"), null),
        ];
        return receipts.Select(receipt => new TestCaseData(receipt.Given, receipt.Command, receipt.Child).SetName($"{receipt.Name}: content of the receipt"));
    }

    private const string BothLists =
        "<tracking-data-list><tracking-data><carrier>UPS</carrier><tracking-number>1</tracking-number></tracking-data></tracking-data-list>"
        + "<item-shipping-information-list><item-shipping-information><item-id><merchant-item-id>book</merchant-item-id></item-id></item-shipping-information></item-shipping-information-list>";

    private static IEnumerable<(string Name, Step Step)> FinancialCommands() =>
    [
        ("charge-order", Steps.Charge()), ("charge-and-ship-order", Steps.ChargeAndShip()), ("refund-order", Steps.Refund()), ("cancel-order", Steps.Cancel), ("authorize-order", Steps.Authorize),
    ];

    private static IEnumerable<(string Name, Step Step)> AnyCommand() =>
    [
        .. FinancialCommands(),
        ("process-order", Steps.Process), ("deliver-order", Steps.Deliver), ("add-tracking-data", Steps.Track), ("send-buyer-message", Steps.SendMessage("Soon")),
        ("add-merchant-order-number", Steps.AddNumber), ("archive-order", Steps.Archive), ("unarchive-order", Steps.Unarchive), ("ship-items", Steps.Ship("book")),
        ("backorder-items", Steps.Backorder("book")), ("return-items", Steps.Return("book")), ("cancel-items", Steps.CancelItems("book")),
        ("reset-items-shipping-information", Steps.Reset("book")),
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
        await using var order = await OrderTable.PrepareAsync(Scenario.Chargeable.Then(Steps.AddNumber).Then(Steps.Archive).Then(Steps.Charge()));

        var then = (await order.GetNotificationsAsync())[^1].OrderSummary!;
        await Steps.Unarchive(order);
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
