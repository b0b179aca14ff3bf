using GoogleCheckout.Carts;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Orders;

/// <summary>The URL that receives the merchant's id and key for calculations.</summary>
public class CalculationUrlTests
{
    private static readonly Uri CallbackUrl = new("http://shop.example:8080/callback");

    [TestCase("https://any.example/calculations")]
    [TestCase("http://localhost:5000/calculations")]
    [TestCase("http://127.0.0.1/calculations")]
    [TestCase("http://[::1]/calculations")]
    [TestCase("http://SHOP.example/calculations")]
    public void GetError_CartOfTheMerchant_AllowsTlsThisMachineAndTheHostOfTheCallback(string url) =>
        Assert.That(CalculationUrl.GetError(CreateCart(url), isFromMerchant: true, CallbackUrl), Is.Null);

    [TestCase("http://any.example/calculations", "must be https")]
    [TestCase("https://user@any.example/calculations", "user name")]
    [TestCase("https://user:key@shop.example/calculations", "user name")]
    public void GetError_CartOfTheMerchant_RefusesOthers(string url, string reason) =>
        Assert.That(CalculationUrl.GetError(CreateCart(url), isFromMerchant: true, CallbackUrl), Does.Contain(reason));

    [TestCase("https://shop.example/calculations", null)]
    [TestCase("https://any.example/calculations", "unsigned")]
    [TestCase("http://localhost/calculations", "unsigned")]
    [TestCase("http://user@shop.example/calculations", "unsigned")]
    public void GetError_CartThatAnyPageCanPost_AllowsTheHostOfTheCallbackOnly(string url, string? reason)
    {
        var error = CalculationUrl.GetError(CreateCart(url), isFromMerchant: false, CallbackUrl);

        Assert.That(error, reason is null ? Is.Null : Does.Contain(reason));
    }

    [Test]
    public void GetError_WithoutCallbackUrl_RefusesUnsignedCarts() =>
        Assert.That(CalculationUrl.GetError(CreateCart("https://shop.example/"), isFromMerchant: false, callbackUrl: null), Does.Contain("unsigned"));

    [Test]
    public void GetError_CartWithoutCalculations_IsNull() =>
        Assert.That(CalculationUrl.GetError(SampleCarts.Books, isFromMerchant: false, callbackUrl: null), Is.Null);

    private static CheckoutShoppingCart CreateCart(string url) => SampleCarts.Books with
    {
        CheckoutFlowSupport = new MerchantCheckoutFlowSupport { MerchantCalculations = new MerchantCalculations { MerchantCalculationsUrl = url } },
    };
}
