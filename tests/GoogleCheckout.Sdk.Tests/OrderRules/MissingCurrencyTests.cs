using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using NUnit.Framework;

namespace GoogleCheckout.Orders;

/// <summary>Some senders omit the currency of amounts. It is the currency of the order, as soon as any amount contains it.</summary>
public class MissingCurrencyTests
{
    private static readonly DateTimeOffset Noon = new(2012, 10, 10, 12, 0, 0, TimeSpan.Zero);

    private static readonly NewOrderNotification Placed = new()
    {
        SerialNumber = "1",
        GoogleOrderNumber = "841171949013218",
        Timestamp = Noon,
        ShoppingCart = new ShoppingCart(),
        OrderTotal = None(10),
        FinancialOrderState = FinancialOrderState.Chargeable,
        FulfillmentOrderState = FulfillmentOrderState.New,
    };

    [Test]
    public void Apply_LaterAmountHasACurrency_FillsAllAmounts()
    {
        var order = OrderStatus.FromNewOrder(Placed).Apply(Charge(Usd(4)));

        Assert.Multiple(() =>
        {
            Assert.That(order.OrderTotal, Is.EqualTo(Usd(10)));
            Assert.That(order.TotalChargeAmount, Is.EqualTo(Usd(4)));
            Assert.That(order.TotalRefundAmount, Is.EqualTo(Usd(0)));
            Assert.That(order.ChargeableAmount, Is.EqualTo(Usd(6)));
            Assert.That(order.RefundableAmount, Is.EqualTo(Usd(4)));
        });
    }

    [Test]
    public void Apply_NoAmountHasACurrency_CountsWithoutOne()
    {
        var order = OrderStatus.FromNewOrder(Placed).Apply(Charge(None(4)));

        Assert.That((order.ChargeableAmount, order.RefundableAmount), Is.EqualTo((None(6), None(4))));
    }

    [Test]
    public void Apply_SummaryHasACurrency_FillsTheOrder()
    {
        var order = OrderStatus.FromNewOrder(Placed).Apply(Charge(None(4)) with { OrderSummary = Summary(Usd(10), None(4), None(0)) });

        Assert.That((order.OrderTotal, order.ChargeableAmount), Is.EqualTo((Usd(10), Usd(6))));
    }

    [Test]
    public void FromSummary_AmountsPartlyWithoutCurrency_FillsThem()
    {
        (Money Total, Money Charged, Money Refunded)[] cases =
        [
            (Usd(10), None(4), None(1)),
            (None(10), Usd(4), None(1)),
            (None(10), None(4), Usd(1)),
        ];

        foreach (var (total, charged, refunded) in cases)
        {
            var order = OrderStatus.FromSummary(Summary(total, charged, refunded));

            Assert.That((order.ChargeableAmount, order.RefundableAmount), Is.EqualTo((Usd(6), Usd(3))));
        }
    }

    [Test]
    public void FromSummary_OnlyTheItemsHaveACurrency_UsesIt()
    {
        var cart = new ShoppingCart { Items = [new Item { ItemName = "Tea", ItemDescription = "100 g", UnitPrice = Usd(10), Quantity = 1 }] };

        var order = OrderStatus.FromSummary(Summary(None(10), None(0), None(0)) with { ShoppingCart = cart });

        Assert.That(order.ChargeableAmount, Is.EqualTo(Usd(10)));
    }

    [Test]
    public void FromSummary_AuthorizationAloneHasACurrency_UsesIt()
    {
        var order = OrderStatus.FromSummary(Summary(None(10), None(0), None(0)) with
        {
            Authorization = new AuthorizationInformation { AuthorizationAmount = Usd(10), AuthorizationExpirationDate = Noon },
        });

        Assert.That(order.OrderTotal, Is.EqualTo(Usd(10)));
    }

    [Test]
    public void RemainingAmounts_StatusByHandPartlyWithoutCurrency_DoNotThrow()
    {
        var order = ByHand with { TotalChargeAmount = Usd(4) };

        Assert.That((order.ChargeableAmount, order.RefundableAmount), Is.EqualTo((Usd(6), Usd(4))));
    }

    [TestCase("10", null)]
    [TestCase("10.01", "The amount must be at most 10 USD")]
    [TestCase("0", "The amount must be more than zero")]
    public void GetRejectionReason_OrderWithoutCurrency_ComparesTheAmounts(string amount, string? reason)
    {
        var charge = new ChargeOrderRequest { GoogleOrderNumber = "1", Amount = new Money(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), "USD") };

        Assert.That(OrderRules.GetRejectionReason(charge, ByHand), Is.EqualTo(reason));
    }

    [Test]
    public void Evaluate_OrderWithoutCurrency_ComparesWithTheAuthorization()
    {
        var order = ByHand with { Payment = new PaymentStatus { AuthorizationAmount = Usd(10), AuthorizationExpirationDate = Noon.AddDays(7) } };
        var policy = new ChargePolicy { AcceptedAvsMatches = null, AcceptedCvnMatches = null, OnlyEligibleForProtection = false };

        Assert.Multiple(() =>
        {
            Assert.That(policy.Evaluate(order, Noon).Reasons, Is.Empty);
            Assert.That(policy.Evaluate(order, Noon).Amount, Is.EqualTo(Usd(10)));
            Assert.That(policy.Evaluate(order, Noon, Usd(11)).Reasons, Is.EqualTo(new[] { "The amount must be at most 10 USD", "Only 10 USD is authorized" }));
        });
    }

    [Test]
    public void Evaluate_LimitButNoCurrencyAnywhere_HoldsTheOrder()
    {
        var order = ByHand with { Payment = new PaymentStatus { AuthorizationAmount = None(10), AuthorizationExpirationDate = Noon.AddDays(7) } };
        var policy = new ChargePolicy { AcceptedAvsMatches = null, AcceptedCvnMatches = null, OnlyEligibleForProtection = false, MaxAmount = Usd(100) };

        Assert.That(policy.Evaluate(order, Noon).Reasons, Is.EqualTo(new[] { "The maximum amount is in USD, but the currency of the order is unknown" }));
    }

    private static OrderStatus ByHand => new()
    {
        FinancialOrderState = FinancialOrderState.Chargeable,
        FulfillmentOrderState = FulfillmentOrderState.New,
        OrderTotal = None(10),
        TotalChargeAmount = None(0),
        TotalRefundAmount = None(0),
        TotalChargebackAmount = None(0),
    };

    private static ChargeAmountNotification Charge(Money total) => new()
    {
        SerialNumber = "2",
        GoogleOrderNumber = Placed.GoogleOrderNumber,
        Timestamp = Noon.AddSeconds(1),
        LatestChargeAmount = total,
        TotalChargeAmount = total,
    };

    private static OrderSummary Summary(Money total, Money charged, Money refunded) => new()
    {
        GoogleOrderNumber = Placed.GoogleOrderNumber,
        FinancialOrderState = FinancialOrderState.Chargeable,
        FulfillmentOrderState = FulfillmentOrderState.New,
        OrderTotal = total,
        TotalChargeAmount = charged,
        TotalRefundAmount = refunded,
        TotalChargebackAmount = None(0),
        PurchaseDate = Noon,
        Archived = false,
        ShoppingCart = new ShoppingCart(),
    };

    private static Money Usd(decimal amount) => new(amount, "USD");

    private static Money None(decimal amount) => new(amount, string.Empty);
}
