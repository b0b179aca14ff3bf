using System.Net;
using FsCheck;
using FsCheck.Fluent;
using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Sandbox.Calculations;
using GoogleCheckout.Sandbox.Callbacks;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Pricing;

/// <summary>Every valid order costs the price of the SDK's calculator, and its notification contains that price.</summary>
public class PurchasePropertyTests
{
    private const int Purchases = 300;

    [Test]
    public async Task Order_OfAnyValidCart_CostsTheCalculatedPrice()
    {
        var merchantAnswers = true;
        await using var merchant = await MerchantServer.StartAsync();
        merchant.Answer = (post, _) => Task.FromResult(merchantAnswers ? (200, CalculatedCarts.AnswerTo(post.Body).ToXmlString()) : (500, string.Empty));
        await using var sandbox = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { CallbackTrustedCertificate = merchant.Authority, CalculationTimeout = TimeSpan.FromMinutes(1) });
        using var client = sandbox.CreateClient();

        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(Purchases), Prop.ForAll(Arb.From(GeneratedPurchase.At(merchant.CallbackUrl)), purchase =>
        {
            merchantAnswers = purchase.MerchantAnswers;
            return HoldsAsync(sandbox, client, purchase).GetAwaiter().GetResult();
        }));

        Assert.That(sandbox.Requests.Count(request => request.Message is CheckoutShoppingCart && request.StatusCode == HttpStatusCode.OK), Is.EqualTo(Purchases));
        Assert.That(sandbox.Calculations.Select(calculation => calculation.Issues.Count == 0).Distinct(), Is.EquivalentTo(new[] { true, false }));
    }

    private static async Task<bool> HoldsAsync(CheckoutSandbox sandbox, CheckoutClient client, GeneratedPurchase purchase)
    {
        var redirect = await client.CheckoutAsync(purchase.Cart);
        var options = CartCalculator.GetShippingOptions(purchase.Cart, purchase.Address).Where(option => purchase.MerchantAnswers || option.CanUseFallbackPrice).ToList();
        if (options.Count == 0 && purchase.Cart.CheckoutFlowSupport!.ShippingMethods.Count > 0)
        {
            Assert.That(() => OrderAsync(sandbox, redirect, purchase), Throws.ArgumentException);
            return true;
        }

        var placed = await OrderAsync(sandbox, redirect, purchase);
        var told = (NewOrderNotification)await client.GetNotificationAsync(placed.SerialNumber);
        AssertCosts(told, CartCalculator.Calculate(purchase.Cart, Choices(purchase, options.FirstOrDefault())));
        Assert.That(SharedFolder.IsNamed ? OfficialSchema.GetErrors(told.ToXElement()) : [], Is.Empty);
        return true;
    }

    private static Task<NewOrderNotification> OrderAsync(CheckoutSandbox sandbox, CheckoutRedirect redirect, GeneratedPurchase purchase) =>
        sandbox.PlaceOrderAsync(redirect, buyer => (buyer.ShippingAddress, buyer.BillingAddress, buyer.Codes) = (purchase.Address, purchase.Address, purchase.Codes));

    private static CartSelections Choices(GeneratedPurchase purchase, ShippingOption? option)
    {
        var currency = purchase.Cart.ShoppingCart.Items[0].UnitPrice.Currency;
        var selections = new CartSelections
        {
            ShippingAddress = purchase.Address,
            ShippingName = option?.Name,
            ShippingRate = option?.CarrierOption is { } carrier ? CarrierRates.FindPrice(carrier, purchase.Cart.ShoppingCart.Items) : null,
        };
        return purchase.MerchantAnswers
            ? selections with
            {
                ShippingRate = option is { IsMerchantCalculated: true } ? new Money(5m, currency) : selections.ShippingRate,
                TotalTax = purchase.Cart.CheckoutFlowSupport!.TaxTables!.MerchantCalculated == true ? new Money(4m, currency) : null,
                MerchantCodeResults = [.. purchase.Codes.Select(code => CalculatedCarts.AnswerTo(code, currency))],
            }
            : selections with { MerchantCalculationFailed = purchase.Codes.Count > 0 };
    }

    private static void AssertCosts(NewOrderNotification order, CartPrice price) => Assert.Multiple(() =>
    {
        var (told, expected) = (order.OrderAdjustment!, price.Adjustment);
        Assert.That(order.OrderTotal, Is.EqualTo(price.Total));
        Assert.That((told.TotalTax, told.Shipping, told.AdjustmentTotal, told.MerchantCalculationSuccessful), Is.EqualTo((expected.TotalTax, expected.Shipping, expected.AdjustmentTotal, expected.MerchantCalculationSuccessful)));
        Assert.That(told.MerchantCodes, Is.EqualTo(expected.MerchantCodes));
    });
}
