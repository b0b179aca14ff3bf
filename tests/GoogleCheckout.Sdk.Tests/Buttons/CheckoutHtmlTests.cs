using System.Xml;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using GoogleCheckout.Client;
using NUnit.Framework;

namespace GoogleCheckout.Carts;

/// <summary>Parses the markup with a strict parser.</summary>
public class CheckoutHtmlTests
{
    private const string Hostile = "\"'></form><script>alert(1)</script><!-- &amp; \r\n\t 茶 🍵 \0 \uD800 ]]> onerror=x";

    [Test]
    public void ToHtml_SignedForm_ReturnsTheFormWithItsButton()
    {
        var form = CheckoutForm.Sign(FormCarts.Tea, TestMerchant.Options());

        var html = form.ToHtml(new CheckoutButton());

        Assert.That(html, Is.EqualTo(
            $"""
            <form action="https://service.test/checkout/api/checkout/v2/checkout/Merchant/1234567890" method="post">
            <input type="hidden" name="cart" value="{form.Fields[0].Value}" />
            <input type="hidden" name="signature" value="{form.Fields[1].Value}" />
            <input type="image" src="https://service.test/checkout/buttons/checkout.gif?merchant_id=1234567890&amp;w=160&amp;h=43&amp;style=white&amp;variant=text&amp;loc=en_US" alt="Check out with Google Checkout" width="160" height="43" />
            </form>

            """.ReplaceLineEndings("\n")));
    }

    [TestCase(CheckoutButtonKind.Checkout, "Check out with Google Checkout")]
    [TestCase(CheckoutButtonKind.BuyNow, "Buy now with Google Checkout")]
    [TestCase(CheckoutButtonKind.Donate, "Donate with Google Checkout")]
    public void ToHtml_NoAlternativeText_UsesTheDefaultText(CheckoutButtonKind kind, string expected)
    {
        foreach (var text in new[] { null, "", " \n" })
        {
            var html = Parse(CheckoutForm.SignBuyNow(FormCarts.Tea, TestMerchant.Options()).ToHtml(new CheckoutButton { Kind = kind, AlternativeText = text }));

            Assert.That(Button(html).Attribute("alt")!.Value, Is.EqualTo(expected));
        }
    }

    [Test]
    public void ToDisabledHtml_AnyButton_ReturnsOnlyAnImage()
    {
        var html = new CheckoutButton { Kind = CheckoutButtonKind.BuyNow, Style = CheckoutButtonStyle.Transparent }.ToDisabledHtml(TestMerchant.Options());

        Assert.That(html, Is.EqualTo(
            "<img src=\"https://service.test/checkout/buttons/buy.gif?merchant_id=1234567890&amp;w=121&amp;h=44&amp;style=trans&amp;variant=disabled&amp;loc=en_US\""
            + " alt=\"Google Checkout is not available for this cart\" width=\"121\" height=\"44\" />\n"));
    }

    [Test]
    public void ToHtml_AnalyticsField_IsEmpty()
    {
        var html = Parse(CheckoutForm.Sign(FormCarts.Tea, TestMerchant.Options()).WithAnalyticsData().ToHtml(new CheckoutButton()));

        Assert.That(Fields(html).Last(), Is.EqualTo(KeyValuePair.Create("analyticsdata", string.Empty)));
    }

    [Test]
    public void ToHtml_CustomImage_IsShownInTheSizeOfTheButton()
    {
        var picture = new CheckoutButton { Size = CheckoutButtonSize.Large, CustomImage = new Uri("/images/check out.png?a=1&b=\"2\"", UriKind.Relative) };

        var button = Button(Parse(CheckoutForm.Sign(FormCarts.Tea, TestMerchant.Options()).ToHtml(picture)));

        Assert.That(
            (button.Attribute("src")!.Value, button.Attribute("width")!.Value, button.Attribute("height")!.Value),
            Is.EqualTo(("/images/check out.png?a=1&b=\"2\"", "180", "46")));
    }

    [Test]
    public void Markup_HostileTexts_AreEscaped()
    {
        AssertNothingEscapes(Hostile, Hostile, Hostile);
    }

    [Test]
    public void Markup_AnyTexts_AreEscaped()
    {
        var pieces = Gen.OneOf(
            ArbMap.Default.GeneratorFor<string>().Select(text => text ?? string.Empty),
            Gen.Elements(Hostile, "\"", "'", "<", ">", "&", "</form>", "\" onclick=\"x", "\n", "&#34;", "&quot;", "\uDFFF", "\uFFFE", "javascript:alert(1)", " "));
        var texts = Gen.ListOf(pieces).Select(list => string.Concat(list));

        Prop.ForAll(texts.Three().ToArbitrary(), each => AssertNothingEscapes(each.Item1, each.Item2, each.Item3)).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));
    }

    [Test]
    public void Markup_AnyCart_ContainsItsExactBytes()
    {
        var texts = ArbMap.Default.GeneratorFor<string>()
            .Select(text => string.Concat("x" + text).Where(XmlConvert.IsXmlChar).Aggregate(string.Empty, (sum, character) => sum + character));

        Prop.ForAll(texts.Two().ToArbitrary(), pair =>
        {
            var form = CheckoutForm.Sign(FormCarts.Of(pair.Item1, pair.Item2, "USD"), TestMerchant.Options());
            var posted = PostedCart.FromFields(Fields(Parse(form.ToHtml(new CheckoutButton()))));
            return posted.IsAuthentic(TestMerchant.Key)
                && posted.Xml.Span.SequenceEqual(form.Cart.Span)
                && posted.ToCart().ShoppingCart.Items.Single().ItemName == pair.Item1;
        }).Check(Config.QuickThrowOnFailure);
    }

    private static void AssertNothingEscapes(string merchantId, string text, string address)
    {
        var options = TestMerchant.Options();
        options.MerchantId = "1" + merchantId;
        _ = Uri.TryCreate(address, UriKind.RelativeOrAbsolute, out var image);
        var button = new CheckoutButton { AlternativeText = text, Locale = text, CustomImage = image };
        var form = CheckoutForm.Sign(FormCarts.Tea, options);

        var enabled = Parse(form.ToHtml(button));
        var disabled = Parse(button.ToDisabledHtml(options));

        Assert.Multiple(() =>
        {
            Assert.That(enabled.Descendants().Select(element => element.Name.LocalName), Is.EqualTo(new[] { "form", "input", "input", "input" }));
            Assert.That(enabled.Descendants().Last().Attributes().Select(attribute => attribute.Name.LocalName), Is.EqualTo(new[] { "type", "src", "alt", "width", "height" }));
            Assert.That(Fields(enabled), Is.EqualTo(form.Fields));
            Assert.That(enabled.Element("form")!.Attribute("action")!.Value, Is.EqualTo(form.Action.AbsoluteUri));
            Assert.That(disabled.Descendants().Single().Attributes().Select(attribute => attribute.Name.LocalName), Is.EqualTo(new[] { "src", "alt", "width", "height" }));
            Assert.That(enabled.Value.Trim() + disabled.Value.Trim(), Is.Empty, "no text between the elements");
            if (!string.IsNullOrWhiteSpace(text))
            {
                Assert.That(Button(enabled).Attribute("alt")!.Value, Is.EqualTo(WithoutWhatMarkupCannotHold(text)));
            }
        });
    }

    private static string WithoutWhatMarkupCannotHold(string text) => string.Concat(text.Select((character, i) =>
        char.IsHighSurrogate(character) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) ? character
        : char.IsLowSurrogate(character) && i > 0 && char.IsHighSurrogate(text[i - 1]) ? character
        : XmlConvert.IsXmlChar(character) ? character : '\uFFFD'));

    private static XElement Parse(string html) => XElement.Parse($"<body>{html}</body>", LoadOptions.PreserveWhitespace);

    private static XElement Button(XElement body) => body.Descendants().Single(element => element.Attribute("type")?.Value == "image");

    private static IEnumerable<KeyValuePair<string, string>> Fields(XElement body) => body.Descendants("input")
        .Where(input => input.Attribute("type")!.Value == "hidden")
        .Select(input => KeyValuePair.Create(input.Attribute("name")!.Value, input.Attribute("value")!.Value));
}
