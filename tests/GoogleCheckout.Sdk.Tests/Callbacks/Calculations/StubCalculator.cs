namespace GoogleCheckout.Calculations;

/// <summary>A calculator that returns the results specified by a test, and records the requests.</summary>
internal sealed class StubCalculator : MerchantCalculator
{
    public Func<ShippingCalculationContext, Money?> Shipping { get; init; } = _ => SampleCallbacks.Usd(5m);

    public Func<TaxCalculationContext, Money> Tax { get; init; } = _ => SampleCallbacks.Usd(1m);

    public Func<CodeValidationContext, MerchantCodeResult> Code { get; init; } = context => context.Coupon(SampleCallbacks.Usd(2m), "Two dollars off.");

    public List<CalculationContext> Asked { get; } = [];

    protected override Task<Money?> CalculateShippingAsync(ShippingCalculationContext context, CancellationToken cancellationToken)
    {
        Asked.Add(context);
        return Task.FromResult(Shipping(context));
    }

    protected override Task<Money> CalculateTaxAsync(TaxCalculationContext context, CancellationToken cancellationToken)
    {
        Asked.Add(context);
        return Task.FromResult(Tax(context));
    }

    protected override Task<MerchantCodeResult> ValidateCodeAsync(CodeValidationContext context, CancellationToken cancellationToken)
    {
        Asked.Add(context);
        return Task.FromResult(Code(context));
    }
}
