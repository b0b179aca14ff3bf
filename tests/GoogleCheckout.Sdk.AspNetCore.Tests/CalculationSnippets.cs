using GoogleCheckout.Calculations;
using GoogleCheckout.Callbacks;
using GoogleCheckout.Carts;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace GoogleCheckout.AspNetCore;

/// <summary>Code of docs/calculations.md, compiled.</summary>
internal static class CalculationSnippets
{
    public static void Register(WebApplicationBuilder builder)
    {
        // <register>
        builder.Services.AddGoogleCheckout(builder.Configuration);
        builder.Services.AddMerchantCalculationHandler<ShopCalculator>();
        var app = builder.Build();
        app.MapGoogleCheckout("/checkout/callback");
        // </register>
    }

    public static MerchantCheckoutFlowSupport Cart()
    {
        // <cart>
        var flow = new MerchantCheckoutFlowSupport
        {
            MerchantCalculations = new MerchantCalculations
            {
                MerchantCalculationsUrl = "https://shop.example/checkout/callback",
                AcceptMerchantCoupons = true,
            },
            ShippingMethods =
            [
                new MerchantCalculatedShipping { Name = "Parcel", Price = new Money(9m, "USD") },
                new MerchantCalculatedShipping { Name = "Overnight", Price = new Money(25m, "USD") },
            ],
            TaxTables = new TaxTables
            {
                MerchantCalculated = true,
                DefaultTaxTable = new DefaultTaxTable
                {
                    TaxRules = [new DefaultTaxRule { Rate = 0.0825m, TaxArea = new USStateArea { State = "CA" }, ShippingTaxed = true }],
                },
            },
        };
        // </cart>
        return flow;
    }

    public static void WhenLate(IServiceCollection services)
    {
        // <late>
        services.Configure<CallbackOptions>(options => options.CalculationTimeout = TimeSpan.FromSeconds(2));
        // </late>
    }
}
