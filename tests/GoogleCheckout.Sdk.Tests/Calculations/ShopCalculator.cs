namespace GoogleCheckout.Calculations;

/// <summary>Two ways of shipping, the tax of one state, and a coupon: the code of docs/calculations.md.</summary>
// <calculator>
internal sealed class ShopCalculator : MerchantCalculator
{
    protected override Task<Money?> ShippingAsync(ShippingQuestion question, CancellationToken cancellationToken) =>
        Task.FromResult<Money?>(question switch
        {
            { ShippingName: "Parcel" } => new Money(7.50m, "USD"),
            { ShippingName: "Overnight", Address.Region: not ("AK" or "HI") } => new Money(19.95m, "USD"),
            _ => null,
        });

    protected override Task<Money> TaxAsync(TaxQuestion question, CancellationToken cancellationToken)
    {
        var rate = question.Address.Region == "CA" ? 0.0825m : 0m;
        var taxed = question.Subtotal.Amount + (question.ShippingRate?.Amount ?? 0m);
        return Task.FromResult(new Money(decimal.Round(taxed * rate, 2), "USD"));
    }

    protected override Task<MerchantCodeResult> CodeAsync(CodeQuestion question, CancellationToken cancellationToken) =>
        Task.FromResult<MerchantCodeResult>(question.Code.ToUpperInvariant() switch
        {
            "TEA5" => question.Coupon(new Money(5m, "USD"), "5 dollars off your first tea."),
            _ => question.Unknown("We do not know this code."),
        });
}
// </calculator>
