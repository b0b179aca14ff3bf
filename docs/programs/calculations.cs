// <program>
using GoogleCheckout;
using GoogleCheckout.Calculations;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddGoogleCheckout(builder.Configuration);
builder.Services.AddMerchantCalculationHandler<ShopCalculator>();
var app = builder.Build();
app.MapGoogleCheckout("/checkout/callback");
app.Run();

internal sealed class ShopCalculator : MerchantCalculator
{
    protected override Task<Money?> CalculateShippingAsync(ShippingCalculationContext context, CancellationToken cancellationToken) =>
        Task.FromResult<Money?>(context.ShippingName == "Parcel" ? new Money(7.50m, "USD") : null);
}
// </program>
