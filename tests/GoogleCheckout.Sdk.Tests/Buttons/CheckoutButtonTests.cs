using GoogleCheckout.Client;
using NUnit.Framework;

namespace GoogleCheckout.Carts;

/// <summary>Tests every part of an image URL.</summary>
public class CheckoutButtonTests
{
    private const string Rest = "merchant_id=1234567890&w=160&h=43&style=white&variant=text&loc=en_US";

    [Test]
    public void GetImageUrl_Production_ReturnsTheFullUrl()
    {
        var options = new CheckoutOptions { MerchantId = TestMerchant.Id };

        Assert.That(new CheckoutButton().GetImageUrl(options).AbsoluteUri, Is.EqualTo($"https://checkout.google.com/buttons/checkout.gif?{Rest}"));
    }

    [Test]
    public void GetImageUrl_ServiceSandbox_BeginsWithCheckout()
    {
        var options = new CheckoutOptions { MerchantId = TestMerchant.Id, Environment = CheckoutEnvironment.Sandbox };

        Assert.That(new CheckoutButton().GetImageUrl(options).AbsoluteUri, Is.EqualTo($"https://sandbox.google.com/checkout/buttons/checkout.gif?{Rest}"));
    }

    [TestCase("https://localhost:8443/checkout/api/checkout/v2/", "https://localhost:8443/checkout/buttons/")]
    [TestCase("https://localhost:8443/api/checkout/v2", "https://localhost:8443/buttons/")]
    [TestCase("https://gateway.test/", "https://gateway.test/buttons/")]
    [TestCase("https://gateway.test/pay/", "https://gateway.test/pay/buttons/")]
    public void GetImageUrl_CustomBaseAddress_IsNextToTheApi(string baseAddress, string expected)
    {
        var options = new CheckoutOptions { MerchantId = TestMerchant.Id, Environment = CheckoutEnvironment.ForBaseAddress(new Uri(baseAddress)) };

        Assert.That(new CheckoutButton().GetImageUrl(options).AbsoluteUri, Is.EqualTo($"{expected}checkout.gif?{Rest}"));
    }

    [TestCase(CheckoutButtonKind.Checkout, CheckoutButtonSize.Small, "checkout.gif", 160, 43)]
    [TestCase(CheckoutButtonKind.Checkout, CheckoutButtonSize.Medium, "checkout.gif", 168, 44)]
    [TestCase(CheckoutButtonKind.Checkout, CheckoutButtonSize.Large, "checkout.gif", 180, 46)]
    [TestCase(CheckoutButtonKind.BuyNow, CheckoutButtonSize.Small, "buy.gif", 121, 44)]
    [TestCase(CheckoutButtonKind.BuyNow, CheckoutButtonSize.Medium, "buy.gif", 117, 48)]
    [TestCase(CheckoutButtonKind.BuyNow, CheckoutButtonSize.Large, "buy.gif", 117, 48)]
    [TestCase(CheckoutButtonKind.Donate, CheckoutButtonSize.Small, "donateNow.gif", 115, 50)]
    [TestCase(CheckoutButtonKind.Donate, CheckoutButtonSize.Medium, "donateNow.gif", 115, 50)]
    [TestCase(CheckoutButtonKind.Donate, CheckoutButtonSize.Large, "donateNow.gif", 115, 50)]
    public void GetImageUrl_KindAndSize_ContainsFileAndPixels(CheckoutButtonKind kind, CheckoutButtonSize size, string file, int width, int height)
    {
        var button = new CheckoutButton { Kind = kind, Size = size };

        var url = button.GetImageUrl(TestMerchant.Options());

        Assert.That(url.AbsolutePath, Does.EndWith($"/buttons/{file}"));
        Assert.That(url.Query, Does.Contain($"&w={width}&h={height}&"));
        Assert.That((button.Width, button.Height), Is.EqualTo((width, height)));
    }

    [TestCase(CheckoutButtonStyle.White, "white")]
    [TestCase(CheckoutButtonStyle.Transparent, "trans")]
    public void GetImageUrl_Style_ContainsIt(CheckoutButtonStyle style, string expected)
    {
        Assert.That(new CheckoutButton { Style = style }.GetImageUrl(TestMerchant.Options()).Query, Does.Contain($"&style={expected}&"));
    }

    [Test]
    public void GetDisabledImageUrl_AnyButton_DiffersOnlyInTheVariant()
    {
        var button = new CheckoutButton { Kind = CheckoutButtonKind.BuyNow };

        Assert.That(
            button.GetDisabledImageUrl(TestMerchant.Options()).AbsoluteUri,
            Is.EqualTo(button.GetImageUrl(TestMerchant.Options()).AbsoluteUri.Replace("variant=text", "variant=disabled", StringComparison.Ordinal)));
    }

    [TestCase("GBP", "en_GB")]
    [TestCase("USD", "en_US")]
    [TestCase("EUR", "en_US")]
    public void ForCart_Currency_DeterminesTheLocale(string currency, string locale)
    {
        var button = CheckoutButton.ForCart(FormCarts.Of("Tea", "Green", currency));

        Assert.That(button.GetImageUrl(TestMerchant.Options()).Query, Does.EndWith($"&loc={locale}"));
    }

    [Test]
    public void ForCart_EmptyCart_UsesAmericanEnglish()
    {
        Assert.That(CheckoutButton.ForCart(new CheckoutShoppingCart { ShoppingCart = new ShoppingCart() }).Locale, Is.EqualTo("en_US"));
    }

    [Test]
    public void GetImageUrl_SpecialCharacters_AreEscaped()
    {
        var options = new CheckoutOptions { MerchantId = "1&w=9#x y", Environment = CheckoutEnvironment.Sandbox };

        var url = new CheckoutButton { Locale = "fr FR&variant=disabled" }.GetImageUrl(options);

        Assert.That(
            url.AbsoluteUri,
            Is.EqualTo("https://sandbox.google.com/checkout/buttons/checkout.gif?merchant_id=1%26w%3D9%23x%20y&w=160&h=43&style=white&variant=text&loc=fr%20FR%26variant%3Ddisabled"));
    }

    [Test]
    public void GetImageUrl_CustomImage_ReturnsIt()
    {
        var own = new Uri("/images/checkout.png", UriKind.Relative);

        var button = new CheckoutButton { CustomImage = own };

        Assert.That((button.GetImageUrl(TestMerchant.Options()), button.GetDisabledImageUrl(TestMerchant.Options())), Is.EqualTo((own, own)));
    }
}
