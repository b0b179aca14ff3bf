using GoogleCheckout.Calculations;
using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using GoogleCheckout.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace GoogleCheckout.AspNetCore;

/// <summary>A calculator behind <c>MapGoogleCheckout</c>, called by the sandbox while a buyer places an order.</summary>
public class CalculationEndToEndTests
{
    [Test]
    public async Task Order_WithCalculator_UsesItsResults()
    {
        var (order, calculation) = await OrderAsync(services => services.AddMerchantCalculationHandler<ShopCalculator>());

        var adjustment = order.OrderAdjustment!;
        Assert.Multiple(() =>
        {
            Assert.That(calculation.Issues, Is.Empty);
            Assert.That(calculation.Results!.Results, Has.Count.EqualTo(4));
            Assert.That(adjustment.MerchantCalculationSuccessful, Is.True);
            Assert.That(adjustment.Shipping!.ShippingCost, Is.EqualTo(Usd(7.50m)));
            Assert.That(adjustment.TotalTax, Is.EqualTo(Usd(2.60m)), "8.25 % of 31.50");
            Assert.That(adjustment.MerchantCodes.Single(), Is.EqualTo(new CouponAdjustment { Code = "tea5", AppliedAmount = Usd(5m), CalculatedAmount = Usd(5m), Message = "5 dollars off your first tea." }));
            Assert.That(order.OrderTotal, Is.EqualTo(Usd(24m + 7.50m + 2.60m - 5m)));
        });
    }

    [Test]
    public void Order_AddressNotShippable_Throws()
    {
        Assert.That(
            () => OrderAsync(services => services.AddMerchantCalculationHandler<ShopCalculator>(), buyer =>
            {
                buyer.ShippingAddress = buyer.ShippingAddress with { Region = "AK", PostalCode = "99501" };
                buyer.ShippingMethod = "Overnight";
            }),
            Throws.ArgumentException.With.Message.Contains("'Overnight' is not offered at the buyer's address"));
    }

    [Test]
    public async Task Order_CalculationTooSlow_UsesTheCart()
    {
        ShopSite? merchantSite = null;
        var (order, calculation) = await OrderAsync(
            services => services.AddSingleton(AsHandler(async (_, cancellationToken) =>
            {
                merchantSite!.Clock.Advance(TimeSpan.FromSeconds(2.5));
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
                return new MerchantCalculationResults();
            })).AddMerchantCalculationHandler<DelegateCalculationHandler>(),
            started: site => merchantSite = site);

        AssertFallback(order);
        Assert.That(calculation.Issues, Is.EqualTo(new[] { "The merchant responded with status 503." }));
    }

    [Test]
    public async Task Order_CalculatorFails_UsesTheCart()
    {
        var (order, calculation) = await OrderAsync(services => services
            .AddSingleton(AsHandler((_, _) => throw new InvalidDataException("The carrier's tables are gone.")))
            .AddMerchantCalculationHandler<DelegateCalculationHandler>());

        AssertFallback(order);
        Assert.That(calculation.Issues, Is.EqualTo(new[] { "The merchant responded with status 500." }));
    }

    [Test]
    public async Task Order_ResultIsMissing_UsesTheCart()
    {
        var (order, calculation) = await OrderAsync(services => services
            .AddSingleton(AsHandler((_, _) => Task.FromResult(new MerchantCalculationResults { Results = [new Result { AddressId = "another" }] })))
            .AddMerchantCalculationHandler<DelegateCalculationHandler>());

        AssertFallback(order);
        Assert.That(calculation.Issues, Has.Exactly(4).Contains("is missing").And.One.Contains("not requested"));
    }

    private static async Task<(NewOrderNotification Order, SandboxCalculation Calculation)> OrderAsync(
        Action<IServiceCollection> register, Action<SandboxBuyer>? choose = null, Action<ShopSite>? started = null)
    {
        using var certificate = SelfSignedCertificate.Create();
        await using var sandbox = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions
        {
            MerchantId = ShopSite.MerchantId,
            MerchantKey = ShopSite.MerchantKey,
            CallbackTrustedCertificate = certificate,
            CalculationTimeout = TimeSpan.FromMinutes(1),
        });
        await using var site = await ShopSite.StartAsync(builder => register(builder.Services.AddGoogleCheckout(sandbox.ApplyWithoutRetries).Services), certificate: certificate);
        started?.Invoke(site);
        using var client = sandbox.CreateClient();

        var order = await sandbox.PlaceOrderAsync(await client.CheckoutAsync(Cart(site.CallbackUrl)), buyer =>
        {
            buyer.ShippingAddress = buyer.ShippingAddress with { Region = "CA", PostalCode = "94043" };
            buyer.OtherAddresses = [buyer.BillingAddress];
            buyer.Codes = ["tea5"];
            choose?.Invoke(buyer);
        });
        return (order, sandbox.Calculations.Single());
    }

    private static CheckoutShoppingCart Cart(Uri url)
    {
        var cart = CheckoutShoppingCart.Create(new Item { ItemName = "Sencha", ItemDescription = "100 g", UnitPrice = Usd(12m), Quantity = 2 })
            .WithShipping(new MerchantCalculatedShipping { Name = "Parcel", Price = Usd(9m) }, new MerchantCalculatedShipping { Name = "Overnight", Price = Usd(25m) })
            .WithTaxes(TaxTables.FromRules(new DefaultTaxRule { Rate = 0.1m, TaxArea = new WorldArea() }) with { MerchantCalculated = true });
        return cart with
        {
            CheckoutFlowSupport = cart.CheckoutFlowSupport! with
            {
                MerchantCalculations = new MerchantCalculations { MerchantCalculationsUrl = url.ToString(), AcceptMerchantCoupons = true },
            },
        };
    }

    // Parcel at 9.00 and 10 % on 24.00, as in the cart.
    private static void AssertFallback(NewOrderNotification order) => Assert.Multiple(() =>
    {
        Assert.That(order.OrderTotal, Is.EqualTo(Usd(35.40m)));
        Assert.That(order.OrderAdjustment!.MerchantCalculationSuccessful, Is.False);
        Assert.That(order.OrderAdjustment.MerchantCodes, Is.Empty);
    });

    private static Func<MerchantCalculationCallback, CancellationToken, Task<MerchantCalculationResults>> AsHandler(
        Func<MerchantCalculationCallback, CancellationToken, Task<MerchantCalculationResults>> handle) => handle;

    private static Money Usd(decimal amount) => new(amount, "USD");

    private sealed class DelegateCalculationHandler(Func<MerchantCalculationCallback, CancellationToken, Task<MerchantCalculationResults>> handle) : IMerchantCalculationHandler
    {
        public Task<MerchantCalculationResults> CalculateAsync(MerchantCalculationCallback callback, CancellationToken cancellationToken) => handle(callback, cancellationToken);
    }
}
