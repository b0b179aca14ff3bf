using System.Globalization;
using System.Text;
using System.Xml;
using GoogleCheckout.Xml;

namespace GoogleCheckout.Carts;

/// <summary>
/// Buttons as markup for a page, well-formed as HTML and as XHTML, without a script. Whatever stands in a text or an
/// address is escaped, so that it stays where it was put.
/// </summary>
/// <remarks>
/// A page with a content security policy has to allow the service's host in <c>form-action</c>, and in <c>img-src</c> unless
/// the picture is the shop's own.
/// </remarks>
public static class CheckoutHtml
{
    private const char Replacement = '\uFFFD';

    /// <summary>The form with its hidden fields and the picture as its button, which the keyboard reaches too.</summary>
    /// <param name="form">The cart to post.</param>
    /// <param name="button">How the button looks.</param>
    public static string ToHtml(this CheckoutForm form, CheckoutButton button)
    {
        _ = form ?? throw new ArgumentNullException(nameof(form));
        _ = button ?? throw new ArgumentNullException(nameof(button));
        var html = new StringBuilder();
        Open(html, "form", ("action", form.Action.AbsoluteUri), ("method", "post")).Append(">\n");
        foreach (var field in form.Fields)
        {
            Open(html, "input", ("type", "hidden"), ("name", field.Key), ("value", field.Value)).Append(" />\n");
        }

        Open(html, "input", [("type", "image"), .. Picture(button, button.EnabledImageUrl(form.Environment, form.MerchantId), Invitation(button.Kind))]).Append(" />\n");
        return html.Append("</form>\n").ToString();
    }

    /// <summary>A picture in place of the button, for a cart the service may not sell: nothing to press, and no form.</summary>
    /// <param name="button">How the button would look.</param>
    /// <param name="options">Whose button it would be, and where the service is.</param>
    public static string ToDisabledHtml(this CheckoutButton button, CheckoutOptions options)
    {
        _ = button ?? throw new ArgumentNullException(nameof(button));
        var picture = Picture(button, button.GetDisabledImageUrl(options), "Google Checkout is not available for this cart");
        return Open(new StringBuilder(), "img", [.. picture]).Append(" />\n").ToString();
    }

    private static IEnumerable<(string Name, string Value)> Picture(CheckoutButton button, Uri url, string text) =>
    [
        ("src", url.IsAbsoluteUri ? url.AbsoluteUri : url.OriginalString),
        ("alt", string.IsNullOrWhiteSpace(button.AlternativeText) ? text : button.AlternativeText!),
        ("width", button.Width.ToString(CultureInfo.InvariantCulture)),
        ("height", button.Height.ToString(CultureInfo.InvariantCulture)),
    ];

    private static string Invitation(CheckoutButtonKind kind) => kind switch
    {
        CheckoutButtonKind.BuyNow => "Buy now with Google Checkout",
        CheckoutButtonKind.Donate => "Donate with Google Checkout",
        _ => "Check out with Google Checkout",
    };

    private static StringBuilder Open(StringBuilder html, string element, params (string Name, string Value)[] attributes)
    {
        html.Append('<').Append(element);
        foreach (var (name, value) in attributes)
        {
            html.Append(' ').Append(name).Append("=\"");
            AppendEscaped(html, value);
            html.Append('"');
        }

        return html;
    }

    // What neither HTML nor XML can hold, such as half of a character, becomes the sign that stands for a lost one.
    private static void AppendEscaped(StringBuilder html, string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (i + 1 < text.Length && char.IsSurrogatePair(character, text[i + 1]))
            {
                html.Append(character).Append(text[++i]);
            }
            else if (XmlEscape.GetReference(character, inAttribute: true) is { } reference)
            {
                html.Append(reference);
            }
            else
            {
                html.Append(XmlConvert.IsXmlChar(character) ? character : Replacement);
            }
        }
    }
}
