using FsCheck;
using FsCheck.Fluent;
using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using NUnit.Framework;

namespace GoogleCheckout.Orders;

public class ChargePolicyTests
{
    private static readonly DateTimeOffset Now = new(2012, 10, 10, 12, 0, 0, TimeSpan.Zero);

    private static readonly PaymentStatus Sound = new()
    {
        AuthorizationAmount = Usd(10),
        AuthorizationExpirationDate = Now.AddDays(7),
        AvsMatch = AvsMatch.AddressAndPostalCode,
        CvnMatch = CvnMatch.Match,
        EligibleForProtection = true,
        BuyerAccountAge = 30,
    };

    private static readonly OrderStatus Order = new()
    {
        FinancialOrderState = FinancialOrderState.Chargeable,
        FulfillmentOrderState = FulfillmentOrderState.New,
        OrderTotal = Usd(10),
        TotalChargeAmount = Usd(0),
        TotalRefundAmount = Usd(0),
        TotalChargebackAmount = Usd(0),
        Payment = Sound,
    };

    private static readonly ChargePolicy Strict = new() { MaxAmount = Usd(10), MinBuyerAccountAge = 30 };

    // Orders that differ in one respect from an order that the strict policy charges, with the reason why each is held.
    private static readonly (string Case, OrderStatus Order, string Reason)[] Held =
    [
        ("charged", Order with { FinancialOrderState = FinancialOrderState.Charging }, "The order is being charged; try again when the charge is complete"),
        ("declined", Order with { FinancialOrderState = FinancialOrderState.PaymentDeclined }, "You cannot charge an order whose payment was declined; the service asked the buyer for another card"),
        ("cancelled", Order with { FinancialOrderState = FinancialOrderState.Cancelled }, "You cannot charge an order that was canceled"),
        ("donation", Order with { IsDonation = true }, "The service charges donations automatically"),
        ("no authorization", With(Sound with { AuthorizationAmount = null }), "The authorized amount is unknown"),
        ("too little", With(Sound with { AuthorizationAmount = Usd(9.99m) }), "Only 9.99 USD is authorized"),
        ("another currency", With(Sound with { AuthorizationAmount = new Money(10, "GBP") }), "The authorized amount, 10 GBP, is not in USD"),
        ("used up", Order with { TotalChargeAmount = Usd(4) }, "The authorization is older than the last charge; authorize the order again"),
        ("no expiry", With(Sound with { AuthorizationExpirationDate = null }), "The expiration time of the authorization is unknown"),
        ("expired", With(Sound with { AuthorizationExpirationDate = Now.AddTicks(-1) }), "The authorization expired at 2012-10-10 11:59:59 UTC; authorize the order again"),
        ("not known to be eligible", With(Sound with { EligibleForProtection = null }), "It is unknown whether the payment guarantee covers the order"),
        ("not eligible", With(Sound with { EligibleForProtection = false }), "The payment guarantee does not cover the order"),
        ("no AVS", With(Sound with { AvsMatch = AvsMatch.Unknown }), "The bank's result for the billing address (AVS) is unknown"),
        ("wrong AVS", With(Sound with { AvsMatch = AvsMatch.PostalCodeOnly }), "The bank's result for the billing address (AVS) is not accepted"),
        ("no CVN", With(Sound with { CvnMatch = CvnMatch.Unknown }), "The bank's result for the security code (CVN) is unknown"),
        ("wrong CVN", With(Sound with { CvnMatch = CvnMatch.NotAvailable }), "The bank's result for the security code (CVN) is not accepted"),
        ("no age", With(Sound with { BuyerAccountAge = null }), "The age of the buyer's account is unknown"),
        ("young", With(Sound with { BuyerAccountAge = 29 }), "The buyer's account is younger than 30 days"),
        ("dear", Order with { OrderTotal = Usd(10.01m), Payment = Sound with { AuthorizationAmount = Usd(10.01m) } }, "With this charge, the total would exceed the maximum of 10 USD"),
    ];

    [TestCaseSource(nameof(HeldOrders))]
    public void Evaluate_OneConditionNotMet_HoldsForThatReason(OrderStatus order, string reason)
    {
        var decision = Strict.Evaluate(order, Now);

        Assert.Multiple(() =>
        {
            Assert.That(decision.ShouldCharge, Is.False);
            Assert.That(decision.Reasons, Is.EqualTo(new[] { reason }));
        });
    }

    [Test]
    public void Evaluate_AllConditionsMet_ChargesTheRemainingAmount()
    {
        var again = Order with { TotalChargeAmount = Usd(4), Payment = Sound with { AuthorizationAmount = Usd(6) } };

        Assert.Multiple(() =>
        {
            Assert.That(Strict.Evaluate(Order, Now).ToString(), Is.EqualTo("charge 10 USD"));
            Assert.That(Strict.Evaluate(Order, Sound.AuthorizationExpirationDate!.Value).ShouldCharge, "at the expiration time");
            Assert.That(Strict.Evaluate(Order, Now, Usd(3)).Amount, Is.EqualTo(Usd(3)));
            Assert.That(Strict.Evaluate(again, Now).ToString(), Is.EqualTo("charge 6 USD"));
        });
    }

    [Test]
    public void Evaluate_AuthorizationOfMoreThanTheTotalBeforeTheFirstCharge_Charges()
    {
        var order = With(Sound with { AuthorizationAmount = Usd(12) });

        Assert.That(Strict.Evaluate(order, Now).ToString(), Is.EqualTo("charge 10 USD"));
    }

    [Test]
    public void Evaluate_AmountThatTheOrderDoesNotAllow_Holds()
    {
        Assert.Multiple(() =>
        {
            Assert.That(new ChargePolicy().Evaluate(Order, Now, Usd(11)).Reasons, Is.EqualTo(new[] { "The amount must be at most 10 USD", "Only 10 USD is authorized" }));
            Assert.That(Strict.Evaluate(Order, Now, new Money(1, "GBP")).ShouldCharge, Is.False);
            Assert.That((Strict with { MaxAmount = new Money(99, "GBP") }).Evaluate(Order, Now).Reasons, Is.EqualTo(new[] { "The maximum amount is in GBP, but the charge or the order is not" }));
            Assert.That((Strict with { MaxAmount = new Money(99, "GBP") }).Evaluate(Order, Now, new Money(1, "GBP")).ShouldCharge, Is.False);
        });
    }

    [Test]
    public void Evaluate_UnknownPayment_HoldsForEveryReason()
    {
        var decision = Strict.Evaluate(Order with { Payment = new PaymentStatus() }, Now);

        Assert.That(decision.Reasons, Has.Count.EqualTo(6).And.All.Contains("unknown"));
        Assert.That(decision.ToString(), Does.StartWith("hold: The authorized amount is unknown; The expiration time"));
    }

    [Test]
    public void Evaluate_DisabledConditions_AreIgnored()
    {
        var policy = new ChargePolicy { AcceptedAvsMatches = null, AcceptedCvnMatches = null, OnlyEligibleForProtection = false };
        var order = With(new PaymentStatus { AuthorizationAmount = Usd(10), AuthorizationExpirationDate = Now.AddDays(1) });

        Assert.That(policy.Evaluate(order, Now).ShouldCharge);
    }

    [Test]
    public void Evaluate_ListsOfResults_NeverAcceptUnknown()
    {
        var policy = new ChargePolicy { AcceptedAvsMatches = [AvsMatch.Unknown, AvsMatch.NotSupported], AcceptedCvnMatches = [CvnMatch.Unknown, CvnMatch.NotAvailable] };

        Assert.Multiple(() =>
        {
            Assert.That(policy.Evaluate(With(Sound with { AvsMatch = AvsMatch.NotSupported, CvnMatch = CvnMatch.NotAvailable }), Now).ShouldCharge);
            Assert.That(policy.Evaluate(With(Sound with { AvsMatch = AvsMatch.Unknown, CvnMatch = CvnMatch.Unknown }), Now).Reasons, Has.Count.EqualTo(2));
            Assert.That((policy with { AcceptedAvsMatches = [] }).Evaluate(With(Sound with { CvnMatch = CvnMatch.NotAvailable }), Now).Reasons, Has.Count.EqualTo(1));
        });
    }

    [Test]
    public void Evaluate_Notification_UsesItsSummaryAndItsData()
    {
        var authorization = new AuthorizationAmountNotification
        {
            SerialNumber = "1",
            GoogleOrderNumber = "2",
            AuthorizationAmount = Usd(10),
            AuthorizationExpirationDate = Now.AddDays(7),
            AvsResponse = "Y",
            CvnResponse = "M",
        };
        var summary = new OrderSummary
        {
            GoogleOrderNumber = "2",
            FinancialOrderState = FinancialOrderState.Chargeable,
            FulfillmentOrderState = FulfillmentOrderState.New,
            OrderTotal = Usd(10),
            TotalChargeAmount = Usd(0),
            TotalRefundAmount = Usd(0),
            TotalChargebackAmount = Usd(0),
            ShoppingCart = new ShoppingCart(),
            RiskInformation = new RiskInformation { EligibleForProtection = true, AvsResponse = "N", CvnResponse = "N" },
        };

        Assert.Multiple(() =>
        {
            Assert.That(new ChargePolicy().Evaluate(authorization with { OrderSummary = summary }, Now).ToString(), Is.EqualTo("charge 10 USD"));
            Assert.That(
                new ChargePolicy().Evaluate(authorization, Now).ToString(),
                Is.EqualTo("hold: The notification has no order summary, so the status of the order is unknown; apply all notifications to an OrderStatus and evaluate it instead"));
        });
    }

    [Test]
    public void Evaluate_StricterPolicy_ChargesNothingThatALooserPolicyHolds()
    {
        Prop.ForAll(Situations().ToArbitrary(), situation =>
            !Stricter(situation).Evaluate(situation.Order, Now).ShouldCharge || situation.Policy.Evaluate(situation.Order, Now).ShouldCharge)
            .QuickCheckThrowOnFailure();
    }

    [Test]
    public void Evaluate_AnyOrder_ChargesOnlyAllowedAndAuthorizedAmounts()
    {
        Prop.ForAll(Situations().ToArbitrary(), situation =>
            !situation.Policy.Evaluate(situation.Order, Now).ShouldCharge
            || (situation.Order.Payment.AuthorizationAmount >= OrderRules.Chargeable(situation.Order) && OrderRules.GetActions(situation.Order).Charge.IsAllowed))
            .QuickCheckThrowOnFailure();
    }

    private static IEnumerable<TestCaseData> HeldOrders() => Held.Select(held => new TestCaseData(held.Order, held.Reason).SetArgDisplayNames(held.Case));

    private static ChargePolicy Stricter(Situation situation) => situation.Policy with
    {
        AcceptedAvsMatches = [.. (situation.Policy.AcceptedAvsMatches ?? Enum.GetValues<AvsMatch>()).Skip(situation.Tighter)],
        AcceptedCvnMatches = [.. (situation.Policy.AcceptedCvnMatches ?? Enum.GetValues<CvnMatch>()).Skip(situation.Tighter)],
        OnlyEligibleForProtection = situation.Policy.OnlyEligibleForProtection || situation.Tighter > 0,
        MaxAmount = (situation.Policy.MaxAmount ?? Usd(100)) - Usd(situation.Tighter),
        MinBuyerAccountAge = situation.Policy.MinBuyerAccountAge + situation.Tighter,
    };

    // Generates mostly orders that some policies charge and others hold.
    private static Gen<Situation> Situations() =>
        from policy in Policies()
        from state in Gen.Elements(FinancialOrderState.Chargeable, FinancialOrderState.Chargeable, FinancialOrderState.Reviewing, FinancialOrderState.Charging)
        from charged in Gen.Elements(0, 0, 4)
        from authorized in Gen.Elements(6, 10, 10)
        from avs in Gen.Elements(Enum.GetValues<AvsMatch>())
        from cvn in Gen.Elements(Enum.GetValues<CvnMatch>())
        from eligible in Gen.Elements<bool?>(true, true, false, null)
        from age in Gen.Elements<int?>(null, 0, 1, 2, 50)
        from tighter in Gen.Choose(0, 2)
        let payment = Sound with { AuthorizationAmount = Usd(authorized), AvsMatch = avs, CvnMatch = cvn, EligibleForProtection = eligible, BuyerAccountAge = age }
        select new Situation(policy, Order with { FinancialOrderState = state, TotalChargeAmount = Usd(charged), Payment = payment }, tighter);

    private static Gen<ChargePolicy> Policies() =>
        from avs in Gen.Elements<AvsMatch[]?>(null, Enum.GetValues<AvsMatch>(), [AvsMatch.AddressAndPostalCode])
        from cvn in Gen.Elements<CvnMatch[]?>(null, Enum.GetValues<CvnMatch>(), [CvnMatch.Match])
        from eligible in Gen.Elements(true, false)
        from limit in Gen.Elements<Money?>(null, Usd(10), Usd(11), new Money(10, "USD"))
        from age in Gen.Elements(0, 0, 1, 2)
        select new ChargePolicy { AcceptedAvsMatches = avs, AcceptedCvnMatches = cvn, OnlyEligibleForProtection = eligible, MaxAmount = limit, MinBuyerAccountAge = age };

    private static OrderStatus With(PaymentStatus payment) => Order with { Payment = payment };

    private static Money Usd(decimal amount) => new(amount, "USD");

    private sealed record Situation(ChargePolicy Policy, OrderStatus Order, int Tighter);
}
