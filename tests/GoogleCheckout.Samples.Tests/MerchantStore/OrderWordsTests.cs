using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using GoogleCheckout.Sandbox;
using MerchantStore.Data;
using MerchantStore.Orders;
using NUnit.Framework;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>The next step of an order, and the lines that add up to its total.</summary>
public class OrderWordsTests
{
    private static readonly TestCaseData[] Steps =
    [
        Step("reviewing", FinancialOrderState.Reviewing, null),
        Step("chargeable", FinancialOrderState.Chargeable, "Charge"),
        Step("held", FinancialOrderState.Chargeable, "Charge", order => order.OnHold = true),
        Step("charged in part", FinancialOrderState.Chargeable, "Charge", order => order.Charged = 20),
        Step("charged", FinancialOrderState.Charged, "Ship", order => order.Charged = 57),
        Step("shipped", FinancialOrderState.Charged, "Archive", order => (order.Charged, order.FulfillmentState) = (57, FulfillmentOrderState.Delivered)),
        Step("shipped and not paid", FinancialOrderState.Chargeable, "Charge", order => order.FulfillmentState = FulfillmentOrderState.Delivered),
        Step("refunded", FinancialOrderState.Charged, "Archive", order => (order.Charged, order.Refunded) = (57, 57)),
        Step("declined", FinancialOrderState.PaymentDeclined, "Message"),
        Step("canceled", FinancialOrderState.Cancelled, "Archive"),
        Step("archived", FinancialOrderState.Charged, null, order => (order.Charged, order.Archived) = (57, true)),
        Step("for nothing", FinancialOrderState.Chargeable, "Ship", order => order.Total = 0),
        Step("of an unknown state", FinancialOrderState.Unknown, null),
        Step("unknown to Google", FinancialOrderState.Chargeable, null, order => order.IsUnknownToGoogle = true),
    ];

    [TestCaseSource(nameof(Steps))]
    public void NextStep_OfAnOrder_IsTheSensibleOne(object order, string? command) => Assert.That(NextStep.Of((Order)order).Command, Is.EqualTo(command));

    [Test]
    public void NextStep_NotPaid_IsNeverToShip()
    {
        var unpaid = from financial in Enum.GetValues<FinancialOrderState>()
                     from fulfillment in Enum.GetValues<FulfillmentOrderState>()
                     from charged in new decimal[] { 0, 20 }
                     from held in new[] { true, false }
                     select SampleOrders.New(1, financial, order => (order.FulfillmentState, order.Charged, order.OnHold) = (fulfillment, charged, held));

        Assert.That(unpaid.Select(order => NextStep.Of(order).Command), Has.None.EqualTo("Ship"));
    }

    [Test]
    public void ToDo_OfAnyOrder_IsItsNextStep()
    {
        var orders = from financial in Enum.GetValues<FinancialOrderState>()
                     from fulfillment in Enum.GetValues<FulfillmentOrderState>()
                     from moved in new (decimal Charged, decimal Refunded)[] { (0, 0), (20, 0), (20, 20), (57, 0), (57, 20), (57, 57) }
                     from held in financial == FinancialOrderState.Chargeable ? new[] { true, false } : [false]
                     select SampleOrders.New(1, financial, order => (order.FulfillmentState, order.Charged, order.Refunded, order.OnHold) = (fulfillment, moved.Charged, moved.Refunded, held));

        foreach (var order in orders)
        {
            string?[] steps = order.ToDo switch
            {
                OrderToDo.Decide or OrderToDo.Charge => ["Charge"],
                OrderToDo.Ship => ["Ship"],
                OrderToDo.AskBuyer => ["Message"],
                _ => [null, "Archive"],
            };
            Assert.That(steps, Has.Member(NextStep.Of(order).Command), $"{order.FinancialState}, {order.FulfillmentState}, charged {order.Charged}, refunded {order.Refunded}");
        }
    }

    [Test]
    public void Badges_OfAllStates_HaveAColorAndDifferentWords()
    {
        Check(Enum.GetValues<FinancialOrderState>().Select(Badge.Of));
        Check(Enum.GetValues<FulfillmentOrderState>().Select(Badge.Of));
        Check(Enum.GetValues<ShopStatus>().Select(Badge.Of));
        Check(Enum.GetValues<ShippingState>().Select(Badge.Of));

        static void Check(IEnumerable<Badge> badges)
        {
            Assert.That(badges.Select(badge => badge.Tone).Distinct(), Is.SubsetOf(new[] { "good", "wait", "bad", "plain" }));
            Assert.That(badges.Select(badge => badge.Words), Is.Unique.And.None.Empty);
        }
    }

    [Test]
    public void Risk_OfACardThatDoesNotMatch_IsSaidInWords()
    {
        var words = RiskWords.Get(new OrderRisk { OrderNumber = "1", AvsMatch = AvsMatch.Neither, CvnMatch = CvnMatch.NoMatch, EligibleForProtection = false, BuyerAccountAge = 1 });

        Assert.That(words, Is.EqualTo(new[]
        {
            Badge.ToDo("The payment guarantee does not cover the order"),
            Badge.Bad("Billing address: neither street nor postal code matches"),
            Badge.Bad("Security code: does not match"),
            Badge.ToDo("The buyer's account is new: 1 day"),
        }));
    }

    [Test]
    public void Notes_OfTheBuyer_SayTheirKind()
    {
        BuyerMessage[] notes =
        [
            new BuyerNote { Text = "Thank you" }, new GiftMessage { Text = "Enjoy", From = "Ada", To = "Bob" }, new IncludeGiftReceipt { Text = string.Empty },
            new DeliveryInstructions { Text = "Ring twice" },
        ];

        Assert.That(notes.Select(NoteWords.Get), Is.EqualTo(new[]
        {
            "Thank you", "Gift message from Ada to Bob: Enjoy", "Put a receipt without prices into the parcel.", "For the carrier: Ring twice",
        }));
    }

    [Test]
    public void Totals_OfAnOrderWithCodes_AddUp()
    {
        var sample = SampleNotifications.NewOrder();
        var adjustment = sample.OrderAdjustment! with
        {
            MerchantCodes =
            [
                new CouponAdjustment { Code = "TEA10", AppliedAmount = new Money(7.90m, "USD") },
                new GiftCertificateAdjustment { Code = "GIFT-25-TEA", AppliedAmount = new Money(25m, "USD") },
            ],
        };
        var total = sample.OrderTotal with { Amount = sample.OrderTotal.Amount - 32.90m - 5m };
        var order = new Order { Number = "1", Currency = "USD", BuyerKey = "key", Total = total.Amount };
        order.Fill(CheckoutXml.Parse<NewOrderNotification>((sample with { OrderAdjustment = adjustment, OrderTotal = total }).ToXmlString()));
        order.Lines.Add(new OrderLine { OrderNumber = "1", Name = "Coupon SPRING25", Description = string.Empty, UnitPrice = -5m, Quantity = 1 });

        var lines = OrderTotals.Get(order);
        Assert.That(lines.Skip(1).Sum(line => line.Amount.Amount) + order.Lines.Where(OrderTotals.IsItem).Sum(line => line.UnitPrice * line.Quantity), Is.EqualTo(total.Amount));
        Assert.That(lines.Select(line => line.Words.Split(':')[0]), Is.EqualTo(new[] { "Subtotal", "Coupon SPRING25", "Coupon TEA10", "Gift certificate GIFT-25-TEA", "Shipping", "Tax" }));
    }

    [Test]
    public void Totals_LinesDoNotExplainTheTotal_HaveALineForTheRest()
    {
        var order = SampleOrders.New(1, FinancialOrderState.Charged);
        order.Lines.Add(new OrderLine { OrderNumber = order.Number, Name = "Teapot", Description = string.Empty, UnitPrice = 39.50m, Quantity = 1 });

        Assert.That(OrderTotals.Get(order), Is.EqualTo(new[] { ("Subtotal", new Money(39.50m, "USD")), ("Other", new Money(17.50m, "USD")) }));
    }

    private static TestCaseData Step(string name, FinancialOrderState state, string? command, Action<Order>? set = null) =>
        new TestCaseData(SampleOrders.New(1, state, set), command).SetArgDisplayNames(name);
}
