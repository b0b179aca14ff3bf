using GoogleCheckout.Carts;
using NUnit.Framework;

namespace GoogleCheckout.Orders;

/// <summary>
/// Compares the rules for each command, financial state, fulfillment state and amounts with a table of the known behavior of the
/// service. Each row names its source; "ours" is a decision of the SDK if the behavior is unknown.
/// </summary>
public class OrderRulesTableTests
{
    private const string Number = "841171949013218";

    // An order of 10: charged, refunded, charged back. The columns of the table.
    private static readonly (int Charged, int Refunded, int ChargedBack)[] Amounts =
        [(0, 0, 0), (4, 0, 0), (4, 4, 0), (10, 0, 0), (10, 3, 0), (10, 10, 0), (10, 0, 10)];

    // x allowed, - not; o allowed unless the order is not to be delivered.
    //                                                        none part back full some all  bank
    private static readonly (string Commands, FinancialOrderState State, string Allowed, string Source)[] Table =
    [
        ("charge", FinancialOrderState.Reviewing,             "xxx----", "section 2: accepted early; section 5"),
        ("charge", FinancialOrderState.Chargeable,            "xxx----", "section 5: charge-order; error conditions: fully charged"),
        ("charge", FinancialOrderState.Charging,              "-------", "section 1: no command allowed"),
        ("charge", FinancialOrderState.Charged,               "xxx----", "section 3: while less than the order total is charged"),
        ("charge", FinancialOrderState.PaymentDeclined,       "-------", "error conditions: charge in PAYMENT_DECLINED (inferred)"),
        ("charge", FinancialOrderState.Cancelled,             "-------", "error conditions: financial command on CANCELLED"),
        ("charge", FinancialOrderState.CancelledByGoogle,     "-------", "error conditions: financial command on CANCELLED_BY_GOOGLE"),
        ("charge", FinancialOrderState.Unknown,               "-------", "ours"),

        ("charge and ship", FinancialOrderState.Reviewing,    "-------", "section 5: CHARGEABLE or partly CHARGED"),
        ("charge and ship", FinancialOrderState.Chargeable,   "ooo----", "section 5: charge-and-ship-order"),
        ("charge and ship", FinancialOrderState.Charging,     "-------", "section 1"),
        ("charge and ship", FinancialOrderState.Charged,      "ooo----", "section 5: partly CHARGED"),
        ("charge and ship", FinancialOrderState.PaymentDeclined, "-------", "section 5"),
        ("charge and ship", FinancialOrderState.Cancelled,    "-------", "error conditions"),
        ("charge and ship", FinancialOrderState.CancelledByGoogle, "-------", "error conditions"),
        ("charge and ship", FinancialOrderState.Unknown,      "-------", "ours"),

        ("refund", FinancialOrderState.Reviewing,             "-x-xx--", "error conditions: refund with nothing charged; else the amounts decide"),
        ("refund", FinancialOrderState.Chargeable,            "-x-xx--", "section 5: partly charged; section 6: refund limit"),
        ("refund", FinancialOrderState.Charging,              "-------", "section 1"),
        ("refund", FinancialOrderState.Charged,               "-x-xx--", "section 5: CHARGED; section 6: refund limit"),
        ("refund", FinancialOrderState.PaymentDeclined,       "-x-xx--", "section 5: partly charged"),
        ("refund", FinancialOrderState.Cancelled,             "-------", "error conditions"),
        ("refund", FinancialOrderState.CancelledByGoogle,     "-------", "error conditions"),
        ("refund", FinancialOrderState.Unknown,               "-------", "ours"),

        ("cancel", FinancialOrderState.Reviewing,             "x-x--xx", "section 2: sources disagree, allowed; section 6: cancel precondition"),
        ("cancel", FinancialOrderState.Chargeable,            "x-x--xx", "section 5: cancel-order; section 6: cancel precondition"),
        ("cancel", FinancialOrderState.Charging,              "-------", "section 1"),
        ("cancel", FinancialOrderState.Charged,               "x-x--xx", "section 2: after everything charged was refunded; a chargeback counts as a refund (ours)"),
        ("cancel", FinancialOrderState.PaymentDeclined,       "x-x--xx", "section 2: PAYMENT_DECLINED to CANCELLED"),
        ("cancel", FinancialOrderState.Cancelled,             "-------", "section 2: nothing follows"),
        ("cancel", FinancialOrderState.CancelledByGoogle,     "-------", "section 2: nothing follows"),
        ("cancel", FinancialOrderState.Unknown,               "-------", "ours"),

        ("authorize", FinancialOrderState.Reviewing,          "-------", "section 5: CHARGEABLE, partly charged CHARGED"),
        ("authorize", FinancialOrderState.Chargeable,         "xxx----", "section 5: authorize-order"),
        ("authorize", FinancialOrderState.Charging,           "-------", "section 1"),
        ("authorize", FinancialOrderState.Charged,            "xxx----", "section 5: authorize-order"),
        ("authorize", FinancialOrderState.PaymentDeclined,    "-------", "section 5"),
        ("authorize", FinancialOrderState.Cancelled,          "-------", "error conditions"),
        ("authorize", FinancialOrderState.CancelledByGoogle,  "-------", "error conditions"),
        ("authorize", FinancialOrderState.Unknown,            "-------", "ours"),

        ("ship", FinancialOrderState.Reviewing,               "ooooooo", "section 4: shipping uncharged orders is possible; section 5: any non-cancelled"),
        ("ship", FinancialOrderState.Chargeable,              "ooooooo", "section 5: any non-cancelled"),
        ("ship", FinancialOrderState.Charging,                "-------", "section 1"),
        ("ship", FinancialOrderState.Charged,                 "ooooooo", "section 5: any non-cancelled"),
        ("ship", FinancialOrderState.PaymentDeclined,         "ooooooo", "section 5: any non-cancelled"),
        ("ship", FinancialOrderState.Cancelled,               "-------", "section 5: any non-cancelled"),
        ("ship", FinancialOrderState.CancelledByGoogle,       "-------", "section 5: any non-cancelled"),
        ("ship", FinancialOrderState.Unknown,                 "ooooooo", "ours"),

        ("note", FinancialOrderState.Reviewing,               "xxxxxxx", "section 5: any"),
        ("note", FinancialOrderState.Chargeable,              "xxxxxxx", "section 5: any"),
        ("note", FinancialOrderState.Charging,                "-------", "error conditions: any command in CHARGING"),
        ("note", FinancialOrderState.Charged,                 "xxxxxxx", "section 5: any"),
        ("note", FinancialOrderState.PaymentDeclined,         "xxxxxxx", "section 5: any"),
        ("note", FinancialOrderState.Cancelled,               "xxxxxxx", "section 5: any"),
        ("note", FinancialOrderState.CancelledByGoogle,       "xxxxxxx", "section 5: any"),
        ("note", FinancialOrderState.Unknown,                 "xxxxxxx", "section 5: any"),
    ];

    private static readonly Dictionary<string, OrderCommand[]> Commands = new()
    {
        ["charge"] = [new ChargeOrderRequest { GoogleOrderNumber = Number }],
        ["charge and ship"] = [new ChargeAndShipOrderRequest { GoogleOrderNumber = Number }],
        ["refund"] = [new RefundOrderRequest { GoogleOrderNumber = Number, Reason = "Damaged" }],
        ["cancel"] = [new CancelOrderRequest { GoogleOrderNumber = Number, Reason = "Sold out" }],
        ["authorize"] = [new AuthorizeOrderRequest { GoogleOrderNumber = Number }],
        ["ship"] =
        [
            new ProcessOrderRequest { GoogleOrderNumber = Number },
            new DeliverOrderRequest { GoogleOrderNumber = Number },
            new ShipItemsRequest { GoogleOrderNumber = Number },
            new BackorderItemsRequest { GoogleOrderNumber = Number },
            new ReturnItemsRequest { GoogleOrderNumber = Number },
            new CancelItemsRequest { GoogleOrderNumber = Number, Reason = "Sold out" },
            new ResetItemsShippingInformationRequest { GoogleOrderNumber = Number },
            new CreateOrderRecurrenceRequest { GoogleOrderNumber = Number, ShoppingCart = new ShoppingCart() },
        ],
        ["note"] =
        [
            new AddTrackingDataRequest { GoogleOrderNumber = Number, TrackingData = new TrackingData { Carrier = Carriers.UPS } },
            new SendBuyerMessageRequest { GoogleOrderNumber = Number, Message = "Thank you" },
            new AddMerchantOrderNumberRequest { GoogleOrderNumber = Number, MerchantOrderNumber = "A-1" },
            new ArchiveOrderRequest { GoogleOrderNumber = Number },
            new UnarchiveOrderRequest { GoogleOrderNumber = Number },
        ],
    };

    // Section 5, donation accounts.
    private static readonly string[] CommandsForDonations =
        ["RefundOrderRequest", "CancelOrderRequest", "SendBuyerMessageRequest", "AddMerchantOrderNumberRequest", "ArchiveOrderRequest", "UnarchiveOrderRequest"];

    [Test]
    public void Table_Always_HasEveryCommandAndState()
    {
        var commands = typeof(OrderCommand).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(OrderCommand)));
        var rows = Commands.Keys.SelectMany(_ => Enum.GetValues<FinancialOrderState>(), (row, state) => (row, state));

        Assert.Multiple(() =>
        {
            Assert.That(Commands.Values.SelectMany(group => group).Select(command => command.GetType()), Is.EquivalentTo(commands));
            Assert.That(Table.Select(row => (row.Commands, row.State)), Is.EquivalentTo(rows));
            Assert.That(Table.Select(row => row.Allowed.Length), Is.All.EqualTo(Amounts.Length));
        });
    }

    [TestCaseSource(nameof(Rows))]
    public void GetRejectionReason_EveryCell_MatchesTheTable(string commands, FinancialOrderState state, string allowed)
    {
        var wrong =
            from command in Commands[commands]
            from fulfillment in Enum.GetValues<FulfillmentOrderState>()
            from column in Enumerable.Range(0, Amounts.Length)
            let order = Order(state, fulfillment, column)
            where (OrderRules.GetRejectionReason(command, order) is null) != IsAllowed(allowed[column], fulfillment)
            select $"{command} {fulfillment} {Amounts[column]}";

        Assert.That(wrong, Is.Empty);
    }

    [TestCaseSource(nameof(Rows))]
    public void GetRejectionReason_Donation_AllowsOnlyCommandsForDonations(string commands, FinancialOrderState state, string allowed)
    {
        var wrong =
            from command in Commands[commands]
            from fulfillment in Enum.GetValues<FulfillmentOrderState>()
            from column in Enumerable.Range(0, Amounts.Length)
            let order = Order(state, fulfillment, column) with { IsDonation = true }
            let expected = IsAllowed(allowed[column], fulfillment) && CommandsForDonations.Contains(command.GetType().Name)
            where (OrderRules.GetRejectionReason(command, order) is null) != expected
            select $"{command} {fulfillment} {Amounts[column]}";

        Assert.That(wrong, Is.Empty);
    }

    [TestCaseSource(nameof(Rows))]
    public void GetActions_EveryCell_MatchesGetRejectionReason(string commands, FinancialOrderState state, string allowed)
    {
        var wrong =
            from command in Commands[commands]
            let name = command.GetType().Name.Replace("OrderRequest", null, StringComparison.Ordinal).Replace("Request", null, StringComparison.Ordinal)
            from fulfillment in Enum.GetValues<FulfillmentOrderState>()
            from column in Enumerable.Range(0, Amounts.Length)
            let order = Order(state, fulfillment, column)
            let action = OrderRules.GetActions(order).All.SingleOrDefault(action => action.Name == (command is ShipItemsRequest ? "ChangeItems" : name))
            where action is not null && action.DisallowedReason != OrderRules.GetRejectionReason(command, order)
            select $"{name} {fulfillment} {Amounts[column]} {allowed}";

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void GetActions_PartiallyChargedOrder_ReturnsMaximumAmounts()
    {
        var actions = OrderRules.GetActions(Order(FinancialOrderState.Chargeable, FulfillmentOrderState.New, column: 1));

        Assert.Multiple(() =>
        {
            Assert.That(actions.Charge.MaxAmount, Is.EqualTo(Usd(6)));
            Assert.That(actions.ChargeAndShip.MaxAmount, Is.EqualTo(Usd(6)));
            Assert.That(actions.Refund.MaxAmount, Is.EqualTo(Usd(4)));
            Assert.That(actions.Cancel.MaxAmount, Is.Null);
            Assert.That(actions.Cancel.DisallowedReason, Is.EqualTo("You cannot cancel an order before 4 USD is refunded"));
            Assert.That(actions.Cancel.IsAllowed, Is.False);
        });
    }

    [Test]
    public void GetActions_Donation_DoesNotAllowACharge()
    {
        var order = Order(FinancialOrderState.Chargeable, FulfillmentOrderState.New, column: 1) with { IsDonation = true };

        Assert.Multiple(() =>
        {
            Assert.That(OrderRules.Chargeable(order), Is.EqualTo(Usd(0)));
            Assert.That(OrderRules.Refundable(order), Is.EqualTo(Usd(4)));
            Assert.That(OrderRules.GetActions(order).Charge.DisallowedReason, Is.EqualTo("The service charges donations automatically"));
            Assert.That(OrderRules.GetActions(order).Deliver.DisallowedReason, Is.EqualTo("The service does not accept this command for a donation"));
        });
    }

    [Test]
    public void GetActions_CartWithoutItemIds_DoesNotAllowItemChanges()
    {
        var order = Order(FinancialOrderState.Chargeable, FulfillmentOrderState.New, column: 0);
        var item = new Item { ItemName = "Tea", ItemDescription = "", UnitPrice = Usd(10), Quantity = 1 };

        Assert.Multiple(() =>
        {
            Assert.That(
                OrderRules.GetActions(order with { ShoppingCart = new ShoppingCart { Items = [item] } }).ChangeItems.DisallowedReason,
                Is.EqualTo("No item of the order has a merchant item ID; use the commands for the whole order"));
            Assert.That(
                OrderRules.GetActions(order with { ShoppingCart = new ShoppingCart { Items = [item, item with { MerchantItemId = "A1" }] } }).ChangeItems.IsAllowed);
        });
    }

    [Test]
    public void All_Always_ContainsEachActionUnderItsName()
    {
        var actions = OrderRules.GetActions(Order(FinancialOrderState.Chargeable, FulfillmentOrderState.New, column: 0));
        var properties = typeof(OrderActions).GetProperties().Where(property => property.PropertyType == typeof(OrderAction));

        Assert.That(properties.Select(property => (property.Name, property.GetValue(actions))), Is.EqualTo(actions.All.Select(action => (action.Name, action))));
    }

    private static bool IsAllowed(char cell, FulfillmentOrderState fulfillment) =>
        cell == 'x' || (cell == 'o' && fulfillment != FulfillmentOrderState.WillNotDeliver);

    private static IEnumerable<TestCaseData> Rows() => Table.Select(row => new TestCaseData(row.Commands, row.State, row.Allowed));

    private static OrderStatus Order(FinancialOrderState state, FulfillmentOrderState fulfillment, int column) => new()
    {
        FinancialOrderState = state,
        FulfillmentOrderState = fulfillment,
        OrderTotal = Usd(10),
        TotalChargeAmount = Usd(Amounts[column].Charged),
        TotalRefundAmount = Usd(Amounts[column].Refunded),
        TotalChargebackAmount = Usd(Amounts[column].ChargedBack),
    };

    private static Money Usd(decimal amount) => new(amount, "USD");
}
