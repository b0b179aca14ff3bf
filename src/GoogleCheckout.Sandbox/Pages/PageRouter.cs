using System.Net;
using GoogleCheckout.Sandbox.Accounts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>Routes the requests of browsers to the pages. A form is executed only if it comes from one of the pages.</summary>
/// <param name="accounts">The accounts of the merchants.</param>
/// <param name="antiforgery">Creates and checks the tokens of the forms.</param>
internal sealed class PageRouter(MerchantAccounts accounts, IAntiforgery antiforgery)
{
    private readonly PlaceOrderPage _placeOrder = new(accounts);
    private readonly PurchasePages _purchases = new(accounts);

    public async Task HandleAsync(HttpContext context)
    {
        if (StyleSheet.IsRequested(context.Request))
        {
            await StyleSheet.SendAsync(context.Response).ConfigureAwait(false);
            return;
        }

        var page = await GetPageAsync(context).ConfigureAwait(false);
        await page.SendAsync(context.Response).ConfigureAwait(false);
    }

    private async Task<Page> GetPageAsync(HttpContext context)
    {
        var request = context.Request;
        try
        {
            return HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) ? await ShowAsync(context).ConfigureAwait(false)
                : HttpMethods.IsPost(request.Method) ? await SubmitAsync(context).ConfigureAwait(false)
                : Page.CreateMessage("This address has only pages", "Use the methods GET and POST.", HttpStatusCode.MethodNotAllowed);
        }
        catch (AntiforgeryValidationException)
        {
            return Page.CreateMessage("The form was not accepted", "It comes from another site, or from a page of a sandbox that has stopped. Open the page again.", HttpStatusCode.BadRequest);
        }
        catch (Exception e) when (e is BadHttpRequestException or InvalidDataException)
        {
            return Page.CreateMessage("The form was not accepted", "It is too long, or incomplete.", HttpStatusCode.BadRequest);
        }
    }

    private async Task<Page> ShowAsync(HttpContext context)
    {
        var request = context.Request;
        return request.Path.Value switch
        {
            "/" => Page.Redirect(PageUrls.Purchases),
            PageUrls.Purchases => _purchases.ShowPurchases(request),
            PageUrls.Confirmation => _purchases.ShowConfirmation(request),
            PageUrls.Receipt => _purchases.ShowReceipt(request, CreateToken(context)),
            PageUrls.PlaceOrder or PageUrls.PlaceDonation => await _placeOrder.ShowAsync(request, CreateToken(context)).ConfigureAwait(false),
            _ => NotFound,
        };
    }

    private async Task<Page> SubmitAsync(HttpContext context)
    {
        await antiforgery.ValidateRequestAsync(context).ConfigureAwait(false);
        var request = context.Request;
        var fields = await request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
        return request.Path.Value switch
        {
            PageUrls.PlaceOrder or PageUrls.PlaceDonation => await _placeOrder.SubmitAsync(request, CreateToken(context), fields).ConfigureAwait(false),
            PageUrls.CancelOrder => _purchases.Cancel(request, CreateToken(context)),
            PageUrls.ReplaceCard => _purchases.ReplaceCard(request, CreateToken(context), fields),
            _ => NotFound,
        };
    }

    private static Page NotFound => Page.CreateMessage("There is no such page", "The address of the API is another one: see what the sandbox printed at its start.", HttpStatusCode.NotFound);

    private FormToken CreateToken(HttpContext context)
    {
        var tokens = antiforgery.GetAndStoreTokens(context);
        return new FormToken(tokens.FormFieldName, tokens.RequestToken!);
    }
}
