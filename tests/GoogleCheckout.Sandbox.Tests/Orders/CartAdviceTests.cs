using System.Net;
using GoogleCheckout.Carts;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Orders;

/// <summary>The warnings in the response to /diagnose, and the carts that ship to countries to which the service did not ship.</summary>
[Parallelizable(ParallelScope.All)]
public class CartAdviceTests
{
    private const string UnsupportedArea = "The specified Shipping Restrictions result in an unsupported shipping area.";

    [Test]
    public async Task Diagnose_CartThatIsProbablyAMistake_ListsTheWarnings()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = sandbox.CreateClient();
        var cart = Cart
            .WithTaxes(TaxTables.FromRules(new DefaultTaxRule { Rate = 0.2m, TaxArea = Area.Country("UK") }, new DefaultTaxRule { Rate = 0.1m, TaxArea = Area.World }, new DefaultTaxRule { Rate = 0.1m, TaxArea = Area.USState("CA") }))
            .WithShipping(Shipping([Area.USState("Florida")], Area.World));

        var diagnosis = await client.DiagnoseAsync(cart);
        var redirect = await client.CheckoutAsync(cart);

        Assert.That(diagnosis.Warnings, Is.EqualTo(cart.Validate().Select(warning => warning.ToString())));
        Assert.That(diagnosis.Warnings, Has.Count.EqualTo(4).And.Some.Contains("the United Kingdom is GB").And.Some.Contains("Florida is FL").And.Some.Contains("can never apply").And.Some.Contains("never offered"));
        Assert.That(redirect.RedirectUrl, Is.Not.Empty);
    }

    [Test]
    public async Task Diagnose_CartWithWhatTheServiceAccepted_ListsIt()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = sandbox.CreateClient();

        var diagnosis = await client.DiagnoseAsync(Cart.WithTaxes(TaxTables.FromRules(new DefaultTaxRule { Rate = 2m, TaxArea = Area.World })));

        Assert.That(diagnosis.Warnings.Single(), Does.Contain("rate is 2, but must be 1 or less"));
    }

    [Test]
    public async Task Diagnose_SoundCart_HasNoWarnings()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = sandbox.CreateClient();

        Assert.That((await client.DiagnoseAsync(Cart)).Warnings, Is.Empty);
        Assert.That((await client.DiagnoseAsync(new Hello())).Warnings, Is.Empty);
    }

    private static CheckoutShoppingCart[] Unsupported() =>
    [
        .. ((string[])["CU", "IR", "KP", "SD", "SY", "MM", "LY", "AD", "FX", "cu"]).Select(country => Cart.WithShipping(Shipping([Area.Country("GB"), Area.Country(country)]))),
        Cart.WithShipping(Shipping([Area.World]), Shipping([Area.Country("IR", "1*")]) with { Name = "Air" }),
        Cart.WithShipping(Calculated with { ShippingRestrictions = new ShippingRestrictions { AllowedAreas = [Area.Country("SY")] } }).WithCalculations(Callback),
        Cart.WithShipping(Calculated with { AddressFilters = new ShippingRestrictions { AllowedAreas = [Area.Country("SY")] } }).WithCalculations(Callback),
    ];

    [TestCaseSource(nameof(Unsupported))]
    public async Task Cart_ShippingToAnUnsupportedCountry_IsRejectedInTheWordsOfTheService(CheckoutShoppingCart cart)
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = sandbox.CreateClient();

        var refused = Assert.ThrowsAsync<CheckoutApiException>(() => client.CheckoutAsync(cart))!;
        var diagnosed = Assert.ThrowsAsync<CheckoutApiException>(() => client.DiagnoseAsync(cart))!;

        Assert.That((refused.StatusCode, refused.ErrorMessage, diagnosed.ErrorMessage), Is.EqualTo((HttpStatusCode.BadRequest, UnsupportedArea, UnsupportedArea)));
    }

    [TestCaseSource(nameof(Unsupported))]
    public async Task Cart_ShippingToAnUnsupportedCountry_IsAcceptedIfTheRuleIsOff(CheckoutShoppingCart cart)
    {
        await using var sandbox = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { Rules = new SandboxRules { RejectUnsupportedCountries = false } });
        using var client = sandbox.CreateClient();

        var diagnosis = await client.DiagnoseAsync(cart);

        Assert.That((await client.CheckoutAsync(cart)).RedirectUrl, Is.Not.Empty);
        Assert.That(diagnosis.Warnings, Has.Some.Contains("is a country to which the service does not ship"));
    }

    private static CheckoutShoppingCart[] Supported() =>
    [
        Cart.WithShipping(Shipping([Area.World], Area.Country("CU"))),
        Cart.WithShipping(Shipping([Area.Country("CU"), Area.Country("GB")], Area.Country("cu"))),
        Cart.WithShipping(Shipping([Area.World])),
        Cart.WithTaxes(TaxTables.FromRules(new DefaultTaxRule { Rate = 0, TaxArea = Area.Country("CU") })),
    ];

    [TestCaseSource(nameof(Supported))]
    public async Task Cart_NotShippingToAnUnsupportedCountry_IsAccepted(CheckoutShoppingCart cart)
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = sandbox.CreateClient();

        Assert.That((await client.CheckoutAsync(cart)).RedirectUrl, Is.Not.Empty);
    }

    [Test]
    public async Task Checkout_SkipValidation_LetsTheServiceDecide()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = sandbox.CreateClient();
        var accepted = CheckoutShoppingCart.Create(Book with { ItemName = string.Empty });
        var refused = CheckoutShoppingCart.Create(Book with { UnitPrice = new Money(-1m, "USD") });

        Assert.That(() => client.CheckoutAsync(accepted), Throws.TypeOf<CartValidationException>());
        Assert.That((await client.CheckoutAsync(accepted, skipValidation: true)).RedirectUrl, Is.Not.Empty);
        Assert.That(() => client.CheckoutAsync(refused, skipValidation: true), Throws.TypeOf<CheckoutApiException>().With.Property("ErrorMessage").Contains("has the sum -1"));
    }

    private static CheckoutShoppingCart Cart => CheckoutShoppingCart.Create(Book);

    private static Item Book => new() { ItemName = "Book", ItemDescription = "A novel", UnitPrice = new Money(20m, "USD"), Quantity = 1 };

    private static MerchantCalculations Callback => new() { MerchantCalculationsUrl = "https://shop.example/callback" };

    private static MerchantCalculatedShipping Calculated => new() { Name = "Parcel", Price = new Money(4m, "USD") };

    private static FlatRateShipping Shipping(Area[] allowed, params Area[] excluded) =>
        new() { Name = "Ground", Price = new Money(4m, "USD"), ShippingRestrictions = new ShippingRestrictions { AllowedAreas = allowed, ExcludedAreas = excluded } };
}
