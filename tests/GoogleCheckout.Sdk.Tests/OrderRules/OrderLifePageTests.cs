using GoogleCheckout.Carts;
using NUnit.Framework;

namespace GoogleCheckout.Orders;

/// <summary>The table of commands by state in docs/order-life.md: a cell is yes if any amounts allow the command in that state.</summary>
public class OrderLifePageTests
{
    private const string Number = "841171949013218";

    private static readonly OrderCommand[] Commands =
    [
        new ChargeOrderRequest { GoogleOrderNumber = Number },
        new ChargeAndShipOrderRequest { GoogleOrderNumber = Number },
        new AuthorizeOrderRequest { GoogleOrderNumber = Number },
        new RefundOrderRequest { GoogleOrderNumber = Number, Reason = "Damaged" },
        new CancelOrderRequest { GoogleOrderNumber = Number, Reason = "Sold out" },
        new ProcessOrderRequest { GoogleOrderNumber = Number },
        new DeliverOrderRequest { GoogleOrderNumber = Number },
        new CreateOrderRecurrenceRequest { GoogleOrderNumber = Number, ShoppingCart = new ShoppingCart() },
        new AddTrackingDataRequest { GoogleOrderNumber = Number, TrackingData = new TrackingData { Carrier = Carriers.UPS } },
        new SendBuyerMessageRequest { GoogleOrderNumber = Number, Message = "Thank you" },
        new AddMerchantOrderNumberRequest { GoogleOrderNumber = Number, MerchantOrderNumber = "A-1" },
        new ArchiveOrderRequest { GoogleOrderNumber = Number },
        new UnarchiveOrderRequest { GoogleOrderNumber = Number },
    ];

    private static readonly FinancialOrderState[][] Columns =
    [
        [FinancialOrderState.Reviewing], [FinancialOrderState.Chargeable], [FinancialOrderState.Charging], [FinancialOrderState.Charged],
        [FinancialOrderState.PaymentDeclined], [FinancialOrderState.Cancelled, FinancialOrderState.CancelledByGoogle],
    ];

    [Test]
    public void Table_EveryCell_MatchesTheRules()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "order-life.md")).ReplaceLineEndings("\n");
        var rows = page.Split("\n| command |")[1].Split("\n\n")[0].Split('\n').Skip(2).Select(row => row.Trim('|').Split('|')).ToList();
        var pageRows = rows.SelectMany(row => Commands.Where(command => row[0].Contains($"`{WireName(command)}`", StringComparison.Ordinal))
            .Select(command => $"{WireName(command)}: {string.Join(' ', row.Skip(1).Select(cell => cell.Trim().Split(' ')[0]))}"));
        var ruleRows = Commands.Select(command => $"{WireName(command)}: {string.Join(' ', Columns.Select(states => states.All(state => IsEverAllowed(command, state)) ? "yes" : "no"))}");

        Assert.That(pageRows, Is.EquivalentTo(ruleRows));
    }

    private static string WireName(OrderCommand command) => command.ToXElement().Name.LocalName;

    private static bool IsEverAllowed(OrderCommand command, FinancialOrderState state) => new[] { (0, 0), (10, 0), (10, 10) }.Any(amounts => OrderRules.GetRejectionReason(command, new OrderStatus
    {
        FinancialOrderState = state,
        FulfillmentOrderState = FulfillmentOrderState.New,
        OrderTotal = Usd(10),
        TotalChargeAmount = Usd(amounts.Item1),
        TotalRefundAmount = Usd(amounts.Item2),
        TotalChargebackAmount = Usd(0),
    }) is null);

    private static Money Usd(decimal amount) => new(amount, "USD");
}
