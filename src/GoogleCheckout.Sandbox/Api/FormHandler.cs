using System.Net;
using GoogleCheckout.Carts;
using GoogleCheckout.Sandbox.Infrastructure;
using GoogleCheckout.Sandbox.Merchants;
using GoogleCheckout.Sandbox.Pages;
using GoogleCheckout.Sandbox.Service;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace GoogleCheckout.Sandbox.Api;

/// <summary>Takes the cart that a buyer's browser posts in a form, without credentials, and answers with a page.</summary>
/// <param name="service">Keeps the carts.</param>
/// <param name="clock">Tells when the form came.</param>
/// <param name="merchantId">Whose forms are taken.</param>
/// <param name="merchantKey">What they are signed with.</param>
/// <param name="requireSignedCarts">Whether forms without a signature are refused.</param>
/// <param name="log">Where forms and answers are kept.</param>
internal sealed class FormHandler(
    CheckoutService service, SandboxClock clock, string merchantId, string merchantKey, bool requireSignedCarts, SandboxLog<SandboxRequest> log)
{
    /// <summary>Answers a request to the form's address.</summary>
    public async Task AnswerAsync(HttpContext context)
    {
        var exchange = new ApiRequest(context.Request, clock.Now);
        var (status, answer, page) = await AnswerAsync(exchange, context.RequestAborted).ConfigureAwait(false);
        log.Add(exchange.ToLogEntry(status, answer));
        await page.SendAsync(context.Response, status).ConfigureAwait(false);
    }

    private async Task<(HttpStatusCode Status, CheckoutMessage Answer, HtmlPage Page)> AnswerAsync(ApiRequest exchange, CancellationToken cancellationToken)
    {
        try
        {
            await exchange.ReadBodyAsync(cancellationToken).ConfigureAwait(false);
            if (exchange.Request.Method != HttpMethods.Post)
            {
                return Refuse(HttpStatusCode.MethodNotAllowed, "Carts are posted, with a form of method post.");
            }

            return GetMerchantError(exchange.Address!) is { } reason ? Refuse(HttpStatusCode.BadRequest, reason) : Take(exchange);
        }
        catch (BadHttpRequestException e)
        {
            return Refuse((HttpStatusCode)e.StatusCode, e.Message);
        }
        catch (Exception e) when (e is FormatException or InvalidDataException)
        {
            return Refuse(HttpStatusCode.BadRequest, e.Message);
        }
        catch (Exception e) when (e is CheckoutXmlException or ArgumentException)
        {
            return Refuse(HttpStatusCode.BadRequest, $"Error parsing XML; message from parser is: {e.Message}");
        }
    }

    private string? GetMerchantError(ApiAddress address) =>
        address.MalformedId ?? (address.MerchantId == merchantId ? null : $"There is no merchant {address.MerchantId} in this sandbox.");

    private (HttpStatusCode Status, CheckoutMessage Answer, HtmlPage Page) Take(ApiRequest exchange)
    {
        var posted = PostedCart.FromFields(Fields(exchange.Body));
        if (GetTrustError(posted) is { } reason)
        {
            return Refuse(HttpStatusCode.BadRequest, reason);
        }

        var cart = posted.ToCart();
        exchange.Message = cart;
        // A cart goes out again in every message about its order, so what could not be written is not taken.
        CheckoutXml.Write(cart, Stream.Null);
        return (exchange.Address!.Diagnose ? Diagnose(cart) : Keep(cart, exchange.Address.Kind, exchange.Request)) switch
        {
            ErrorResponse error => (HttpStatusCode.BadRequest, error, CartPages.Refused(error.ErrorMessage)),
            CheckoutRedirect redirect => (HttpStatusCode.OK, redirect, CartPages.Taken(cart, posted, redirect)),
            var diagnosis => (HttpStatusCode.OK, diagnosis, CartPages.Checked(cart, posted)),
        };
    }

    private string? GetTrustError(PostedCart posted) => posted.Signature switch
    {
        null when requireSignedCarts => "This merchant takes signed carts only, and the form has no signature.",
        null => null,
        _ when posted.IsAuthentic(merchantKey) => null,
        _ => "The signature is not this merchant's for this cart: the cart was changed, or it was signed with another key.",
    };

    private CheckoutMessage Keep(CheckoutShoppingCart cart, MerchantKind kind, HttpRequest request) =>
        service.TakeCart(cart, BuyerPages.Of(kind, request), kind == MerchantKind.Donations);

    private CheckoutMessage Diagnose(CheckoutShoppingCart cart) => service.GetError(cart) is { } reason
        ? service.Error(reason)
        : new DiagnoseResponse { SerialNumber = service.NewSerialNumber(), InputXml = SentXml.Echo(cart) };

    private (HttpStatusCode Status, CheckoutMessage Answer, HtmlPage Page) Refuse(HttpStatusCode status, string reason) =>
        (status, service.Error(reason), CartPages.Refused(reason));

    private static IEnumerable<KeyValuePair<string, string>> Fields(ReadOnlyMemory<byte> body)
    {
        using var form = new FormReader(new MemoryStream(body.ToArray())) { ValueLengthLimit = CheckoutXml.DefaultMaxBytes };
        return form.ReadForm().SelectMany(field => field.Value, (field, value) => KeyValuePair.Create(field.Key, value ?? string.Empty));
    }
}
