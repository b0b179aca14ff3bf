using System.Net;
using GoogleCheckout.Carts;
using GoogleCheckout.Sandbox.Infrastructure;
using GoogleCheckout.Sandbox.Merchants;
using GoogleCheckout.Sandbox.Pages;
using GoogleCheckout.Sandbox.Service;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace GoogleCheckout.Sandbox.Api;

/// <summary>Handles carts that buyers' browsers post in a form, without credentials. The response is an HTML page, or sends the browser to the buyer's page.</summary>
/// <param name="service">Stores the carts.</param>
/// <param name="clock">The clock for the times in the log.</param>
/// <param name="merchantId">The merchant whose forms are accepted.</param>
/// <param name="merchantKey">The key that signs the forms.</param>
/// <param name="validator">Finds what the service does not understand in a cart.</param>
/// <param name="requireSignedCarts">Whether forms without a signature are rejected.</param>
/// <param name="buyerPage">The URL of the page on which the buyer places the order.</param>
/// <param name="log">The log of requests and responses.</param>
internal sealed class FormHandler(
    CheckoutService service, SandboxClock clock, string merchantId, string merchantKey, RequestValidator validator, bool requireSignedCarts, BuyerPageUrl buyerPage,
    SandboxLog<SandboxRequest> log)
{
    /// <summary>Handles a request to the form's address.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        var apiRequest = new ApiRequest(context.Request, clock.Now);
        var (response, page) = await GetResponseAsync(apiRequest, context.RequestAborted).ConfigureAwait(false);
        if (response is ErrorResponse)
        {
            // Any web page can post a form. What was refused must not fill the log.
            apiRequest.DropBody();
        }

        log.Add(apiRequest.ToLogEntry(page.Status, response));
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
            return Reject(HttpStatusCode.BadRequest, service.CreateParsingError(e.Message));
        }
    }

    private string? GetMerchantError(ApiAddress address) =>
        address.MalformedId ?? (address.MerchantId == merchantId ? null : $"The sandbox has no merchant {address.MerchantId}.");

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
            return Reject(HttpStatusCode.BadRequest, service.CreateParsingError(string.Join("; ", apiRequest.Address!.Diagnose ? errors : errors.Take(1))));
        }

        var cart = posted.ToCart();
        apiRequest.Message = cart;
        // Every notification of the order contains the cart, so a cart that cannot be written is rejected.
        CheckoutXml.Write(cart, Stream.Null);
        return (apiRequest.Address!.Diagnose ? service.Diagnose(cart, SentXml.GetRootXml(cart)) : AddCart(cart, posted, apiRequest)) switch
        {
            ErrorResponse error => Reject(HttpStatusCode.BadRequest, error),
            CheckoutRedirect redirect => (redirect, CartPages.CreateAcceptedPage(cart, posted, redirect)),
            var diagnosis => (diagnosis, CartPages.CreateCheckedPage(cart, posted)),
        };
    }

    private string? GetSignatureError(PostedCart posted) => posted.Signature switch
    {
        null when requireSignedCarts => "The merchant accepts only signed carts, and the form has no signature.",
        null => null,
        _ when posted.IsAuthentic(merchantKey) => null,
        _ => "The signature does not match the cart: the cart was changed, or it was signed with another merchant key.",
    };

    private CheckoutMessage AddCart(CheckoutShoppingCart cart, PostedCart posted, ApiRequest apiRequest)
    {
        var kind = apiRequest.Address!.Kind;
        return service.AddCart(cart, buyerPage.Get(kind, apiRequest.Request), kind == MerchantKind.Donations, isFromMerchant: posted.Signature is not null);
    }

    private (CheckoutMessage Response, Page Page) Reject(HttpStatusCode status, string reason) =>
        Reject(status, service.CreateError(reason));

    private static (CheckoutMessage Response, Page Page) Reject(HttpStatusCode status, ErrorResponse error) =>
        (error, CartPages.CreateRejectedPage(status, error.ErrorMessage));

    private static IEnumerable<KeyValuePair<string, string>> ReadFields(ReadOnlyMemory<byte> body)
    {
        using var form = new FormReader(new MemoryStream(body.ToArray())) { ValueLengthLimit = CheckoutXml.DefaultMaxBytes };
        return form.ReadForm().SelectMany(field => field.Value, (field, value) => KeyValuePair.Create(field.Key, value ?? string.Empty));
    }
}
