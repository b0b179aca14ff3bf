namespace GoogleCheckout.Calculations;

/// <summary>A calculator that answers what a test tells it, and writes down what it was asked.</summary>
internal sealed class StubCalculator : MerchantCalculator
{
    public Func<ShippingQuestion, Money?> Shipping { get; init; } = _ => Question.Usd(5m);

    public Func<TaxQuestion, Money> Tax { get; init; } = _ => Question.Usd(1m);

    public Func<CodeQuestion, MerchantCodeResult> Code { get; init; } = question => question.Coupon(Question.Usd(2m), "Two dollars off.");

    public List<CalculationQuestion> Asked { get; } = [];

    protected override Task<Money?> ShippingAsync(ShippingQuestion question, CancellationToken cancellationToken)
    {
        Asked.Add(question);
        return Task.FromResult(Shipping(question));
    }

    protected override Task<Money> TaxAsync(TaxQuestion question, CancellationToken cancellationToken)
    {
        Asked.Add(question);
        return Task.FromResult(Tax(question));
    }

    protected override Task<MerchantCodeResult> CodeAsync(CodeQuestion question, CancellationToken cancellationToken)
    {
        Asked.Add(question);
        return Task.FromResult(Code(question));
    }
}
