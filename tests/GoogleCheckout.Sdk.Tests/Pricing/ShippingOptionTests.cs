using NUnit.Framework;
using NUnit.Framework.Constraints;
using static GoogleCheckout.Carts.FixtureCarts;

namespace GoogleCheckout.Carts;

/// <summary>Tests the shipping options of cart.md, sections 4 and 5, of the protocol notes.</summary>
public class ShippingOptionTests
{
    private static readonly ShippingRestrictions ToNevada = new() { AllowedAreas = [State("NV")] };

    private static readonly CarrierCalculatedShipping Carriers = new()
    {
        CarrierCalculatedShippingOptions =
        [
            new() { Price = Usd(9m), ShippingCompany = "UPS", ShippingType = "Ground" },
            new() { Price = Usd(19m), ShippingCompany = "FedEx", ShippingType = "2Day" },
        ],
    };

    [Test]
    public void GetShippingOptions_Address_ReturnsTheAvailableOptionsInCartOrder()
    {
        var pickup = new Pickup { Name = "At the shop", Price = Usd(0m) };
        var cart = Shipped(Parcel(), pickup, Carriers, Parcel(5m, ToNevada) with { Name = "Desert" });

        Assert.That(Names(cart, California), Is.EqualTo(new[] { "Parcel", "At the shop", "UPS Ground", "FedEx 2Day" }));
        Assert.That(Names(cart, California with { Region = "NV" }), Is.EqualTo(new[] { "Parcel", "At the shop", "UPS Ground", "FedEx 2Day", "Desert" }));
        Assert.That(Names(cart, London), Is.EqualTo(new[] { "At the shop" }), "carriers and methods without restrictions are for the United States");
    }

    [TestCase("USD", "US", null, true)]
    [TestCase("USD", "us", "AP", true, TestName = "Home country: a military address")]
    [TestCase("USD", "PR", null, true, TestName = "Home country: a territory")]
    [TestCase("USD", "CA", "AB", false)]
    [TestCase("USD", "GB", null, false)]
    [TestCase("USD", null, "CA", false)]
    [TestCase("GBP", "GB", null, true)]
    [TestCase("GBP", "gb", null, true)]
    [TestCase("GBP", "IE", null, false)]
    [TestCase("GBP", "US", "AP", false)]
    [TestCase("EUR", "DE", null, true, TestName = "Home country: not known for this currency")]
    [TestCase("EUR", "JP", null, true)]
    public void GetShippingOptions_MethodWithoutRestrictions_IsForTheCountryOfTheCurrency(string currency, string? country, string? region, bool expected)
    {
        var address = new Address { CountryCode = country, Region = region };
        var cart = Cart([Item(9m, currency: currency)], new MerchantCheckoutFlowSupport
        {
            ShippingMethods = [Parcel(currency: currency), new Pickup { Name = "At the shop", Price = new Money(0m, currency) }, new MerchantCalculatedShipping { Name = "Bicycle", Price = new Money(4m, currency) }],
        });

        Assert.That(Names(cart, address), Is.EqualTo(expected ? new[] { "Parcel", "At the shop", "Bicycle" } : ["At the shop"]));
    }

    [TestCase("DE", "DE", true)]
    [TestCase("DE", "AT", false)]
    [TestCase("de", "DE", true)]
    [TestCase("US", "US", true)]
    [TestCase("US", "GU", true)]
    [TestCase("GB", "US", false)]
    [TestCase(" ", "US", true, TestName = "MerchantCountry, blank as if not set")]
    public void GetShippingOptions_MerchantCountry_ReplacesTheCountryOfTheCurrency(string merchantCountry, string country, bool expected)
    {
        var address = new Address { CountryCode = country };
        var cart = Shipped(Parcel());

        Assert.That(CartCalculator.GetShippingOptions(cart, address, merchantCountry).Count, Is.EqualTo(expected ? 1 : 0));
        Assert.That(() => Calculate(cart, address, merchantCountry), expected ? Throws.Nothing : Refused("The shipping method 'Parcel' is not available at the shipping address."));
    }

    [TestCase("NV", "1 Road", true, true)]
    [TestCase("AK", "1 Road", false, false)]
    [TestCase("NV", "PO Box 1", true, false)]
    public void GetShippingOptions_EmptyAllowedAreas_IsTheHomeCountryLessTheExclusions(string region, string street, bool withBoxes, bool withoutBoxes)
    {
        var address = California with { Region = region, Address1 = street };
        var restrictions = new ShippingRestrictions { AllowedAreas = [], ExcludedAreas = [State("AK")] };

        Assert.That(Names(Shipped(Parcel(5m, restrictions)), address).Any(), Is.EqualTo(withBoxes));
        Assert.That(Names(Shipped(Parcel(5m, restrictions with { AllowUsPoBox = false })), address).Any(), Is.EqualTo(withoutBoxes));
        Assert.That(Names(Shipped(Parcel(5m, restrictions)), London), Is.Empty);
        Assert.That(CartCalculator.GetShippingOptions(Shipped(Parcel(5m, restrictions)), address, emptyAllowedAreasShipNowhere: true), Is.Empty);
    }

    [Test]
    public void GetShippingOptions_MerchantCalculatedMethodWithFiltersOnly_HasAFallbackPriceInTheHomeCountry()
    {
        var cart = Shipped(new MerchantCalculatedShipping { Name = "Bicycle", Price = Usd(4m), AddressFilters = new ShippingRestrictions { AllowedAreas = [Area.World] } });

        Assert.That(CartCalculator.GetShippingOptions(cart, California).Single().CanUseFallbackPrice, Is.True);
        Assert.That(CartCalculator.GetShippingOptions(cart, London).Single().CanUseFallbackPrice, Is.False);
    }

    [Test]
    public void GetShippingOptions_NoAddress_ReturnsOptionsWithoutRestrictions()
    {
        var cart = Shipped(Parcel(5m, ToNevada) with { Name = "Desert" }, new Pickup { Name = "At the shop", Price = Usd(0m) }, Carriers, Parcel());

        Assert.That(Names(cart, null), Is.EqualTo(new[] { "At the shop", "Parcel" }));
    }

    [Test]
    public void GetShippingOptions_EachKind_ContainsPriceMethodAndCalculation()
    {
        var own = new MerchantCalculatedShipping { Name = "Bicycle", Price = Usd(4m) };

        var options = CartCalculator.GetShippingOptions(Shipped(Parcel(), Carriers, own), California);

        Assert.That(
            options.Select(option => (option.Name, option.Price, option.IsMerchantCalculated, option.IsCarrierCalculated, option.CanUseFallbackPrice)),
            Is.EqualTo(new[]
            {
                ("Parcel", Usd(7.50m), false, false, true),
                ("UPS Ground", Usd(9m), false, true, true),
                ("FedEx 2Day", Usd(19m), false, true, true),
                ("Bicycle", Usd(4m), true, false, true),
            }));
        Assert.That(options[1].Method, Is.SameAs(Carriers));
        Assert.That(options[2].CarrierOption, Is.SameAs(Carriers.CarrierCalculatedShippingOptions[1]));
        Assert.That(options[0].CarrierOption, Is.Null);
    }

    [Test]
    public void GetShippingOptions_MerchantCalculatedMethod_UsesItsAddressFilters()
    {
        var cart = Shipped(new MerchantCalculatedShipping { Name = "Bicycle", Price = Usd(4m), AddressFilters = ToNevada });

        Assert.That(Names(cart, California), Is.Empty);
        Assert.That(Names(cart, California with { Region = "NV" }), Is.EqualTo(new[] { "Bicycle" }));
    }

    [Test]
    public void GetShippingOptions_MerchantCalculatedMethod_RestrictsOnlyTheFallbackPrice()
    {
        var cart = Shipped(new MerchantCalculatedShipping { Name = "Bicycle", Price = Usd(4m), ShippingRestrictions = ToNevada });

        Assert.That(CartCalculator.GetShippingOptions(cart, California).Single().CanUseFallbackPrice, Is.False);
        Assert.That(CartCalculator.GetShippingOptions(cart, California with { Region = "NV" }).Single().CanUseFallbackPrice, Is.True);
    }

    [Test]
    public void GetShippingOptions_PostOfficeBox_OmitsMethodsThatDoNotShipThere()
    {
        var restrictions = new ShippingRestrictions { AllowedAreas = [new WorldArea()], AllowUsPoBox = false };

        Assert.That(Names(Shipped(Parcel(5m, restrictions)), California with { Address1 = "PO Box 7" }), Is.Empty);
    }

    [Test]
    public void GetShippingOptions_DigitalItemsOnly_ReturnsEmpty()
    {
        var flow = new MerchantCheckoutFlowSupport { ShippingMethods = [Parcel()] };

        Assert.That(Names(Cart([DigitalItem(5m)], flow), California), Is.Empty);
        Assert.That(Names(Cart([DigitalItem(5m), Item(5m)], flow), California), Is.EqualTo(new[] { "Parcel" }), "digital and other items");
    }

    [Test]
    public void GetShippingOptions_NoMethods_ReturnsEmpty()
    {
        Assert.That(CartCalculator.GetShippingOptions(Cart([Item(5m)]), California), Is.Empty);
        Assert.That(CartCalculator.GetShippingOptions(Shipped(), California), Is.Empty);
    }

    [TestCase("parcel")]
    [TestCase(" PARCEL ")]
    public void Calculate_ShippingName_IgnoresCaseAndSpaces(string name)
    {
        var price = CartCalculator.Calculate(Shipped(Parcel()), new CartSelections { ShippingName = name });

        Assert.That(price.Adjustment.Shipping!.ShippingName, Is.EqualTo("Parcel"));
    }

    [Test]
    public void Calculate_UnavailableShippingName_ThrowsWithTheReasonButNotTheAddress()
    {
        var cart = Shipped(Parcel(5m, ToNevada), Carriers);

        Assert.Multiple(() =>
        {
            Assert.That(() => Choose(cart, "Balloon", California), Refused("The cart has no shipping method 'Balloon'."));
            Assert.That(() => Choose(cart, "Parcel", California), Refused("The shipping method 'Parcel' is not available at the shipping address."));
            Assert.That(() => Choose(cart, "UPS Ground", London), Refused("The shipping method 'UPS Ground' is not available at the shipping address."));
            Assert.That(() => Choose(cart, "Parcel", null), Refused("The shipping method 'Parcel' is not available everywhere: set CartSelections.ShippingAddress."));
            Assert.That(
                () => Choose(cart with { ShoppingCart = new ShoppingCart { Items = [DigitalItem(5m)] } }, "Parcel", California),
                Refused("The shipping method 'Parcel' is not available: all items of the cart are digital."));
        });
    }

    private static EqualStringConstraint Refused(string message) => Throws.ArgumentException.With.Message.EqualTo(message);

    private static CartPrice Choose(CheckoutShoppingCart cart, string name, Address? address) =>
        CartCalculator.Calculate(cart, new CartSelections { ShippingName = name, ShippingAddress = address });

    private static CartPrice Calculate(CheckoutShoppingCart cart, Address address, string merchantCountry) =>
        CartCalculator.Calculate(cart, new CartSelections { ShippingName = "Parcel", ShippingAddress = address, MerchantCountry = merchantCountry });

    private static CheckoutShoppingCart Shipped(params ShippingMethod[] methods) =>
        Cart([Item(100m)], new MerchantCheckoutFlowSupport { ShippingMethods = methods });

    private static IEnumerable<string> Names(CheckoutShoppingCart cart, Address? address) => CartCalculator.GetShippingOptions(cart, address).Select(option => option.Name);
}
