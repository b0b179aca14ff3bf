using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Orders;

/// <summary>The effects of address, account and digital goods on an order. Tests of the SDK cover the totals.</summary>
[Parallelizable(ParallelScope.All)]
public class PurchaseTests
{
    private static readonly TaxTables TenPercentInIllinois = TaxTables.FromRules(new DefaultTaxRule { Rate = 0.1m, TaxArea = Area.USState("IL") });

    [Test]
    public async Task ShippingMethod_NotOfferedAtTheAddress_IsRejectedAndNotSelected()
    {
        var cart = Cart.WithShipping(
            new FlatRateShipping { Name = "Island", Price = Usd(1m), ShippingRestrictions = new ShippingRestrictions { AllowedAreas = [Area.USState("HI")] } },
            new FlatRateShipping { Name = "Mainland", Price = Usd(2m), ShippingRestrictions = new ShippingRestrictions { AllowedAreas = [Area.World], AllowUsPoBox = false } });

        var order = await OrderAsync(cart);

        Assert.That(order.OrderAdjustment!.Shipping, Is.EqualTo(new FlatRateShippingAdjustment { ShippingName = "Mainland", ShippingCost = Usd(2m) }));
        Assert.That(() => OrderAsync(cart, buyer => buyer.ShippingMethod = "Island"), Throws.ArgumentException.With.Message.Contains("'Island' is not available at the shipping address"));
        Assert.That(() => OrderAsync(cart, buyer => buyer.ShippingMethod = "Canoe"), Throws.ArgumentException.With.Message.Contains("no shipping method 'Canoe'"));
        Assert.That(
            () => OrderAsync(cart, buyer => buyer.ShippingAddress = buyer.ShippingAddress with { Address1 = "PO Box 12" }),
            Throws.ArgumentException.With.Message.EqualTo("No shipping method of the cart is offered at the buyer's address."));
    }

    [Test]
    public async Task DigitalGoods_Ordered_AreTaxedAtTheBillingAddress()
    {
        var cart = CheckoutShoppingCart.Create(Book with { DigitalContent = new DigitalContent { EmailDelivery = true } }).WithTaxes(TenPercentInIllinois);

        var order = await OrderAsync(cart, buyer => buyer.ShippingAddress = buyer.ShippingAddress with { Region = "HI", PostalCode = "96801" });

        Assert.That((order.OrderTotal, order.OrderAdjustment!.TotalTax, order.OrderAdjustment.Shipping), Is.EqualTo((Usd(22m), (Money?)Usd(2m), (ShippingAdjustment?)null)));
    }

    [Test]
    public async Task AccountTaxTables_CartWithoutTables_Apply()
    {
        var options = new CheckoutSandboxOptions
        {
            AccountTaxTables = TenPercentInIllinois,
            AccountRoundingPolicy = new RoundingPolicy { Mode = RoundingMode.Down, Rule = RoundingRule.Total },
        };
        var cart = CheckoutShoppingCart.Create(Book with { UnitPrice = Usd(20.09m) });

        var taxed = await OrderAsync(cart, options: options);
        var untaxed = await OrderAsync(cart.WithTaxes(TaxTables.NoTax), options: options);

        Assert.That((taxed.OrderAdjustment!.TotalTax, untaxed.OrderAdjustment!.TotalTax), Is.EqualTo(((Money?)Usd(2.00m), (Money?)Usd(0m))));
    }

    [Test]
    public void AccountTaxTables_MerchantCalculated_Throw()
    {
        var options = new CheckoutSandboxOptions { AccountTaxTables = TenPercentInIllinois with { MerchantCalculated = true } };

        Assert.That(() => CheckoutSandbox.StartAsync(options), Throws.ArgumentException.With.Message.StartsWith("AccountTaxTables must not be merchant-calculated"));
    }

    [TestCase(-0.5, "AccountTaxTables is invalid: tax-tables/default-tax-table/tax-rules/default-tax-rule/rate must not be negative.")]
    [TestCase(8.25, "AccountTaxTables is invalid: tax-tables/default-tax-table/tax-rules/default-tax-rule/rate is 8.25, but must be 1 or less: 0.0825 is 8.25 percent.")]
    [TestCase(null, "AccountTaxTables is invalid: tax-tables/default-tax-table/tax-rules/default-tax-rule/rate is missing.")]
    public void AccountTaxTables_InvalidRate_Throws(double? rate, string message)
    {
        var options = new CheckoutSandboxOptions { AccountTaxTables = TaxTables.FromRules(new DefaultTaxRule { Rate = (decimal?)rate, TaxArea = Area.World }) };

        Assert.That(() => CheckoutSandbox.StartAsync(options), Throws.ArgumentException.With.Message.EqualTo(message));
    }

    [Test]
    public void AccountRoundingPolicy_Unknown_Throws()
    {
        var options = new CheckoutSandboxOptions { AccountRoundingPolicy = new RoundingPolicy { Mode = RoundingMode.HalfUp, Rule = RoundingRule.Unknown } };

        Assert.That(() => CheckoutSandbox.StartAsync(options), Throws.ArgumentException.With.Message.StartsWith("AccountRoundingPolicy is invalid: rounding-policy/rule is Unknown"));
    }

    [Test]
    public async Task AccountTaxTables_Empty_TaxNothing()
    {
        var order = await OrderAsync(Cart, options: new CheckoutSandboxOptions { AccountTaxTables = new TaxTables() });

        Assert.That(order.OrderTotal, Is.EqualTo(Usd(20m)));
    }

    [Test]
    public async Task PlaceOrder_CartThatWasOrderedAndMayBeAgain_IsAnotherOrder()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { Rules = new SandboxRules { OrderCartAgain = true } });
        using var client = sandbox.CreateClient();
        var redirect = await client.CheckoutAsync(Cart);

        var orders = new[] { await sandbox.PlaceOrderAsync(redirect), await sandbox.PlaceOrderAsync(redirect) };

        Assert.That(orders.Select(order => order.GoogleOrderNumber), Is.Unique);
        Assert.That((await client.GetOrderSummariesAsync(orders.Select(order => order.GoogleOrderNumber))).Select(order => order.OrderTotal), Is.All.EqualTo(orders[0].OrderTotal));
    }

    [Test]
    public async Task PlaceOrder_CartThatWasOrdered_Throws()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = sandbox.CreateClient();
        var redirect = await client.CheckoutAsync(Cart);

        Assert.That(() => sandbox.PlaceOrderAsync(redirect, buyer => buyer.ShippingMethod = "Canoe"), Throws.ArgumentException, "The buyer may try again.");
        await sandbox.PlaceOrderAsync(redirect);

        Assert.That(() => sandbox.PlaceOrderAsync(redirect), Throws.InvalidOperationException.With.Message.StartsWith("The shopping cart was already ordered."));
    }

    [Test]
    public void PlaceOrder_PriceBeyondAnyOrder_ThrowsWithTheReason()
    {
        var cart = Cart.WithTaxes(TaxTables.FromRules(new DefaultTaxRule { Rate = 1_000_000_000_000_000m, TaxArea = Area.World }));

        Assert.That(() => OrderUncheckedAsync(cart), Throws.ArgumentException.With.Message.StartsWith("The price of the order is too large"));
    }

    [TestCase(0)]
    [TestCase(-1)]
    public void CalculationTimeout_Invalid_Throws(int seconds)
    {
        var options = new CheckoutSandboxOptions { CalculationTimeout = TimeSpan.FromSeconds(seconds) };

        Assert.That(() => CheckoutSandbox.StartAsync(options), Throws.ArgumentException.With.Message.StartsWith("CalculationTimeout must be positive"));
    }

    private static Item Book => new() { ItemName = "Book", ItemDescription = "A novel", UnitPrice = Usd(20m), Quantity = 1 };

    private static CheckoutShoppingCart Cart => CheckoutShoppingCart.Create(Book);

    private static async Task<NewOrderNotification> OrderAsync(CheckoutShoppingCart cart, Action<SandboxBuyer>? buyer = null, CheckoutSandboxOptions? options = null)
    {
        await using var sandbox = await CheckoutSandbox.StartAsync(options);
        using var client = sandbox.CreateClient();
        return await sandbox.PlaceOrderAsync(await client.CheckoutAsync(cart), buyer);
    }

    // The sandbox accepts more carts than the client sends.
    private static async Task<NewOrderNotification> OrderUncheckedAsync(CheckoutShoppingCart cart)
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = new Api.RawClient(sandbox);
        return await sandbox.PlaceOrderAsync((CheckoutRedirect)(await client.PostAsync("merchantCheckout", cart)).Response);
    }

    private static Money Usd(decimal amount) => new(amount, "USD");
}
