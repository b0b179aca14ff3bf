using GoogleCheckout.Carts;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Sandbox.Orders;

/// <summary>Orders of 50.00 USD in each state. The states are reached by events.</summary>
internal static class SampleOrders
{
    public const string Number = "123456789012345";

    public static readonly DateTimeOffset Start = new(2012, 5, 4, 10, 0, 0, 250, TimeSpan.Zero);

    public static readonly OrderStateMachine StateMachine = new(new MerchantPolicy { ReviewDelay = TimeSpan.FromMinutes(1) });

    public static Order Reviewing => Placed(TestCard.Accepted);

    public static Order WaitingForCharge => Apply(Reviewing, new ChargeOrderRequest { GoogleOrderNumber = Number, Amount = Usd(20) });

    public static Order Chargeable => Apply(Reviewing, new OrderEvent.ReviewPassed());

    public static Order Charging => Apply(Chargeable, new ChargeOrderRequest { GoogleOrderNumber = Number });

    public static Order ChargingPart => Apply(Chargeable, new ChargeOrderRequest { GoogleOrderNumber = Number, Amount = Usd(20) });

    public static Order PartlyCharged => Apply(ChargingPart, new OrderEvent.CaptureSucceeded());

    public static Order Charged => Apply(Charging, new OrderEvent.CaptureSucceeded());

    // By default the sandbox does not leave a partly charged order CHARGED, but some sources of the protocol do.
    public static Order PartlyChargedAsCharged => PartlyCharged with { FinancialOrderState = FinancialOrderState.Charged };

    public static Order PartlyRefunded => Apply(Charged, new RefundOrderRequest { GoogleOrderNumber = Number, Reason = "Late", Amount = Usd(10) });

    public static Order Refunded => Apply(Charged, new RefundOrderRequest { GoogleOrderNumber = Number, Reason = "Late" });

    public static Order Declined => Apply(Reviewing, new OrderEvent.CardDeclined());

    public static Order DeclinedAtCharge => Apply(Charging, new OrderEvent.CaptureFailed());

    public static Order Cancelled => Apply(Chargeable, new CancelOrderRequest { GoogleOrderNumber = Number, Reason = "Sold out" });

    public static Order CancelledByGoogle => Apply(Reviewing, new OrderEvent.RiskRejected());

    public static Order Processing => Apply(Chargeable, new ProcessOrderRequest { GoogleOrderNumber = Number });

    public static Order Delivered => Apply(Chargeable, new DeliverOrderRequest { GoogleOrderNumber = Number });

    public static Order PartlyShipped => Apply(Chargeable, Ship("book"));

    public static Money Usd(decimal amount) => new(amount, "USD");

    public static ShipItemsRequest Ship(params string[] items) => new()
    {
        GoogleOrderNumber = Number,
        ItemShippingInformationList = [.. items.Select(item => new ItemShippingInformation { ItemId = new ItemId { MerchantItemId = item } })],
    };

    public static Order Placed(TestCard card)
    {
        var cart = SampleCarts.Books;
        var price = CartCalculator.Calculate(cart, new CartSelections { ShippingName = "Ground" });
        var order = new Order
        {
            GoogleOrderNumber = Number,
            PurchaseDate = Start,
            ShoppingCart = cart.ShoppingCart,
            OrderAdjustment = price.Adjustment,
            OrderTotal = price.Total,
            TotalChargeAmount = Usd(0),
            TotalRefundAmount = Usd(0),
            TotalChargebackAmount = Usd(0),
            Buyer = Buyer.From(new SandboxBuyer { Card = card }),
        };
        return StateMachine.Place(order, Start).Order;
    }

    public static Order Apply(Order order, OrderCommand command) => Apply(order, new OrderEvent.CommandReceived(command));

    public static Order Apply(Order order, OrderEvent orderEvent) => ((OrderOutcome.Applied)StateMachine.Apply(order, orderEvent, Start)).Order;
}
