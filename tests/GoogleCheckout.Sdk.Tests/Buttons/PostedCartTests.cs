using System.Text;
using GoogleCheckout.Client;
using NUnit.Framework;

namespace GoogleCheckout.Carts;

public class PostedCartTests
{
    private static readonly string Cart = Convert.ToBase64String(CheckoutForm.CreateUnsigned(FormCarts.Tea, TestMerchant.Options()).Cart.ToArray());

    [Test]
    public void FromFields_AnyFormOfTheSdk_ReadsTheCart()
    {
        var options = TestMerchant.Options();
        foreach (var form in new[] { CheckoutForm.Sign(FormCarts.Tea, options), CheckoutForm.SignBuyNow(FormCarts.Tea, options) })
        {
            var posted = PostedCart.FromFields(form.WithAnalyticsData().Fields.Append(KeyValuePair.Create("Google Checkout.x", "12")));

            Assert.Multiple(() =>
            {
                Assert.That(posted.Xml.ToArray(), Is.EqualTo(form.Cart.ToArray()));
                Assert.That(posted.IsAuthentic(TestMerchant.Key), Is.True);
                Assert.That(posted.IsAuthentic("another key"), Is.False);
                Assert.That(posted.IsBuyNow, Is.EqualTo(form.Fields.Count == 1));
                Assert.That(posted.AnalyticsData, Is.Empty);
                Assert.That(posted.ToCart().ShoppingCart.Items.Single().ItemName, Is.EqualTo("Tea"));
            });
        }
    }

    [Test]
    public void FromFields_UnsignedCart_IsNotAuthentic()
    {
        var posted = PostedCart.FromFields(Fields("cart", Cart));

        Assert.That((posted.Signature, posted.IsAuthentic(TestMerchant.Key), posted.IsBuyNow, posted.AnalyticsData), Is.EqualTo(((string?)null, false, false, (string?)null)));
    }

    [Test]
    public void FromFields_Base64WithLineBreaks_ReadsTheCart()
    {
        var inLines = Convert.ToBase64String(Convert.FromBase64String(Cart), Base64FormattingOptions.InsertLineBreaks);

        Assert.That(PostedCart.FromFields(Fields("cart", inLines)).Xml.ToArray(), Is.EqualTo(Convert.FromBase64String(Cart)));
    }

    [Test]
    public void IsAuthentic_ChangedCart_ReturnsFalse()
    {
        var form = CheckoutForm.Sign(FormCarts.Tea, TestMerchant.Options());
        var cheaper = Convert.ToBase64String(Encoding.UTF8.GetBytes(FormCarts.Tea.ToXmlString().Replace("4.50", "0.50", StringComparison.Ordinal)));

        var posted = PostedCart.FromFields(Fields("cart", cheaper, "signature", form.Fields[1].Value));

        Assert.That(posted.IsAuthentic(TestMerchant.Key), Is.False);
    }

    [TestCase("has neither a field cart nor a field buyButtonCart", "CART", "PGEvPg==")]
    [TestCase("has neither a field cart nor a field buyButtonCart", "signature", "x")]
    [TestCase("has the field cart 2 times", "cart", "PGEvPg==", "cart", "PGEvPg==")]
    [TestCase("has the field signature 2 times", "cart", "PGEvPg==", "signature", "x", "signature", "x")]
    [TestCase("has the field buyButtonCart 3 times", "buyButtonCart", "x", "buyButtonCart", "x", "buyButtonCart", "x")]
    [TestCase("has both a field cart and a field buyButtonCart", "cart", "PGEvPg==", "buyButtonCart", "PGEvPg==//separator//x")]
    [TestCase("has a field signature in addition to buyButtonCart", "buyButtonCart", "PGEvPg==//separator//x", "signature", "x")]
    [TestCase("has no //separator//", "buyButtonCart", "PGEvPg==")]
    [TestCase("has no //separator//", "buyButtonCart", "PGEvPg==//Separator//x")]
    [TestCase("has no //separator//", "buyButtonCart", "PGEvPg==/separator/x")]
    [TestCase("in the field cart is not base64, or is truncated", "cart", "PGEvPg=")]
    [TestCase("in the field cart is not base64, or is truncated", "cart", "<a/>")]
    [TestCase("in the field buyButtonCart is not base64, or is truncated", "buyButtonCart", "PGEvPg//separator//x")]
    public void FromFields_InvalidForm_ThrowsWithTheReason(string reason, params string[] namesAndValues)
    {
        Assert.That(() => PostedCart.FromFields(Fields(namesAndValues)), Throws.TypeOf<FormatException>().With.Message.Contains(reason));
    }

    [Test]
    public void FromFields_NullValues_ThrowsFormatException() =>
        Assert.That(() => PostedCart.FromFields([default, new("cart", null!), new("buyButtonCart", null!)]), Throws.TypeOf<FormatException>());

    [TestCase("")]
    [TestCase("<a/>")]
    [TestCase("<hello xmlns='http://checkout.google.com/schema/2'/>")]
    [TestCase("<checkout-shopping-cart xmlns='http://checkout.google.com/schema/2'>")]
    public void ToCart_AnotherDocument_ThrowsCheckoutXmlException(string document)
    {
        var posted = PostedCart.FromFields(Fields("cart", Convert.ToBase64String(Encoding.UTF8.GetBytes(document))));

        Assert.That(posted.ToCart, Throws.TypeOf<CheckoutXmlException>());
    }

    private static IEnumerable<KeyValuePair<string, string>> Fields(params string[] namesAndValues) =>
        namesAndValues.Chunk(2).Select(pair => KeyValuePair.Create(pair[0], pair[1]));
}
