using System.Text;
using GoogleCheckout.Client;
using NUnit.Framework;

namespace GoogleCheckout.Carts;

public class CheckoutFormTests
{
    private static readonly Dictionary<string, CheckoutEnvironment> Environments = new()
    {
        ["production"] = CheckoutEnvironment.Production,
        ["sandbox"] = CheckoutEnvironment.Sandbox,
        ["own"] = CheckoutEnvironment.ForBaseAddress(TestMerchant.BaseAddress),
    };

    [TestCase("production", false, "https://checkout.google.com/api/checkout/v2/checkout/Merchant/1234567890")]
    [TestCase("production", true, "https://checkout.google.com/api/checkout/v2/checkout/Donations/1234567890")]
    [TestCase("sandbox", false, "https://sandbox.google.com/checkout/api/checkout/v2/checkout/Merchant/1234567890")]
    [TestCase("sandbox", true, "https://sandbox.google.com/checkout/api/checkout/v2/checkout/Donations/1234567890")]
    [TestCase("own", false, "https://service.test/checkout/api/checkout/v2/checkout/Merchant/1234567890")]
    public void Action_AnyEnvironment_IsTheUrlForBrowsers(string environment, bool donations, string expected)
    {
        var options = TestMerchant.Options();
        (options.Environment, options.Donations) = (Environments[environment], donations);

        Assert.That(CheckoutForm.Sign(FormCarts.Tea, options).Action.AbsoluteUri, Is.EqualTo(expected));
    }

    [Test]
    public void Sign_Cart_PostsExactlyTheSignedBytes()
    {
        var form = CheckoutForm.Sign(FormCarts.Tea, TestMerchant.Options());

        var cart = Convert.FromBase64String(form.Fields[0].Value);
        Assert.Multiple(() =>
        {
            Assert.That(form.Fields.Select(field => field.Key), Is.EqualTo(new[] { "cart", "signature" }));
            Assert.That(cart, Is.EqualTo(form.Cart.ToArray()));
            Assert.That(Encoding.UTF8.GetString(cart), Is.EqualTo(FormCarts.Tea.ToXmlString()));
            Assert.That(form.Fields[1].Value, Is.EqualTo(CartSignature.Sign(cart, TestMerchant.Key)));
        });
    }

    [Test]
    public void SignBuyNow_Cart_PutsCartAndSignatureIntoOneField()
    {
        var form = CheckoutForm.SignBuyNow(FormCarts.Tea, TestMerchant.Options());

        var parts = form.Fields.Single().Value.Split("//separator//");
        Assert.Multiple(() =>
        {
            Assert.That(form.Fields.Single().Key, Is.EqualTo("buyButtonCart"));
            Assert.That(Convert.FromBase64String(parts[0]), Is.EqualTo(form.Cart.ToArray()));
            Assert.That(parts[1], Is.EqualTo(CartSignature.Sign(form.Cart, TestMerchant.Key)));
        });
    }

    [Test]
    public void CreateUnsigned_NoKey_PostsOnlyTheCart()
    {
        var form = CheckoutForm.CreateUnsigned(FormCarts.Tea, new CheckoutOptions { MerchantId = TestMerchant.Id });

        Assert.That(form.Fields, Is.EqualTo(new[] { KeyValuePair.Create("cart", Convert.ToBase64String(form.Cart.ToArray())) }));
    }

    [Test]
    public void WithAnalyticsData_SignedForm_AddsOneEmptyFieldAndKeepsTheSignature()
    {
        var form = CheckoutForm.Sign(FormCarts.Tea, TestMerchant.Options());

        var analysed = form.WithAnalyticsData().WithAnalyticsData();

        Assert.That(analysed.Fields, Is.EqualTo(form.Fields.Append(KeyValuePair.Create("analyticsdata", string.Empty))));
    }

    [Test]
    public void Form_AnyKind_DoesNotContainTheKey()
    {
        var options = TestMerchant.Options();
        foreach (var form in new[] { CheckoutForm.Sign(FormCarts.Tea, options), CheckoutForm.SignBuyNow(FormCarts.Tea, options), CheckoutForm.CreateUnsigned(FormCarts.Tea, options) })
        {
            var told = form + form.ToHtml(new CheckoutButton()) + Encoding.UTF8.GetString(form.Cart.ToArray());
            Assert.That(told, Does.Not.Contain(TestMerchant.Key).And.Not.Contain(Convert.ToBase64String(Encoding.UTF8.GetBytes(TestMerchant.Key))));
        }
    }

    [Test]
    public void Form_InvalidCart_ThrowsWithTheErrors()
    {
        var cart = FormCarts.Of(" ", "Green", "USD");
        foreach (var form in new Func<CheckoutShoppingCart, CheckoutOptions, CheckoutForm>[] { CheckoutForm.Sign, CheckoutForm.SignBuyNow, CheckoutForm.CreateUnsigned })
        {
            var refused = Assert.Throws<CartValidationException>(() => form(cart, TestMerchant.Options()));

            Assert.That(refused!.Errors.Single().Path, Does.EndWith("/item-name"));
        }
    }

    [Test]
    public void Form_MissingSettings_Throws()
    {
        Assert.Multiple(() =>
        {
            Assert.That(() => CheckoutForm.Sign(FormCarts.Tea, new CheckoutOptions { MerchantKey = "x" }), Throws.ArgumentException.With.Message.Contains("MerchantId"));
            Assert.That(() => CheckoutForm.Sign(FormCarts.Tea, new CheckoutOptions { MerchantId = "1" }), Throws.ArgumentException.With.Message.Contains("key must not be empty"));
            Assert.That(() => CheckoutForm.Sign(null!, TestMerchant.Options()), Throws.ArgumentNullException);
            Assert.That(() => CheckoutForm.Sign(FormCarts.Tea, null!), Throws.ArgumentNullException);
        });
    }
}
