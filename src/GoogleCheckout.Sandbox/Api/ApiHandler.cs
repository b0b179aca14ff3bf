using System.Net;
using System.Text;
using GoogleCheckout.Carts;
using GoogleCheckout.Orders;
using GoogleCheckout.Reports;
using GoogleCheckout.Sandbox.Infrastructure;
using GoogleCheckout.Sandbox.Merchants;
using GoogleCheckout.Sandbox.Pages;
using GoogleCheckout.Sandbox.Service;
using Microsoft.AspNetCore.Http;

namespace GoogleCheckout.Sandbox.Api;

/// <summary>The service's HTTP face: who may ask, what is asked, and how the answer travels.</summary>
internal sealed class ApiHandler(CheckoutService service, SandboxClock clock, string merchantId, string merchantKey, SandboxFaults faults, SandboxLog<SandboxRequest> log)
{
    private static readonly byte[] ServicePage = Encoding.UTF8.GetBytes("<html><head><title>Service error</title></head><body><h1>The service is not available</h1></body></html>\n");

    private readonly BasicCredentials _credentials = new(merchantId, merchantKey);

    /// <summary>Answers a request, whatever it is.</summary>
    public async Task AnswerAsync(HttpContext context)
    {
        var exchange = new ApiRequest(context.Request, clock.Now);
        var (status, answer) = await AnswerAsync(exchange, context.RequestAborted).ConfigureAwait(false);
        log.Add(exchange.ToLogEntry(status, answer));
        if (exchange.Fault?.Kind is SandboxFaultKind.DropBefore or SandboxFaultKind.DropAfter)
        {
            context.Abort();
            return;
        }

        var (contentType, document) = Document(exchange, answer);
        context.Response.StatusCode = (int)status;
        context.Response.ContentType = contentType;
        context.Response.ContentLength = document.Length;
        if (status == HttpStatusCode.Unauthorized)
        {
            context.Response.Headers.WWWAuthenticate = "Basic realm=\"Google Checkout sandbox\"";
        }

        await context.Response.Body.WriteAsync(document, context.RequestAborted).ConfigureAwait(false);
    }

    private (string ContentType, ReadOnlyMemory<byte> Document) Document(ApiRequest exchange, CheckoutMessage? answer)
    {
        if (exchange.Fault?.Kind == SandboxFaultKind.Unavailable)
        {
            return ("text/html; charset=UTF-8", ServicePage);
        }

        using var document = new MemoryStream();
        if (answer is null)
        {
            document.Write(Encoding.UTF8.GetBytes(exchange.Table!));
        }
        else if (faults.Notifications.TryEdit(answer, out var edited))
        {
            document.Write(edited.ToBytes());
        }
        else
        {
            CheckoutXml.Write(answer, document);
        }

        var length = (int)document.Length / (exchange.Fault?.Kind == SandboxFaultKind.Truncate ? 2 : 1);
        return (answer is null ? "text/csv; charset=UTF-8" : "application/xml; charset=UTF-8", document.GetBuffer().AsMemory(0, length));
    }

    // No message where the answer is a table, or none of the API's because of a fault.
    private async Task<(HttpStatusCode Status, CheckoutMessage? Answer)> AnswerAsync(ApiRequest exchange, CancellationToken cancellationToken)
    {
        try
        {
            await exchange.ReadBodyAsync(cancellationToken).ConfigureAwait(false);
            return Refusal(exchange) ?? Parse(exchange) ?? await CarryOutAsync(exchange, cancellationToken).ConfigureAwait(false);
        }
        catch (BadHttpRequestException e)
        {
            return ((HttpStatusCode)e.StatusCode, service.Error(e.Message));
        }
    }

    private (HttpStatusCode Status, CheckoutMessage? Answer)? Refusal(ApiRequest exchange)
    {
        var (request, address) = (exchange.Request, exchange.Address);
        return address is null ? (HttpStatusCode.NotFound, service.Error("This sandbox has nothing at this address. See its README for what it does not do."))
            : request.Method != HttpMethods.Post ? (HttpStatusCode.MethodNotAllowed, service.Error("Requests are posted."))
            : address.MalformedId is { } fault ? BadRequest(fault)
            : address.MerchantId != merchantId || !_credentials.AreIn(request) ? (HttpStatusCode.Unauthorized, service.Error("Bad username and/or password for API Access."))
            : null;
    }

    private (HttpStatusCode Status, CheckoutMessage? Answer)? Parse(ApiRequest exchange)
    {
        try
        {
            exchange.Message = CheckoutXml.Parse(exchange.Body);
            // A cart goes out again in every message about its order, so what could not be written is not taken.
            if (exchange.Message is CheckoutShoppingCart or CreateOrderRecurrenceRequest)
            {
                CheckoutXml.Write(exchange.Message, Stream.Null);
            }

            return null;
        }
        catch (Exception e) when (e is CheckoutXmlException or ArgumentException)
        {
            return Unparsable(e.Message);
        }
    }

    private async Task<(HttpStatusCode Status, CheckoutMessage? Answer)> CarryOutAsync(ApiRequest exchange, CancellationToken cancellationToken)
    {
        exchange.Fault = faults.Take(exchange.Message!);
        switch (exchange.Fault?.Kind)
        {
            case SandboxFaultKind.Refuse:
                return BadRequest(exchange.Fault.Reason);
            case SandboxFaultKind.Unavailable:
                return (HttpStatusCode.ServiceUnavailable, null);
            case SandboxFaultKind.DropBefore:
                return (default, null);
            case SandboxFaultKind.Delay:
                await Task.Delay(exchange.Fault.Time, cancellationToken).ConfigureAwait(false);
                return Dispatch(exchange);
            default:
                return Dispatch(exchange);
        }
    }

    private (HttpStatusCode Status, CheckoutMessage? Answer) Dispatch(ApiRequest exchange)
    {
        var message = exchange.Message!;
        var address = exchange.Address!;
        if (!Belongs(message, address.Service))
        {
            var root = SentXml.RootName(message);
            return Unparsable($"Unexpected element ({root}) encountered: {root}");
        }

        if (message is OrderListRequest list && service.GetError(list) is null)
        {
            exchange.Table = service.Report(list);
            return (HttpStatusCode.OK, null);
        }

        var answer = address.Diagnose ? Diagnose(message) : Answer(message, address.Kind, exchange.Request);
        return (answer is ErrorResponse ? HttpStatusCode.BadRequest : HttpStatusCode.OK, answer);
    }

    private static bool Belongs(CheckoutMessage message, ApiService service) => service switch
    {
        ApiService.Request => message is Hello or OrderCommand or CheckoutShoppingCart,
        ApiService.MerchantCheckout => message is CheckoutShoppingCart,
        _ => message is NotificationHistoryRequest or OrderSummaryRequest or NotificationDataTokenRequest or NotificationDataRequest or OrderListRequest,
    };

    private CheckoutMessage Diagnose(CheckoutMessage message) => service.GetError(message) is { } reason
        ? service.Error(reason)
        : new DiagnoseResponse { SerialNumber = service.NewSerialNumber(), InputXml = SentXml.Echo(message) };

    private CheckoutMessage Answer(CheckoutMessage message, MerchantKind kind, HttpRequest request) => message switch
    {
        Hello => new Bye { SerialNumber = service.NewSerialNumber() },
        CheckoutShoppingCart cart => service.TakeCart(cart, BuyerPages.Of(kind, request), kind == MerchantKind.Donations),
        OrderCommand command => service.CarryOut(command),
        NotificationHistoryRequest history => service.Report(faults.Notifications.Understand(history)),
        NotificationDataTokenRequest start => service.Report(start),
        NotificationDataRequest poll => service.Report(poll),
        OrderSummaryRequest summaries => service.Report(summaries),
        _ => service.Error(service.GetError(message) ?? $"This sandbox does not answer a {message.GetType().Name}."),
    };

    private (HttpStatusCode Status, CheckoutMessage? Answer) BadRequest(string reason) => (HttpStatusCode.BadRequest, service.Error(reason));

    private (HttpStatusCode Status, CheckoutMessage? Answer) Unparsable(string detail) =>
        BadRequest($"Error parsing XML; message from parser is: {detail}");
}
