using GoogleCheckout.Calculations;

namespace GoogleCheckout.Carts;

/// <summary>The code of docs/pricing.md, compiled. <c>SnippetTests</c> compares the two.</summary>
internal static class PricingSnippets
{
    public static void ShowEstimate(CheckoutShoppingCart cart, Address address)
    {
        // <estimate>
        foreach (var option in CartCalculator.GetShippingOptions(cart, address))
        {
            var price = CartCalculator.Calculate(cart, new CartSelections { ShippingAddress = address, ShippingName = option.Name });
            Console.WriteLine($"{option.Name}: {price.Subtotal} + {price.Adjustment.TotalTax} tax + {option.Price} shipping = {price.Total}");
        }
        // </estimate>
    }

    public static CartPrice WithAnswers(CheckoutShoppingCart cart, Address address, Result result)
    {
        // <answers>
        var price = CartCalculator.Calculate(cart, new CartSelections
        {
            ShippingAddress = address,
            ShippingName = result.ShippingName,
            ShippingRate = result.ShippingRate,
            TotalTax = result.TotalTax,
            MerchantCodeResults = result.MerchantCodeResults,
        });
        // </answers>
        return price;
    }

    public static void Explain(CartPrice price)
    {
        // <lines>
        foreach (var line in price.TaxLines)
        {
            Console.WriteLine($"{line.Item?.ItemName ?? "Shipping"}: {line.Amount} at {line.Rate:P2} by {line.TaxTable ?? "the default table"} is {line.Tax}");
        }

        Console.WriteLine($"{price.Adjustment.TotalTax}, rounded {price.RoundingPolicy.Mode} {price.RoundingPolicy.Rule}");
        // </lines>
    }
}
