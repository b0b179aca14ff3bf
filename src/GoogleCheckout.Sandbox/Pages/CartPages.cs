using System.Globalization;
using System.Text;
using GoogleCheckout.Carts;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>What a browser sees that has posted a cart.</summary>
internal static class CartPages
{
    /// <summary>The cart is kept.</summary>
    public static HtmlPage CreateAcceptedPage(CheckoutShoppingCart cart, PostedCart posted, CheckoutRedirect redirect) => new(
        "The cart has arrived",
        $"""
        {FormatSignature(posted)}
        {FormatItems(cart)}
        <h2>Ordering it</h2>
        <p>The service would show its pages for buyers now. This sandbox has none yet: a test orders the cart with
        PlaceOrderAsync and the redirect in the answer to the last of the sandbox's Requests. It leads here:</p>
        <code>{HtmlPage.Encode(redirect.RedirectUrl)}</code>
        """);

    /// <summary>The cart would be taken, and was not kept.</summary>
    public static HtmlPage CreateCheckedPage(CheckoutShoppingCart cart, PostedCart posted) => new(
        "The cart is in order",
        $"""
        <p>It was checked only and not kept: the form was posted to an address that ends in /diagnose.</p>
        {FormatSignature(posted)}
        {FormatItems(cart)}
        """);

    /// <summary>There is no cart, or one that is not taken.</summary>
    public static HtmlPage CreateRejectedPage(string reason) => new(
        "The cart was not taken",
        $"""
        <p class="alert">{HtmlPage.Encode(reason)}</p>
        <p class="quiet">Nothing was ordered. The shop's form has to change; a buyer can do nothing about it.</p>
        """);

    private static string FormatSignature(PostedCart posted) => posted.Signature is null
        ? """<p class="alert">It is not signed: whoever looked at the page could change it.</p>"""
        : "<p>Its signature is the merchant's.</p>";

    private static string FormatItems(CheckoutShoppingCart cart)
    {
        var html = new StringBuilder(
            """
            <h2>In the cart</h2>
            <table>
            <thead><tr><th scope="col">Item</th><th scope="col" class="number">Quantity</th><th scope="col" class="number">Price each</th></tr></thead>
            <tbody>

            """);
        foreach (var item in cart.ShoppingCart.Items)
        {
            html.AppendLine(
                CultureInfo.InvariantCulture,
                $"""
                <tr><td>{HtmlPage.Encode(item.ItemName)}<small>{HtmlPage.Encode(item.ItemDescription)}</small></td><td class="number">{item.Quantity}</td><td class="number">{HtmlPage.Encode(item.UnitPrice.ToString())}</td></tr>
                """);
        }

        return html.Append("</tbody>\n</table>").ToString();
    }
}
