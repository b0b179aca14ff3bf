using System.Net;
using AspNetCoreGeneratedDocument;
using GoogleCheckout.Carts;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>The pages that respond to a posted cart. They are on the port of the API, where no page leads to another.</summary>
internal static class CartPages
{
    /// <summary>Returns the page for a cart that was stored.</summary>
    public static Page CreateAcceptedPage(CheckoutShoppingCart cart, PostedCart posted, CheckoutRedirect redirect) =>
        Create("The cart was accepted", cart, posted, redirect.RedirectUrl);

    /// <summary>Returns the page for a cart that was valid but not stored.</summary>
    public static Page CreateCheckedPage(CheckoutShoppingCart cart, PostedCart posted) => Create("The cart is valid", cart, posted, redirectUrl: null);

    /// <summary>Returns the page for a form that was rejected.</summary>
    public static Page CreateRejectedPage(HttpStatusCode status, string reason) =>
        new("The cart was rejected", new Pages_RejectedCart { Model = reason }, status) { Navigation = null };

    private static Page Create(string title, CheckoutShoppingCart cart, PostedCart posted, string? redirectUrl) =>
        new(title, new Pages_PostedCart { Model = new PostedCartModel(cart, posted.Signature is not null, redirectUrl) }) { Navigation = null };
}
