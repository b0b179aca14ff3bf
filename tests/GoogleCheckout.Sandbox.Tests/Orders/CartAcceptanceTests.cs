using System.Net;
using System.Text;
using GoogleCheckout.Carts;
using GoogleCheckout.Sandbox.Api;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Orders;

/// <summary>The carts that the sandbox accepts, and the errors for the others.</summary>
[Parallelizable(ParallelScope.All)]
public class CartAcceptanceTests
{
    private const string Flow = "/checkout-shopping-cart/checkout-flow-support/merchant-checkout-flow-support";

    private static IEnumerable<string> RealCarts =>
        SharedFolder.CorpusDocuments().Concat(SharedFolder.WireDocuments()).Where(file => file.Contains("checkout-shopping-cart", StringComparison.Ordinal));

    // Carts that the service rejects: an item without a name and a price, and a merchant-calculated tax without a callback URL.
    private static Dictionary<string, string> RefusedRealCarts => new()
    {
        ["checkout-shopping-cart/java-old0.8.5-ItemTest.xml"] = "/item[1]/item-description (line 1, position 130) is missing",
        ["checkout-shopping-cart/java-old0.8.9-ItemTest.xml"] = "/item[1]/item-description (line 1, position 130) is missing",
        ["checkout-shopping-cart/java-old0.8.9-ccs-1.xml"] = "merchant-calculations is missing",
    };

    [Test]
    public async Task RealCarts_Valid_AreAcceptedAndOrdered()
    {
        SharedFolder.Require();
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = new RawClient(sandbox);

        Assert.That(RealCarts, Has.Exactly(10).Items);
        foreach (var file in RealCarts.Except(RefusedRealCarts.Keys))
        {
            // Expiration dates of 2007 are moved to 2107, so that these carts are valid.
            var cart = Encoding.UTF8.GetString(SharedFolder.CorpusDocument(file)).Replace(">2007-", ">2107-", StringComparison.Ordinal);
            var (status, answer) = await client.PostAsync("merchantCheckout", cart);
            Assert.That((status, (answer as ErrorResponse)?.ErrorMessage), Is.EqualTo((HttpStatusCode.OK, (string?)null)), file);
            Assert.That((await sandbox.PlaceOrderAsync((CheckoutRedirect)answer)).OrderTotal.Amount, Is.Positive, file);
        }
    }

    [Test]
    public async Task RealCarts_Invalid_AreRejected()
    {
        SharedFolder.Require();
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = new RawClient(sandbox);

        foreach (var (file, reason) in RefusedRealCarts)
        {
            var (status, answer) = await client.PostAsync("merchantCheckout", Encoding.UTF8.GetString(SharedFolder.CorpusDocument(file)));
            Assert.That(status, Is.EqualTo(HttpStatusCode.BadRequest), file);
            Assert.That(((ErrorResponse)answer).ErrorMessage, Does.Contain(reason), file);
        }
    }

    [TestCaseSource(nameof(Odd))]
    public async Task Cart_WithWarningsOfTheSdk_IsAcceptedAndOrdered(CheckoutShoppingCart cart)
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = new RawClient(sandbox);

        var (_, diagnosis) = await DiagnoseAsync(client, cart);
        var (_, answer) = await client.PostAsync("merchantCheckout", cart);
        var order = await sandbox.PlaceOrderAsync((CheckoutRedirect)answer);

        Assert.That(cart.Validate(), Is.Not.Empty);
        Assert.That(diagnosis, Is.InstanceOf<DiagnoseResponse>());
        Assert.That((cart with { ShoppingCart = order.ShoppingCart }).ToXmlString(), Is.EqualTo(cart.ToXmlString()));
        Assert.That(order.OrderTotal.Amount, Is.GreaterThanOrEqualTo(20m));
    }

    [TestCaseSource(nameof(Faulty))]
    public async Task Cart_Invalid_IsRejectedAndDiagnosedWithThePath(CheckoutShoppingCart cart, string fault)
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = new RawClient(sandbox);

        var refused = await client.PostAsync("merchantCheckout", cart);
        var diagnosed = await DiagnoseAsync(client, cart);

        var reason = ((ErrorResponse)refused.Response).ErrorMessage;
        Assert.That(reason, Does.StartWith("The shopping cart is invalid: ").And.Contains(fault));
        Assert.That((refused.Status, diagnosed.Status, ((ErrorResponse)diagnosed.Response).ErrorMessage), Is.EqualTo((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, reason)));
    }

    [Test]
    public void Cart_WithManyErrors_ListsTheFirstTen()
    {
        var cart = CheckoutShoppingCart.Create(Enumerable.Range(0, 12).Select(_ => Book with { Quantity = 0 }));

        var reason = CartAcceptance.GetError(cart);

        Assert.That(reason, Does.Contain("items/item[10]/quantity").And.Not.Contain("item[11]").And.EndsWith("; and 2 more."));
    }

    [Test]
    public void GetError_ValidCart_IsNull()
    {
        Assert.That(CartAcceptance.GetError(SampleCarts.Books), Is.Null);
    }

    private static IEnumerable<TestCaseData> Odd()
    {
        yield return Case("no tax at all", Cart.WithTaxes(new TaxTables()));
        yield return Case("rate of 200 %", Cart.WithTaxes(TaxTables.FromRules(new DefaultTaxRule { Rate = 2m, TaxArea = new WorldArea() })));
        yield return Case("shipping for what is digital", CheckoutShoppingCart.Create(Book with { DigitalContent = new DigitalContent { EmailDelivery = true } }).WithShipping(Ground));
        yield return Case("digital without a word", CheckoutShoppingCart.Create(Book with { DigitalContent = new DigitalContent() }));
        yield return Case("no name", CheckoutShoppingCart.Create(Book with { ItemName = string.Empty }));
        yield return Case("links of the shop's network", Cart with { CheckoutFlowSupport = new MerchantCheckoutFlowSupport { EditCartUrl = "ftp://shop/cart", ContinueShoppingUrl = "file:///home" } });
        yield return Case("no areas by name", Cart.WithShipping(Ground, new FlatRateShipping { Name = "Home", Price = Usd(1m), ShippingRestrictions = new ShippingRestrictions { AllowedAreas = [] } }));

        static TestCaseData Case(string name, CheckoutShoppingCart cart) => new TestCaseData(cart).SetName($"Cart_WithWarningsOfTheSdk_IsAcceptedAndOrdered: {name}");
    }

    private static IEnumerable<TestCaseData> Faulty()
    {
        var byBicycle = new MerchantCalculatedShipping { Name = "Bicycle", Price = Usd(7m) };
        yield return Case("no items", CheckoutShoppingCart.Create(), "/checkout-shopping-cart/shopping-cart/items has no item");
        yield return Case("currencies", CheckoutShoppingCart.Create(Book, Book with { UnitPrice = new Money(1m, "GBP") }), "/items/item[2]/unit-price is in GBP");
        yield return Case("currency of shipping", Cart.WithShipping(new Pickup { Name = "Here", Price = new Money(1m, "GBP") }), $"{Flow}/shipping-methods/pickup/price is in GBP");
        yield return Case("names", Cart.WithShipping(Ground, Ground with { Name = " ground " }), $"{Flow}/shipping-methods/flat-rate-shipping[2]/@name");
        yield return Case("mixed kinds", Cart.WithShipping(Ground, byBicycle), $"{Flow}/shipping-methods combines merchant-calculated shipping with other kinds");
        yield return Case("nobody to ask", Cart.WithShipping(byBicycle), $"{Flow}/merchant-calculations is missing");
        yield return Case("unknown tax table", CheckoutShoppingCart.Create(Book with { TaxTableSelector = "books" }), "/items/item/tax-table-selector is not the name of an alternate tax table");
        yield return Case("less than nothing", CheckoutShoppingCart.Create(Book with { UnitPrice = Usd(-1m) }), "/items has the sum -1");
        yield return Case("a fraction of a cent", CheckoutShoppingCart.Create(Book with { UnitPrice = Usd(0.001m) }), "/unit-price has a fraction");

        static TestCaseData Case(string name, CheckoutShoppingCart cart, string fault) =>
            new TestCaseData(cart, fault).SetName($"Cart_Invalid_IsRejectedAndDiagnosedWithThePath: {name}");
    }

    private static CheckoutShoppingCart Cart => CheckoutShoppingCart.Create(Book);

    private static Item Book => new() { ItemName = "Book", ItemDescription = "A novel", UnitPrice = Usd(20m), Quantity = 1 };

    private static FlatRateShipping Ground => new() { Name = "Ground", Price = Usd(4.50m) };

    private static Task<(HttpStatusCode Status, CheckoutMessage Response)> DiagnoseAsync(RawClient client, CheckoutShoppingCart cart) =>
        client.SendAsync(HttpMethod.Post, $"/checkout/api/checkout/v2/merchantCheckout/Merchant/{client.MerchantId}/diagnose", cart.ToXmlString());

    private static Money Usd(decimal amount) => new(amount, "USD");
}
