using GoogleCheckout.Calculations;
using GoogleCheckout.Carts;

namespace GoogleCheckout.Sandbox.Calculations;

/// <summary>Carts that require merchant calculations, and a merchant's responses.</summary>
internal static class CalculatedCarts
{
    /// <summary>
    /// Goods for 30.00. Parcel falls back to 9.00, Bicycle, which is for Illinois only, to 3.00; the tax falls back to 10 %
    /// on goods alone.
    /// </summary>
    public static CheckoutShoppingCart All(Uri url) => new()
    {
        ShoppingCart = new ShoppingCart
        {
            Items = [new Item { ItemName = "Tea", ItemDescription = "Green", UnitPrice = Usd(15m), Quantity = 2 }],
            MerchantPrivateData = PrivateData.FromText("shop order 4711"),
        },
        CheckoutFlowSupport = new MerchantCheckoutFlowSupport
        {
            ShippingMethods =
            [
                new MerchantCalculatedShipping { Name = "Parcel", Price = Usd(9m) },
                new MerchantCalculatedShipping
                {
                    Name = "Bicycle",
                    Price = Usd(3m),
                    AddressFilters = new ShippingRestrictions { AllowedAreas = [new USStateArea { State = "IL" }] },
                },
            ],
            TaxTables = new TaxTables
            {
                MerchantCalculated = true,
                DefaultTaxTable = new DefaultTaxTable { TaxRules = [new DefaultTaxRule { Rate = 0.1m, TaxArea = new WorldArea() }] },
            },
            MerchantCalculations = new MerchantCalculations { MerchantCalculationsUrl = url.ToString(), AcceptMerchantCoupons = true },
        },
    };

    /// <summary>The cart without merchant-calculated shipping and tax: only codes require a calculation.</summary>
    public static CheckoutShoppingCart CodesOnly(Uri url)
    {
        var cart = All(url);
        return cart with { CheckoutFlowSupport = cart.CheckoutFlowSupport! with { ShippingMethods = [], TaxTables = null } };
    }

    /// <summary>The complete response: shipping 5.00, tax 4.00; each code is worth 2.00, and a gift certificate if it begins with a G.</summary>
    public static MerchantCalculationResults AnswerTo(string question)
    {
        var callback = CheckoutXml.Parse<MerchantCalculationCallback>(question);
        var (asked, currency) = (callback.Calculate, callback.ShoppingCart.Items[0].UnitPrice.Currency);
        string?[] names = asked.Shipping.Count == 0 ? [null] : [.. asked.Shipping.Select(method => method.Name)];
        return new MerchantCalculationResults
        {
            Results =
            [
                .. from address in asked.Addresses
                   from name in names
                   select new Result
                   {
                       AddressId = address.Id,
                       ShippingName = name,
                       Shippable = name is null ? null : true,
                       ShippingRate = name is null ? null : new Money(5m, currency),
                       TotalTax = asked.Tax == true ? new Money(4m, currency) : null,
                       MerchantCodeResults = [.. asked.MerchantCodeStrings.Select(code => AnswerTo(code.Code, currency))],
                   },
            ],
        };
    }

    /// <summary>The result for a code.</summary>
    public static MerchantCodeResult AnswerTo(string code, string currency) => code.StartsWith('G')
        ? new GiftCertificateResult { Valid = true, Code = code, CalculatedAmount = new Money(2m, currency), Message = "Thank you." }
        : new CouponResult { Valid = true, Code = code, CalculatedAmount = new Money(2m, currency), Message = "Thank you." };

    /// <summary>The response with changed results.</summary>
    public static string AnswerTo(string question, Func<IReadOnlyList<Result>, IEnumerable<Result>> change)
    {
        var answer = AnswerTo(question);
        return (answer with { Results = [.. change(answer.Results)] }).ToXmlString();
    }

    public static Money Usd(decimal amount) => new(amount, "USD");
}
