using GoogleCheckout.Client;
using NUnit.Framework;

namespace GoogleCheckout.Carts;

/// <summary>The code of docs/buttons.md.</summary>
public class FormSnippets
{
    [Test]
    public void Form_SignedForABrowser_ContainsItsButton()
    {
        var (cart, options) = (FormCarts.Tea, TestMerchant.Options());

        // <form>
        var form = CheckoutForm.Sign(cart, options);
        var html = form.ToHtml(CheckoutButton.ForCart(cart));
        // </form>

        Assert.That(html, Does.Contain("name=\"signature\""));
    }

    [Test]
    public void Button_CustomImage_IsShownOrDisabled()
    {
        var (cart, options) = (FormCarts.Tea, TestMerchant.Options());

        // <button>
        var button = CheckoutButton.ForCart(cart) with
        {
            Kind = CheckoutButtonKind.BuyNow,
            Style = CheckoutButtonStyle.Transparent,
            AlternativeText = "Buy this tea now",
            CustomImage = new Uri("/images/buy-now.png", UriKind.Relative),
        };
        var html = CheckoutForm.SignBuyNow(cart, options).ToHtml(button);
        var disabled = (button with { AlternativeText = "This tea cannot be bought here" }).ToDisabledHtml(options);
        // </button>

        Assert.That(html, Does.Contain("src=\"/images/buy-now.png\" alt=\"Buy this tea now\""));
        Assert.That(disabled, Does.StartWith("<img ").And.Not.Contain("<form"));
    }

    [Test]
    public void PostedFields_AreCheckedBeforeTheyAreRead()
    {
        var merchantKey = TestMerchant.Key;
        IEnumerable<KeyValuePair<string, string>> fields = CheckoutForm.Sign(FormCarts.Tea, TestMerchant.Options()).Fields;

        // <posted>
        var posted = PostedCart.FromFields(fields);
        var cart = posted.IsAuthentic(merchantKey) ? posted.ToCart() : null;
        // </posted>

        Assert.That(cart!.ShoppingCart.Items, Has.Count.EqualTo(1));
    }

    [Test]
    public void NameValueFields_AreSignedAndChecked()
    {
        var merchantKey = TestMerchant.Key;

        // <name-value>
        var fields = new Dictionary<string, string> { ["item_name_1"] = "Tea", ["item_price_1"] = "4.50", ["item_quantity_1"] = "2" };
        fields["signature"] = NameValueSignature.Sign(fields, merchantKey);
        var isAuthentic = NameValueSignature.IsAuthentic(fields, merchantKey);
        // </name-value>

        Assert.That(isAuthentic, Is.True);
    }
}
