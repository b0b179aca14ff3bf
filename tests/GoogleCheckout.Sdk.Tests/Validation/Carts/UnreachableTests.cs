using NUnit.Framework;

namespace GoogleCheckout.Carts;

/// <summary>Tax rules that can never apply, and shipping methods that are never offered, are warnings.</summary>
public class UnreachableTests
{
    private const string Flow = "/checkout-shopping-cart/checkout-flow-support/merchant-checkout-flow-support";
    private const string Rules = $"{Flow}/tax-tables/default-tax-table/tax-rules";
    private const string Methods = $"{Flow}/shipping-methods";

    private static TestCaseData[] Hidden() =>
    [
        Pair("world before a state", Area.World, Area.USState("CA")),
        Pair("world before a country", Area.World, Area.Country("GB")),
        Pair("world before the world", Area.World, Area.World),
        Pair("country before its pattern", Area.Country("GB"), Area.Country("GB", "SW*")),
        Pair("country before the same one", Area.Country("gb"), Area.Country("GB")),
        Pair("United States before a state", Area.UnitedStates(), Area.USState("HI")),
        Pair("United States before a territory", Area.UnitedStates(), Area.USState("PR")),
        Pair("United States before a ZIP area", Area.UnitedStates(), Area.USZip("940*")),
        Pair("United States before a part", Area.UnitedStates(), Area.UnitedStates(USAreas.Full50States)),
        Pair("United States before the country code", Area.UnitedStates(), Area.Country("US")),
        Pair("United States before a postal pattern", Area.UnitedStates(), Area.Country("US", "94043")),
        Pair("country code before a state", Area.Country("US"), Area.USState("NY")),
        Pair("50 states before a state", Area.UnitedStates(USAreas.Full50States), Area.USState("AK")),
        Pair("50 states before 48", Area.UnitedStates(USAreas.Full50States), Area.UnitedStates(USAreas.Continental48)),
        Pair("48 states before a state", Area.UnitedStates(USAreas.Continental48), Area.USState("ca")),
        Pair("48 states before Washington, DC", Area.UnitedStates(USAreas.Continental48), Area.USState("DC")),
        Pair("state before the same one", Area.USState("CA"), Area.USState("CA")),
        Pair("ZIP pattern before a ZIP code", Area.USZip("9*"), Area.USZip("94043")),
        Pair("ZIP pattern before a longer one", Area.USZip("94*"), Area.USZip("9404*")),
        Pair("ZIP pattern before a postal pattern", Area.USZip("9*"), Area.Country("US", "94043")),
        Pair("ZIP code before the same one", Area.USZip("94043"), Area.USZip("94043")),
        Pair("postal pattern before a longer one", Area.Country("GB", "SW*"), Area.Country("GB", "SW1*")),
        Pair("postal pattern before a code", Area.Country("GB", "SW*"), Area.Country("GB", "SW1A 1AA")),
        Pair("outward part before a code", Area.Country("GB", "HU1 *"), Area.Country("GB", "HU1 6AB")),
        Pair("postal code before the same one", Area.Country("GB", "sw1a1aa"), Area.Country("GB", "SW1A 1AA")),
    ];

    private static TestCaseData[] Reached() =>
    [
        Pair("state before the world", Area.USState("CA"), Area.World),
        Pair("state before another", Area.USState("CA"), Area.USState("NY")),
        Pair("48 states before another", Area.UnitedStates(USAreas.Continental48), Area.USState("AK")),
        Pair("48 states before 50", Area.UnitedStates(USAreas.Continental48), Area.UnitedStates(USAreas.Full50States)),
        Pair("50 states before a territory", Area.UnitedStates(USAreas.Full50States), Area.USState("GU")),
        Pair("50 states before a ZIP area", Area.UnitedStates(USAreas.Full50States), Area.USZip("96910")),
        Pair("country code before a territory", Area.Country("US"), Area.USState("PR")),
        Pair("country code before the United States", Area.Country("US"), Area.UnitedStates()),
        Pair("state before a ZIP area", Area.USState("CA"), Area.USZip("94043")),
        Pair("ZIP code before a pattern", Area.USZip("94043"), Area.USZip("9*")),
        Pair("ZIP pattern before another", Area.USZip("94*"), Area.USZip("93*")),
        Pair("country before another", Area.Country("GB"), Area.Country("DE", "1*")),
        Pair("pattern before the country", Area.Country("GB", "SW*"), Area.Country("GB")),
        Pair("postal pattern of another country", Area.Country("DE", "1*"), Area.Country("FR", "10*")),
        Pair("outward part before a longer one", Area.Country("GB", "HU1 *"), Area.Country("GB", "HU10 6AB")),
        Pair("outward part before its pattern", Area.Country("GB", "HU1 *"), Area.Country("GB", "HU1*")),
    ];

    [TestCaseSource(nameof(Hidden))]
    public void Validate_RuleAfterOneThatContainsItsArea_Warns(Area first, Area second)
    {
        var errors = Taxed(Rule(first), Rule(second)).Validate();

        Assert.That(errors.Select(error => (error.IsWarning, error.ToString())), Is.EqualTo(new[]
        {
            (true, $"{Rules}/default-tax-rule[2] can never apply: {Rules}/default-tax-rule[1] comes first and contains the area"),
        }));
    }

    [TestCaseSource(nameof(Reached))]
    public void Validate_RuleThatCanApply_DoesNotWarn(Area first, Area second) => Assert.That(Taxed(Rule(first), Rule(second)).Validate(), Is.Empty);

    [Test]
    public void Validate_RuleBehindTwoOthers_NamesBoth()
    {
        var errors = Taxed(Rule(Area.USState("CA")), Rule(Area.Country("GB")), Rule(Area.USState("CA"), Area.Country("GB", "SW*"))).Validate();

        Assert.That(errors.Single().ToString(), Is.EqualTo(
            $"{Rules}/default-tax-rule[3] can never apply: {Rules}/default-tax-rule[1] and {Rules}/default-tax-rule[2] come first and contain the areas"));
    }

    [Test]
    public void Validate_OneAreaOfARule_WarnsAboutTheArea()
    {
        var errors = Taxed(Rule(Area.USState("CA")), Rule(Area.USState("NY"), Area.USState("CA"), Area.Country("GB"))).Validate();

        Assert.That(errors.Single().ToString(), Does.StartWith($"{Rules}/default-tax-rule[2]/tax-areas/us-state-area[2] can never apply: {Rules}/default-tax-rule[1] comes first"));
    }

    [Test]
    public void Validate_AlternateTable_IsCheckedByItself()
    {
        AlternateTaxTable Table(string name, params Area[] areas) => new() { Name = name, AlternateTaxRules = [.. areas.Select(area => new AlternateTaxRule { Rate = 0.1m, TaxArea = area })] };
        var tables = TaxTables.FromRules(Rule(Area.World)) with { AlternateTaxTables = [Table("Food", Area.USState("CA"), Area.USState("NY")), Table("Books", Area.UnitedStates(), Area.USState("NY"))] };

        var errors = ValidCarts.Plain.WithTaxes(tables).Validate();

        Assert.That(errors.Single().Path, Is.EqualTo($"{Flow}/tax-tables/alternate-tax-tables/alternate-tax-table[2]/alternate-tax-rules/alternate-tax-rule[2]"));
    }

    [Test]
    public void Validate_ManyRules_IsFast()
    {
        var rules = Enumerable.Range(0, 20_000).Select(zip => Rule(Area.USZip($"{10_000 + zip}"))).Append(Rule(Area.USZip("10000")));

        Assert.That(Taxed([.. rules]).Validate(), Has.Count.EqualTo(1));
    }

    [Test]
    public void Validate_WorldExcluded_Warns()
    {
        var errors = Shipped([Area.World], Area.USState("AK"), Area.World).Validate();

        Assert.That(errors.Single().ToString(), Is.EqualTo($"{Methods}/flat-rate-shipping/shipping-restrictions/excluded-areas/world-area excludes every address, so that the method is never offered: remove it"));
        Assert.That(errors.Single().IsWarning, Is.True);
    }

    [Test]
    public void Validate_WorldExcludedByAFilter_Warns()
    {
        var filters = new ShippingRestrictions { AllowedAreas = [Area.UnitedStates()], ExcludedAreas = [Area.World] };
        var cart = ValidCarts.ByShop.WithShipping(new MerchantCalculatedShipping { Name = "A", Price = ValidCarts.Dollars(1), AddressFilters = filters });

        Assert.That(cart.Validate().Single().Path, Is.EqualTo($"{Methods}/merchant-calculated-shipping/address-filters/excluded-areas/world-area"));
    }

    [Test]
    public void Validate_EveryAllowedAreaExcluded_Warns()
    {
        var errors = Shipped([Area.USState("CA"), Area.USZip("100*")], Area.UnitedStates()).Validate();

        Assert.That(errors.Single().ToString(), Is.EqualTo($"{Methods}/flat-rate-shipping/shipping-restrictions/excluded-areas contains every allowed area, so that the method is never offered"));
    }

    [Test]
    public void Validate_SomeAllowedAreasExcluded_DoesNotWarn() => Assert.That(Shipped([Area.USState("CA"), Area.Country("GB")], Area.UnitedStates()).Validate(), Is.Empty);

    private static DefaultTaxRule Rule(params Area[] areas) =>
        areas.Length == 1 ? new DefaultTaxRule { Rate = 0.1m, TaxArea = areas[0] } : new DefaultTaxRule { Rate = 0.1m, TaxAreas = areas };

    private static CheckoutShoppingCart Taxed(params DefaultTaxRule[] rules) => ValidCarts.Plain.WithTaxes(TaxTables.FromRules(rules));

    private static CheckoutShoppingCart Shipped(Area[] allowed, params Area[] excluded) => ValidCarts.Plain.WithShipping(
        new FlatRateShipping { Name = "Air", Price = ValidCarts.Dollars(1), ShippingRestrictions = new ShippingRestrictions { AllowedAreas = allowed, ExcludedAreas = excluded } });

    private static TestCaseData Pair(string name, Area first, Area second) => new TestCaseData(first, second).SetArgDisplayNames(name);
}
