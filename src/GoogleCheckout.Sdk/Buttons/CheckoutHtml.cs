using System.Globalization;
using System.Text;
using System.Xml;
using GoogleCheckout.Xml;

namespace GoogleCheckout.Carts;

/// <summary>
/// Writes buttons as markup that is well-formed as HTML and as XHTML and contains no script. All texts and URLs are escaped.
/// </summary>
/// <remarks>
/// If the page has a content security policy, allow the service's host in <c>form-action</c>, and also in <c>img-src</c>
/// unless you use your own image.
/// </remarks>
public static class CheckoutHtml
{
    private const char Replacement = '\uFFFD';

    /// <summary>Returns the form with its hidden fields and an image button, which also works with the keyboard.</summary>
    /// <param name="form">The form.</param>
    /// <param name="button">The appearance of the button.</param>
    /// <returns>The markup.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static string ToHtml(this CheckoutForm form, CheckoutButton button)
    {
        _ = form ?? throw new ArgumentNullException(nameof(form));
        _ = button ?? throw new ArgumentNullException(nameof(button));
        var html = new StringBuilder();
        AppendElement(html, "form", ("action", form.Action.AbsoluteUri), ("method", "post")).Append(">\n");
        foreach (var field in form.Fields)
        {
            AppendElement(html, "input", ("type", "hidden"), ("name", field.Key), ("value", field.Value)).Append(" />\n");
        }

        AppendElement(html, "input", [("type", "image"), .. CreateImageAttributes(button, button.GetEnabledImageUrl(form.Environment, form.MerchantId), GetDefaultText(button.Kind))]).Append(" />\n");
        return html.Append("</form>\n").ToString();
    }

    /// <summary>Returns an image instead of a form with a button, for a cart that must not be sold through the service.</summary>
    /// <param name="button">The appearance of the button.</param>
    /// <param name="options">The merchant's settings: the merchant ID and the environment are used.</param>
    /// <returns>The markup.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static string ToDisabledHtml(this CheckoutButton button, CheckoutOptions options)
    {
        _ = button ?? throw new ArgumentNullException(nameof(button));
        var picture = CreateImageAttributes(button, button.GetDisabledImageUrl(options), "Google Checkout is not available for this cart");
        return AppendElement(new StringBuilder(), "img", [.. picture]).Append(" />\n").ToString();
    }

    private static IEnumerable<(string Name, string Value)> CreateImageAttributes(CheckoutButton button, Uri url, string text) =>
    [
        ("src", url.IsAbsoluteUri ? url.AbsoluteUri : url.OriginalString),
        ("alt", string.IsNullOrWhiteSpace(button.AlternativeText) ? text : button.AlternativeText!),
        ("width", button.Width.ToString(CultureInfo.InvariantCulture)),
        ("height", button.Height.ToString(CultureInfo.InvariantCulture)),
    ];

    private static string GetDefaultText(CheckoutButtonKind kind) => kind switch
    {
        CheckoutButtonKind.BuyNow => "Buy now with Google Checkout",
        CheckoutButtonKind.Donate => "Donate with Google Checkout",
        _ => "Check out with Google Checkout",
    };

    private static StringBuilder AppendElement(StringBuilder html, string element, params (string Name, string Value)[] attributes)
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

    // Characters that HTML and XML do not allow, for example an unpaired surrogate, become the replacement character.
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
