// <usings>
using GoogleCheckout;
using GoogleCheckout.Carts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
// </usings>

namespace TeaShop;

/// <summary>The page of GCheckout.dll's examples that posts a cart with tax rules, on this SDK.</summary>
internal static class TaxRulesPage
{
    public static void Map(WebApplication app)
    {
        // <page>
        app.MapPost("/checkout", async (CheckoutClient client, CancellationToken cancellationToken) =>
        {
            var taxes = TaxTables.FromRules(
                new DefaultTaxRule { Rate = 0.08875m, TaxArea = Area.USZip("100*"), ShippingTaxed = true },
                new DefaultTaxRule { Rate = 0.04m, TaxArea = Area.USState("NY"), ShippingTaxed = true },
                new DefaultTaxRule { Rate = 0.20m, TaxArea = Area.Country("GB") });
            var food = new AlternateTaxTable
            {
                Name = "food",
                Standalone = true,
                AlternateTaxRules = [new AlternateTaxRule { Rate = 0.02m, TaxArea = Area.USState("NY") }],
            };

            var cart = CheckoutShoppingCart.Create(
                new Item { ItemName = "Teapot", ItemDescription = "Cast iron, 0.8 l", UnitPrice = new Money(39.50m, "USD"), Quantity = 1 },
                new Item { ItemName = "Green tea", ItemDescription = "Sencha, 100 g", UnitPrice = new Money(6.25m, "USD"), Quantity = 2, TaxTableSelector = "food" })
                .WithShipping(new FlatRateShipping { Name = "Ground", Price = new Money(5.00m, "USD") })
                .WithTaxes(taxes with { AlternateTaxTables = [food] });

            try
            {
                var redirect = await client.CheckoutAsync(cart, cancellationToken);
                return Results.Redirect(redirect.RedirectUrl);
            }
            catch (CheckoutApiException error)
            {
                return Results.Text($"The cart was rejected: {error.ErrorMessage}", statusCode: StatusCodes.Status502BadGateway);
            }
        });
        // </page>
    }
}
