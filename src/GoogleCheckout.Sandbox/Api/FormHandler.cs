using System.Net;
using GoogleCheckout.Carts;
using GoogleCheckout.Sandbox.Accounts;
using GoogleCheckout.Sandbox.Merchants;
using GoogleCheckout.Sandbox.Pages;
using GoogleCheckout.Sandbox.Service;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace GoogleCheckout.Sandbox.Api;

/// <summary>Handles carts that buyers' browsers post in a form, without credentials. The response is an HTML page, or sends the browser to the buyer's page.</summary>
/// <param name="account">The account of the merchant whose forms are accepted. Its key signs the forms.</param>
/// <param name="validator">Finds what the service does not understand in a cart.</param>
/// <param name="buyerPage">The URL of the page on which the buyer places the order.</param>
internal sealed class FormHandler(MerchantAccount account, RequestValidator validator, BuyerPageUrl buyerPage)
{
    private readonly CheckoutService _service = account.Service;

    /// <summary>Handles a request to the form's address.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        var apiRequest = new ApiRequest(context.Request, _service.Now);
        var (response, page) = await GetResponseAsync(apiRequest, context.RequestAborted).ConfigureAwait(false);
        if (response is ErrorResponse)
        {
            // Any web page can post a form. What was refused must not fill the log.
            apiRequest.DropBody();
        }

        account.Requests.Add(apiRequest.ToLogEntry(page.Status, response));
        if (response is CheckoutRedirect redirect && buyerPage.HasPage)
        {
            // After 303, a browser opens the address with GET and does not send the form again.
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = redirect.RedirectUrl;
            return;
        }

        await page.SendAsync(context.Response).ConfigureAwait(false);
    }

    private async Task<(CheckoutMessage Response, Page Page)> GetResponseAsync(ApiRequest apiRequest, CancellationToken cancellationToken)
    {
        try
        {
            if (apiRequest.Request.Method != HttpMethods.Post)
            {
                return Reject(HttpStatusCode.MethodNotAllowed, "Use the POST method: a form with method=\"post\".");
            }

            if (GetMerchantError(apiRequest.Address!) is { } reason)
            {
                return Reject(HttpStatusCode.BadRequest, reason);
            }

            await apiRequest.ReadBodyAsync(cancellationToken).ConfigureAwait(false);
            return ExecuteForm(apiRequest);
        }
        catch (BadHttpRequestException e)
        {
            return Reject((HttpStatusCode)e.StatusCode, e.Message);
        }
        catch (Exception e) when (e is FormatException or InvalidDataException)
        {
            return Reject(HttpStatusCode.BadRequest, e.Message);
        }
        catch (Exception e) when (e is CheckoutXmlException or ArgumentException)
        {
            return Reject(HttpStatusCode.BadRequest, _service.CreateParsingError(e.Message));
        }
    }

    private string? GetMerchantError(ApiAddress address) =>
        address.MalformedId ?? (address.MerchantId == account.Id ? null : $"The sandbox has no merchant {address.MerchantId}.");

    private (CheckoutMessage Response, Page Page) ExecuteForm(ApiRequest apiRequest)
    {
        var posted = PostedCart.FromFields(ReadFields(apiRequest.Body));
        if (GetSignatureError(posted) is { } reason)
        {
            return Reject(HttpStatusCode.BadRequest, reason);
        }

        if (validator.GetErrors(posted.Xml) is { Count: > 0 } errors)
        {
            // An address that ends in /diagnose lists all of them.
            return Reject(HttpStatusCode.BadRequest, _service.CreateParsingError(string.Join("; ", apiRequest.Address!.Diagnose ? errors : errors.Take(1))));
        }

        var cart = posted.ToCart();
        apiRequest.Message = cart;
        // Every notification of the order contains the cart, so a cart that cannot be written is rejected.
        CheckoutXml.Write(cart, Stream.Null);
        return (apiRequest.Address!.Diagnose ? _service.Diagnose(cart, SentXml.GetRootXml(cart)) : AddCart(cart, posted, apiRequest)) switch
        {
            ErrorResponse error => Reject(HttpStatusCode.BadRequest, error),
            CheckoutRedirect redirect => (redirect, CartPages.CreateAcceptedPage(cart, posted, redirect)),
            var diagnosis => (diagnosis, CartPages.CreateCheckedPage(cart, posted)),
        };
    }

    private string? GetSignatureError(PostedCart posted) => posted.Signature switch
    {
        null when account.Settings.RequireSignedCarts => "The merchant accepts only signed carts, and the form has no signature.",
        null => null,
        _ when posted.IsAuthentic(account.Key) => null,
        _ => "The signature does not match the cart: the cart was changed, or it was signed with another merchant key.",
    };

    private CheckoutMessage AddCart(CheckoutShoppingCart cart, PostedCart posted, ApiRequest apiRequest)
    {
        var kind = apiRequest.Address!.Kind;
        return _service.AddCart(cart, buyerPage.Get(kind, apiRequest.Request), kind == MerchantKind.Donations, isFromMerchant: posted.Signature is not null);
    }

    private (CheckoutMessage Response, Page Page) Reject(HttpStatusCode status, string reason) =>
        Reject(status, _service.CreateError(reason));

    private static (CheckoutMessage Response, Page Page) Reject(HttpStatusCode status, ErrorResponse error) =>
        (error, CartPages.CreateRejectedPage(status, error.ErrorMessage));

    private static IEnumerable<KeyValuePair<string, string>> ReadFields(ReadOnlyMemory<byte> body)
    {
        using var form = new FormReader(new MemoryStream(body.ToArray())) { ValueLengthLimit = CheckoutXml.DefaultMaxBytes };
        return form.ReadForm().SelectMany(field => field.Value, (field, value) => KeyValuePair.Create(field.Key, value ?? string.Empty));
    }
}
