namespace GoogleCheckout.Calculations;

/// <summary>Two shipping methods, the tax of one state, and a coupon: the code in docs/calculations.md.</summary>
// <calculator>
internal sealed class ShopCalculator : MerchantCalculator
{
    protected override Task<Money?> CalculateShippingAsync(ShippingCalculationContext context, CancellationToken cancellationToken) =>
        Task.FromResult<Money?>(context switch
        {
            { ShippingName: "Parcel" } => new Money(7.50m, "USD"),
            { ShippingName: "Overnight", Address.Region: not ("AK" or "HI") } => new Money(19.95m, "USD"),
            _ => null,
        });

    protected override Task<Money> CalculateTaxAsync(TaxCalculationContext context, CancellationToken cancellationToken)
    {
        var rate = context.Address.Region == "CA" ? 0.0825m : 0m;
        var taxed = context.Subtotal.Amount + (context.ShippingRate?.Amount ?? 0m);
        return Task.FromResult(new Money(decimal.Round(taxed * rate, 2), "USD"));
    }

    protected override Task<MerchantCodeResult> ValidateCodeAsync(CodeValidationContext context, CancellationToken cancellationToken) =>
        Task.FromResult<MerchantCodeResult>(context.Code.ToUpperInvariant() switch
        {
            "TEA5" => context.Coupon(new Money(5m, "USD"), "5 dollars off your first tea."),
            _ => context.Invalid("We do not know this code."),
        });
}
// </calculator>
