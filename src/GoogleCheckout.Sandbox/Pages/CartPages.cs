using System.Globalization;
using System.Text;
using GoogleCheckout.Carts;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>The pages that respond to a posted cart.</summary>
internal static class CartPages
{
    /// <summary>Returns the page for a cart that was stored.</summary>
    public static HtmlPage CreateAcceptedPage(CheckoutShoppingCart cart, PostedCart posted, CheckoutRedirect redirect) => new(
        "The cart was accepted",
        $"""
        {FormatSignature(posted)}
        {FormatItems(cart)}
        <h2>Placing the order</h2>
        <p>The service would now show the buyer's pages. This sandbox runs without them (PagesEndpoint): a test places the order with
        PlaceOrderAsync and the redirect in the response to the last of the sandbox's Requests. The redirect URL is:</p>
        <code>{HtmlPage.Encode(redirect.RedirectUrl)}</code>
        """);

    /// <summary>Returns the page for a cart that was valid but not stored.</summary>
    public static HtmlPage CreateCheckedPage(CheckoutShoppingCart cart, PostedCart posted) => new(
        "The cart is valid",
        $"""
        <p>The cart was validated and not stored, because the form was posted to an address that ends in /diagnose.</p>
        {FormatSignature(posted)}
        {FormatItems(cart)}
        """);

    /// <summary>Returns the page for a form that was rejected.</summary>
    public static HtmlPage CreateRejectedPage(string reason) => new(
        "The cart was rejected",
        $"""
        <p class="alert">{HtmlPage.Encode(reason)}</p>
        <p class="quiet">No order was placed. The merchant must correct the form; the buyer cannot.</p>
        """);

    private static string FormatSignature(PostedCart posted) => posted.Signature is null
        ? """<p class="alert">The cart is not signed: a buyer could have changed it.</p>"""
        : "<p>The signature of the cart is valid.</p>";

    private static string FormatItems(CheckoutShoppingCart cart)
    {
        var html = new StringBuilder(
            """
            <h2>Items</h2>
            <table>
            <thead><tr><th scope="col">Item</th><th scope="col" class="number">Quantity</th><th scope="col" class="number">Unit price</th></tr></thead>
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
