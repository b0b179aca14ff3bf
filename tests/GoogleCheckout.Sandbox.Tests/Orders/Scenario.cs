using GoogleCheckout.Carts;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Sandbox.Orders;

/// <summary>The preconditions of a row of the protocol's tables: settings, a cart, a card, and the steps before the row.</summary>
internal sealed record Scenario
{
    public static Scenario Reviewing => new();

    public static Scenario Chargeable => Reviewing.Then(OrderSteps.Review);

    /// <summary>An order that is CHARGING for an hour.</summary>
    public static Scenario Charging => Chargeable.With(options => options.CaptureDelay = TimeSpan.FromHours(1)).Then(OrderSteps.Charge());

    public static Scenario ChargingPart => Chargeable.With(options => options.CaptureDelay = TimeSpan.FromHours(1)).Then(OrderSteps.Charge(20));

    public static Scenario Charged => Chargeable.Then(OrderSteps.Charge());

    public static Scenario PartlyCharged => Chargeable.Then(OrderSteps.Charge(20));

    public static Scenario PartlyChargedAsCharged => PartlyCharged.With(new SandboxRules { AfterPartialCharge = FinancialOrderState.Charged });

    public static Scenario Refunded => Charged.Then(OrderSteps.Refund());

    public static Scenario Declined => Reviewing.PaidWith(TestCard.DeclinedAtReview).Then(OrderSteps.Review);

    public static Scenario DeclinedAtCharge => Chargeable.PaidWith(TestCard.DeclinedAtCharge).Then(OrderSteps.Charge());

    public static Scenario Cancelled => Chargeable.Then(OrderSteps.Cancel);

    public static Scenario CancelledByGoogle => Reviewing.PaidWith(TestCard.RejectedForRisk).Then(OrderSteps.Review);

    public static Scenario Processing => Chargeable.Then(OrderSteps.Process);

    public static Scenario Delivered => Chargeable.Then(OrderSteps.Deliver);

    public static Scenario Donated => Reviewing with { IsDonation = true };

    public Action<CheckoutSandboxOptions>? Settings { get; private init; }

    public CheckoutShoppingCart Cart { get; private init; } = SampleCarts.Books;

    public TestCard Card { get; private init; } = TestCard.Accepted;

    public bool IsDonation { get; private init; }

    public IReadOnlyList<Step> Before { get; private init; } = [];

    public Scenario With(Action<CheckoutSandboxOptions> settings) => this with { Settings = Settings + settings };

    public Scenario With(SandboxRules rules) => With(options => options.Rules = rules);

    public Scenario PaidWith(TestCard card) => this with { Card = card };

    public Scenario WithItems(Func<Item, Item> change) => this with
    {
        Cart = Cart with { ShoppingCart = Cart.ShoppingCart with { Items = [.. Cart.ShoppingCart.Items.Select(change)] } },
    };

    public Scenario Then(Step step) => this with { Before = [.. Before, step] };
}
