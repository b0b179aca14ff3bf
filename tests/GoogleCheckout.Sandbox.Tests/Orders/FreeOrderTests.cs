using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Orders;

/// <summary>Orders that cost nothing: a free item, a discount of the whole price, or a subscription that is paid later.</summary>
[Parallelizable(ParallelScope.All)]
public class FreeOrderTests
{
    private static readonly Item Sample = new() { ItemName = "Sample", ItemDescription = "One bag", UnitPrice = Usd(0m), Quantity = 3 };

    public static IEnumerable<TestCaseData> FreeCarts() =>
    [
        new TestCaseData(CheckoutShoppingCart.Create(Sample)).SetArgDisplayNames("free item"),
        new TestCaseData(CheckoutShoppingCart.Create(Sample with { UnitPrice = Usd(4m) }, Sample with { UnitPrice = Usd(-12m), Quantity = 1 })).SetArgDisplayNames("discount"),
        new TestCaseData(CheckoutShoppingCart.Create(Sample with { Quantity = 1, Subscription = Later })).SetArgDisplayNames("subscription"),
    ];

    private static Subscription Later => new()
    {
        Type = SubscriptionTypes.Google,
        Period = DatePeriod.Monthly,
        Payments = [new SubscriptionPayment { MaximumCharge = Usd(10m) }],
        RecurrentItem = Sample with { UnitPrice = Usd(3m) },
    };

    [TestCaseSource(nameof(FreeCarts))]
    public async Task Review_Ends_ChargesTheOrderWithoutMoney(CheckoutShoppingCart cart)
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = sandbox.CreateClient();
        var (order, changes) = await PlaceAsync(sandbox, client, cart);

        Assert.That(changes, Is.EqualTo(new[] { "Reviewing>Chargeable", "Chargeable>Charged" }));
        Assert.That(order.TotalChargeAmount.Amount, Is.Zero);
        Assert.That(() => client.ChargeOrderAsync(order.GoogleOrderNumber), Rejects("There is nothing to charge: the total of the order is 0"));
        Assert.That(() => client.RefundOrderAsync(order.GoogleOrderNumber, "Late"), Rejects("There is nothing to refund: the total of the order is 0"));
        Assert.That(() => client.AuthorizeOrderAsync(order.GoogleOrderNumber), Rejects("There is nothing to charge: the total of the order is 0"));
        await client.DeliverOrderAsync(order.GoogleOrderNumber);
        await client.CancelOrderAsync(order.GoogleOrderNumber, "Returned");
    }

    [TestCaseSource(nameof(FreeCarts))]
    public async Task FreeOrderState_Chargeable_KeepsTheOrderChargeable(CheckoutShoppingCart cart)
    {
        await using var sandbox = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { Rules = new SandboxRules { FreeOrderState = FinancialOrderState.Chargeable }, AutoCharge = true });
        using var client = sandbox.CreateClient();
        var (order, changes) = await PlaceAsync(sandbox, client, cart);

        Assert.That(changes, Is.EqualTo(new[] { "Reviewing>Chargeable" }));
        Assert.That(() => client.ChargeOrderAsync(order.GoogleOrderNumber), Rejects("There is nothing to charge: the total of the order is 0"));
        await client.CancelOrderAsync(order.GoogleOrderNumber, "Done");
    }

    [Test]
    public async Task CardDeclined_FreeOrder_IsChargedWithTheNextCard()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = sandbox.CreateClient();
        var placed = await sandbox.PlaceOrderAsync(await client.CheckoutAsync(CheckoutShoppingCart.Create(Sample)), buyer => buyer.Card = TestCard.DeclinedAtReview);
        await sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));

        await sandbox.ReplaceCardAsync(placed.GoogleOrderNumber, TestCard.Accepted);

        Assert.That((await client.GetOrderSummariesAsync([placed.GoogleOrderNumber]))[0].FinancialOrderState, Is.EqualTo(FinancialOrderState.Charged));
    }

    [TestCase(FinancialOrderState.Unknown)]
    [TestCase(FinancialOrderState.Cancelled)]
    public void FreeOrderState_OtherState_Throws(FinancialOrderState state)
    {
        var options = new CheckoutSandboxOptions { Rules = new SandboxRules { FreeOrderState = state } };

        Assert.That(() => CheckoutSandbox.StartAsync(options), Throws.ArgumentException.With.Message.EqualTo("Rules.FreeOrderState must be Chargeable or Charged."));
    }

    private static async Task<(OrderSummary Order, List<string> Changes)> PlaceAsync(CheckoutSandbox sandbox, CheckoutClient client, CheckoutShoppingCart cart)
    {
        var placed = await sandbox.PlaceOrderAsync(await client.CheckoutAsync(cart));
        var changes = new List<string>();
        sandbox.OrderChanged += (_, change) =>
        {
            if (change.Notification is OrderStateChangeNotification { } state && state.GoogleOrderNumber == placed.GoogleOrderNumber)
            {
                changes.Add($"{state.PreviousFinancialOrderState}>{state.NewFinancialOrderState}");
            }
        };
        await sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        return ((await client.GetOrderSummariesAsync([placed.GoogleOrderNumber]))[0], changes);
    }

    private static NUnit.Framework.Constraints.StartsWithConstraint Rejects(string reason) => Throws.TypeOf<CheckoutApiException>().With.Property(nameof(CheckoutApiException.ErrorMessage)).StartsWith(reason);

    private static Money Usd(decimal amount) => new(amount, "USD");
}
