using NUnit.Framework;

namespace GoogleCheckout.Carts;

/// <summary>Countries, states and patterns that no address has are warnings, with the right code if it is known.</summary>
public class AreaWarningTests
{
    private const string Flow = "/checkout-shopping-cart/checkout-flow-support/merchant-checkout-flow-support";
    private const string Restrictions = $"{Flow}/shipping-methods/flat-rate-shipping/shipping-restrictions";

    [TestCase("UK", "the United Kingdom is GB")]
    [TestCase("uk", "the United Kingdom is GB")]
    [TestCase("GBR", "the United Kingdom is GB")]
    [TestCase("Great Britain", "the United Kingdom is GB")]
    [TestCase("united kingdom", "the United Kingdom is GB")]
    [TestCase("EN", "England is in the United Kingdom, which is GB")]
    [TestCase("Scotland", "Scotland is in the United Kingdom, which is GB")]
    [TestCase("EL", "Greece is GR")]
    [TestCase("SU", "Russia is RU")]
    [TestCase("YU", "Serbia is RS, and Montenegro is ME")]
    [TestCase("USA", "the United States is US")]
    [TestCase("U.S.A.", "the United States is US")]
    [TestCase("The United States", "the United States is US")]
    [TestCase("DEU", "Germany is DE")]
    [TestCase("Germany", "Germany is DE")]
    [TestCase("netherlands", "the Netherlands is NL")]
    [TestCase("FRA", "France is FR")]
    [TestCase("FX", "France is FR")]
    [TestCase("EU", "add an area for each country of the European Union")]
    public void Validate_CountryThatIsMisspelt_WarnsWithTheRightCode(string country, string hint) =>
        Assert.That(Validate(Allowing(Area.Country(country))), Does.Contain($"{Restrictions}/allowed-areas/postal-area/country-code is not an ISO 3166-1 country code: {hint}"));

    [TestCase("XX")]
    [TestCase("A1")]
    [TestCase("Atlantis")]
    public void Validate_CountryThatDoesNotExist_Warns(string country) =>
        Assert.That(Validate(Allowing(Area.Country(country))), Is.EqualTo(new[] { $"{Restrictions}/allowed-areas/postal-area/country-code is not an ISO 3166-1 country code" }));

    [TestCase("GB")]
    [TestCase("gb")]
    [TestCase("DE")]
    [TestCase("PR")]
    [TestCase("SS")]
    public void Validate_Country_DoesNotWarn(string country) => Assert.That(Validate(Allowing(Area.Country(country))), Is.Empty);

    [TestCase("Florida", ": Florida is FL")]
    [TestCase("new york", ": New York is NY")]
    [TestCase("Washington DC", ": Washington, DC is DC")]
    [TestCase("Puerto Rico", ": Puerto Rico is PR")]
    [TestCase("Calif.", "")]
    [TestCase("ON", "")]
    [TestCase("XX", "")]
    public void Validate_StateThatDoesNotExist_Warns(string state, string hint) =>
        Assert.That(Validate(Allowing(Area.USState(state))), Is.EqualTo(new[] { $"{Restrictions}/allowed-areas/us-state-area/state is not a code of a state of the United States{hint}" }));

    [TestCase("FL")]
    [TestCase("fl")]
    [TestCase("DC")]
    [TestCase("GU")]
    [TestCase("AE")]
    public void Validate_State_DoesNotWarn(string state) => Assert.That(Validate(Allowing(Area.USState(state))), Is.Empty);

    [Test]
    public void Validate_BlankCodes_AreErrors()
    {
        var errors = Allowing(Area.USState(" "), Area.Country("")).Validate();

        Assert.That(errors.Select(error => (error.Reason, error.IsWarning)), Is.EqualTo(new[] { ("is blank", false), ("is blank", false) }));
    }

    [TestCase("00043")]
    [TestCase("000*")]
    [TestCase("0040*")]
    public void Validate_ZipPatternBelowTheLowest_Warns(string pattern) =>
        Assert.That(Validate(Allowing(Area.USZip(pattern))), Is.EqualTo(new[] { $"{Restrictions}/allowed-areas/us-zip-area/zip-pattern matches no ZIP code: the lowest is 00501" }));

    [TestCase("CA*")]
    [TestCase("9404")]
    [TestCase("94043-1234")]
    public void Validate_PostalPatternOfTheUnitedStatesThatIsNoZip_Warns(string pattern) =>
        Assert.That(Validate(Allowing(Area.Country("US", pattern))).Single(), Does.Contain("postal-code-pattern matches no ZIP code of the United States"));

    [TestCase("0*")]
    [TestCase("00501")]
    [TestCase("*")]
    public void Validate_ZipPatternThatMatches_DoesNotWarn(string pattern) =>
        Assert.That(Validate(Allowing(Area.USZip(pattern), Area.Country("US", pattern))), Is.Empty);

    [Test]
    public void Validate_EachPlaceOfACountry_IsChecked()
    {
        var unknown = new ShippingRestrictions { AllowedAreas = [Area.Country("UK"), Area.World], ExcludedAreas = [Area.Country("USA")] };
        var cart = ValidCarts.ByShop
            .WithShipping(new MerchantCalculatedShipping { Name = "A", Price = ValidCarts.Dollars(1), AddressFilters = unknown, ShippingRestrictions = unknown })
            .WithTaxes(new TaxTables
            {
                DefaultTaxTable = new DefaultTaxTable { TaxRules = [new DefaultTaxRule { Rate = 0.2m, TaxArea = Area.Country("UK") }, new DefaultTaxRule { Rate = 0.1m, TaxAreas = [Area.Country("EL"), Area.Country("DE")] }] },
                AlternateTaxTables = [new AlternateTaxTable { Name = "Food", AlternateTaxRules = [new AlternateTaxRule { Rate = 0, TaxArea = Area.USState("Texas") }] }],
            });

        var errors = cart.Validate();
        Assert.That(errors.Select(error => error.IsWarning), Is.All.True);
        Assert.That(errors.Select(error => error.Path.Substring(Flow.Length)), Is.EqualTo(new[]
        {
            "/tax-tables/default-tax-table/tax-rules/default-tax-rule[1]/tax-area/postal-area/country-code",
            "/tax-tables/default-tax-table/tax-rules/default-tax-rule[2]/tax-areas/postal-area[1]/country-code",
            "/tax-tables/alternate-tax-tables/alternate-tax-table/alternate-tax-rules/alternate-tax-rule/tax-area/us-state-area/state",
            "/shipping-methods/merchant-calculated-shipping/address-filters/allowed-areas/postal-area/country-code",
            "/shipping-methods/merchant-calculated-shipping/address-filters/excluded-areas/postal-area/country-code",
            "/shipping-methods/merchant-calculated-shipping/shipping-restrictions/allowed-areas/postal-area/country-code",
            "/shipping-methods/merchant-calculated-shipping/shipping-restrictions/excluded-areas/postal-area/country-code",
        }));
    }

    [TestCase("Nevada", "ship-from/region is not a code of a state of the United States: Nevada is NV")]
    [TestCase("XX", "ship-from/region is not a code of a state of the United States")]
    public void Validate_OriginOfAParcel_ChecksTheState(string region, string warning)
    {
        var cart = ValidCarts.ByCarrier.WithPackage(package => package with { ShipFrom = package.ShipFrom with { Region = region } });

        Assert.That(Validate(cart).Single(), Does.EndWith(warning));
    }

    [TestCase("CU")]
    [TestCase("ir")]
    [TestCase("KP")]
    [TestCase("SD")]
    [TestCase("SY")]
    [TestCase("MM")]
    [TestCase("LY")]
    [TestCase("AD")]
    public void Validate_CountryToWhichTheServiceDoesNotShip_Warns(string country)
    {
        var cart = Allowing(Area.Country("GB"), Area.Country(country));

        Assert.That(Validate(cart), Is.EqualTo(new[] { $"{Restrictions}/allowed-areas/postal-area[2]/country-code is a country to which the service does not ship, so it may reject the cart: remove the area" }));
    }

    [Test]
    public void GetUnsupportedCountries_ExcludedOrElsewhere_ReturnsNone()
    {
        var restrictions = new ShippingRestrictions { AllowedAreas = [Area.World, Area.Country("cu"), Area.Country("FX")], ExcludedAreas = [Area.Country("CU"), Area.Country("SY")] };

        Assert.That(restrictions.GetUnsupportedCountries(), Is.EqualTo(new[] { "FX" }));
    }

    private static CheckoutShoppingCart Allowing(params Area[] areas) => ValidCarts.Plain.WithShipping(
        new FlatRateShipping { Name = "Air", Price = ValidCarts.Dollars(1), ShippingRestrictions = new ShippingRestrictions { AllowedAreas = areas } });

    /// <summary>The warnings. There are no errors.</summary>
    private static string[] Validate(CheckoutShoppingCart cart)
    {
        var errors = cart.Validate();
        Assert.That(errors.Where(error => !error.IsWarning), Is.Empty);
        return [.. errors.Select(error => error.ToString())];
    }
}
