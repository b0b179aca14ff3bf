using System.Net;
using AspNetCoreGeneratedDocument;
using GoogleCheckout.Sandbox.Accounts;
using GoogleCheckout.Sandbox.Orders;
using GoogleCheckout.Sandbox.Pricing;
using Microsoft.AspNetCore.Http;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>The page that a buyer reaches with the redirect URL of a cart. Each form is calculated again, and then shown or ordered.</summary>
/// <param name="accounts">The accounts of the merchants, of which one has the cart.</param>
internal sealed class PlaceOrderPage(MerchantAccounts accounts)
{
    private const string CartParameter = "shoppingcart";

    /// <summary>Returns the page as a buyer sees it first.</summary>
    public Task<Page> ShowAsync(HttpRequest request, FormToken token) => CreateAsync(request, token, new PlaceOrderForm());

    /// <summary>Returns the page with the buyer's choices, or places the order.</summary>
    public Task<Page> SubmitAsync(HttpRequest request, FormToken token, IFormCollection fields) => CreateAsync(request, token, PlaceOrderForm.Read(fields));

    private static Page NoCart => Page.CreateMessage(
        "There is no such cart", "The sandbox keeps a cart until it is ordered, or until too many others follow. Go back to the shop and check out again.", HttpStatusCode.NotFound);

    private async Task<Page> CreateAsync(HttpRequest request, FormToken token, PlaceOrderForm form)
    {
        var cartId = request.Query[CartParameter].ToString();
        if (accounts.FindByCart(cartId) is not { } account)
        {
            return NoCart;
        }

        try
        {
            var model = new PlaceOrderModel
            {
                Url = $"{request.Path}?o={CartParameter}&{CartParameter}={Uri.EscapeDataString(cartId)}",
                Token = token,
                Cart = account.Service.FindCart(cartId),
                Form = form,
            };
            return await SubmitAsync(account, cartId, model, request.HttpContext.RequestAborted).ConfigureAwait(false);
        }
        catch (ArgumentException)
        {
            return NoCart;
        }
        catch (InvalidOperationException e)
        {
            return Page.CreateMessage("This cart cannot be ordered", e.Message, HttpStatusCode.Conflict);
        }
    }

    private static async Task<Page> SubmitAsync(MerchantAccount account, string cartId, PlaceOrderModel model, CancellationToken cancellationToken)
    {
        if (model.Form.MissingParts is { Count: > 0 } missing)
        {
            return Show(model with { Error = $"The address is not complete. Enter the {string.Join(", the ", missing)}." });
        }

        var calculationError = account.Service.GetCalculationError(cartId);
        Purchase purchase;
        PurchaseQuote quote;
        try
        {
            purchase = Purchase.From(model.Form.ToBuyer()) with { CalculationError = calculationError };
            quote = await account.Pricer.QuoteAsync(model.Cart, purchase, cancellationToken).ConfigureAwait(false);
        }
        catch (ArgumentException e)
        {
            return Show(model with { Error = e.Message });
        }

        if (model.Form.Action != PlaceOrderForm.PlaceAction)
        {
            return Show(model with { Quote = quote });
        }

        // An address or a code that was changed after the total was shown can change it. The buyer orders only what they saw.
        if (model.Form.ShownTotal != quote.Price.Total.ToString() || (model.Form.ShippingName.Length > 0 && model.Form.ShippingName != quote.ShippingName))
        {
            return Show(model with { Quote = quote, Error = "The price changed with what you selected. Check the total, and place the order again." });
        }

        var order = account.Service.PlaceOrder(cartId, purchase.Buyer, quote.Price);
        return Page.Redirect(PageUrls.OfOrder(PageUrls.Confirmation, order.GoogleOrderNumber));
    }

    private static Page Show(PlaceOrderModel model) =>
        new("Place your order", new Pages_PlaceOrder { Model = model }, model.Error is null ? HttpStatusCode.OK : HttpStatusCode.UnprocessableEntity);
}
