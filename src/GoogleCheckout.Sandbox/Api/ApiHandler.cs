using System.Net;
using System.Text;
using GoogleCheckout.Carts;
using GoogleCheckout.Orders;
using GoogleCheckout.Reports;
using GoogleCheckout.Sandbox.Accounts;
using GoogleCheckout.Sandbox.Infrastructure;
using GoogleCheckout.Sandbox.Merchants;
using GoogleCheckout.Sandbox.Pages;
using GoogleCheckout.Sandbox.Service;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GoogleCheckout.Sandbox.Api;

/// <summary>Handles HTTP requests to the API: authenticates the merchant, parses the message, executes it, and writes the response.</summary>
/// <param name="account">The account of the merchant that sends the requests.</param>
/// <param name="validator">Finds what the service does not understand in a message.</param>
/// <param name="buyerPage">The URL of the page on which the buyer places the order.</param>
internal sealed class ApiHandler(MerchantAccount account, RequestValidator validator, BuyerPageUrl buyerPage)
{
    private const string ProtocolNamespace = "http://checkout.google.com/schema/2";

    private static readonly byte[] UnavailablePage = Encoding.UTF8.GetBytes("<html><head><title>Service error</title></head><body><h1>The service is not available</h1></body></html>\n");

    private readonly CheckoutService _service = account.Service;
    private readonly SandboxFaults _faults = account.Faults;

    /// <summary>Handles a request, and writes a response to any request.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        var apiRequest = new ApiRequest(context.Request, _service.Now);
        var (status, response) = await GetResponseAsync(apiRequest, context.RequestAborted).ConfigureAwait(false);
        if (status == default || apiRequest.Fault?.Kind is SandboxFaultKind.DropAfter or SandboxFaultKind.DropDuring)
        {
            account.Requests.Add(apiRequest.ToLogEntry(status, response));
            context.Abort();
            return;
        }

        try
        {
            apiRequest.ResponseBody = CreateDocument(apiRequest, response);
        }
        catch (Exception e)
        {
            // An edit of the test's code failed, or the response contains text that XML cannot contain.
            (status, response) = Fail(apiRequest, e);
            apiRequest.ResponseBody = CreateDocument(apiRequest, response);
        }

        account.Requests.Add(apiRequest.ToLogEntry(status, response));
        context.Response.StatusCode = (int)status;
        context.Response.ContentType = GetContentType(apiRequest, response);
        context.Response.ContentLength = apiRequest.ResponseBody.Length;
        if (status == HttpStatusCode.Unauthorized)
        {
            context.Response.Headers.WWWAuthenticate = "Basic realm=\"Google Checkout sandbox\"";
        }

        await context.Response.Body.WriteAsync(apiRequest.ResponseBody, context.RequestAborted).ConfigureAwait(false);
    }

    private static string GetContentType(ApiRequest apiRequest, CheckoutMessage? response) =>
        response is not null ? "application/xml; charset=UTF-8"
        : apiRequest.Csv is not null ? "text/csv; charset=UTF-8"
        : "text/html; charset=UTF-8";

    private ReadOnlyMemory<byte> CreateDocument(ApiRequest apiRequest, CheckoutMessage? response)
    {
        var document = response is null ? apiRequest.Csv is { } csv ? Encoding.UTF8.GetBytes(csv) : UnavailablePage
            : _faults.Notifications.TryEdit(response, out var edited) ? edited.ToBytes()
            : MessageBytes.Of(response);
        return document[..(document.Length / (apiRequest.Fault?.Kind == SandboxFaultKind.Truncate ? 2 : 1))];
    }

    private (HttpStatusCode Status, CheckoutMessage? Response) Fail(ApiRequest apiRequest, Exception e)
    {
        apiRequest.Fault = SandboxFault.FromException(e);
        return (HttpStatusCode.InternalServerError, _service.CreateError(apiRequest.Fault.Reason));
    }

    // The message is null if the response is CSV, or if a fault replaces the response.
    private async Task<(HttpStatusCode Status, CheckoutMessage? Response)> GetResponseAsync(ApiRequest apiRequest, CancellationToken cancellationToken)
    {
        try
        {
            if (GetRejection(apiRequest) is { } rejection)
            {
                return rejection;
            }

            await apiRequest.ReadBodyAsync(cancellationToken).ConfigureAwait(false);
            return Parse(apiRequest) ?? GetAddressError(apiRequest) ?? GetErrors(apiRequest) ?? await ExecuteAsync(apiRequest, cancellationToken).ConfigureAwait(false);
        }
        catch (BadHttpRequestException e)
        {
            return ((HttpStatusCode)e.StatusCode, _service.CreateError(e.Message));
        }
    }

    private (HttpStatusCode Status, CheckoutMessage? Response)? GetRejection(ApiRequest apiRequest)
    {
        var (request, address) = (apiRequest.Request, apiRequest.Address);
        return address is null ? (HttpStatusCode.NotFound, _service.CreateError("The sandbox does not support this address. See the sandbox's README for what it supports."))
            : request.Method != HttpMethods.Post ? (HttpStatusCode.MethodNotAllowed, _service.CreateError("Use the POST method."))
            : address.MalformedId is { } error ? CreateBadRequest(error)
            : address.MerchantId != account.Id || !account.Credentials.Match(request) ? (HttpStatusCode.Unauthorized, _service.CreateError("Bad username and/or password for API Access."))
            : !account.AcceptsCertificate(request) ? (HttpStatusCode.Unauthorized, _service.CreateError(MerchantAccount.ForeignCertificate))
            : null;
    }

    private (HttpStatusCode Status, CheckoutMessage? Response)? Parse(ApiRequest apiRequest)
    {
        try
        {
            apiRequest.Errors = validator.GetErrors(apiRequest.Body);
            apiRequest.Message = CheckoutXml.Parse(apiRequest.Body);
            if (apiRequest.Errors.Count == 0 && RequestValidator.GetListError(apiRequest.Message) is { } error)
            {
                apiRequest.Errors = [error];
            }

            // Every notification of the order contains the cart, so a cart that cannot be written is rejected.
            if (apiRequest.Message is CheckoutShoppingCart or CreateOrderRecurrenceRequest)
            {
                CheckoutXml.Write(apiRequest.Message, Stream.Null);
            }

            return null;
        }
        catch (Exception e) when (e is CheckoutXmlException or ArgumentException)
        {
            // A violation of the schema is the cause of what cannot be read.
            return GetErrors(apiRequest) ?? CreateParsingError(e.Message);
        }
    }

    private (HttpStatusCode Status, CheckoutMessage? Response)? GetErrors(ApiRequest apiRequest)
    {
        if (apiRequest.Errors.Count == 0)
        {
            return null;
        }

        var input = !apiRequest.Address!.Diagnose ? null : apiRequest.Message is { } message ? SentXml.GetRootXml(message) : SentXml.GetRootXml(apiRequest.Body);
        return input is null ? CreateParsingError(apiRequest.Errors[0]) : (HttpStatusCode.OK, _service.CreateDiagnosis(input, apiRequest.Errors));
    }

    private (HttpStatusCode Status, CheckoutMessage? Response)? GetAddressError(ApiRequest apiRequest)
    {
        if (Accepts(apiRequest.Message!, apiRequest.Address!.Service))
        {
            return null;
        }

        if (GetKind(apiRequest.Message!) is var (kind, address))
        {
            return CreateBadRequest($"You have tried to post {kind} request to the wrong URL, try posting it to /{address}");
        }

        var root = SentXml.GetRootName(apiRequest.Message!);
        return apiRequest.Message is UnknownMessage { RootNamespace: not ProtocolNamespace }
            ? GetErrors(apiRequest)
            : CreateParsingError($"Unexpected element ({root}) encountered: {root}");
    }

    // The status is 0 if the connection is dropped.
    private async Task<(HttpStatusCode Status, CheckoutMessage? Response)> ExecuteAsync(ApiRequest apiRequest, CancellationToken cancellationToken)
    {
        try
        {
            apiRequest.Fault = _faults.Take(apiRequest.Message!);
        }
        catch (Exception e)
        {
            return Fail(apiRequest, e);
        }

        switch (apiRequest.Fault?.Kind)
        {
            case SandboxFaultKind.Refuse:
                return CreateBadRequest(apiRequest.Fault.Reason);
            case SandboxFaultKind.Unavailable:
                return (HttpStatusCode.ServiceUnavailable, null);
            case SandboxFaultKind.DropBefore:
                return (default, null);
            case SandboxFaultKind.DropDuring:
                // The connection is no longer there to end the wait.
                var stopping = apiRequest.Request.HttpContext.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
                apiRequest.Request.HttpContext.Abort();
                await Task.Delay(apiRequest.Fault.Time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return stopping.IsCancellationRequested ? (default, null) : Dispatch(apiRequest);
            case SandboxFaultKind.Delay:
                await Task.Delay(apiRequest.Fault.Time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return cancellationToken.IsCancellationRequested ? (default, null) : Dispatch(apiRequest);
            default:
                return Dispatch(apiRequest);
        }
    }

    private (HttpStatusCode Status, CheckoutMessage? Response) Dispatch(ApiRequest apiRequest)
    {
        var message = apiRequest.Message!;
        var address = apiRequest.Address!;
        if (message is OrderListRequest list && _service.GetError(list) is null)
        {
            apiRequest.Csv = _service.GetReport(list);
            return (HttpStatusCode.OK, null);
        }

        var response = address.Diagnose ? _service.Diagnose(message, SentXml.GetRootXml(message)) : Execute(message, address.Kind, apiRequest.Request);
        return (response is ErrorResponse ? HttpStatusCode.BadRequest : HttpStatusCode.OK, response);
    }

    private static bool Accepts(CheckoutMessage message, ApiService service) => service switch
    {
        ApiService.Request => message is Hello or OrderCommand or CheckoutShoppingCart,
        ApiService.MerchantCheckout => message is CheckoutShoppingCart,
        _ => message is NotificationHistoryRequest or OrderSummaryRequest or NotificationDataTokenRequest or NotificationDataRequest or OrderListRequest,
    };

    // The service's name for the kind of a request, and its address; null for messages that are no requests.
    private static (string Kind, string Address)? GetKind(CheckoutMessage message) =>
        Accepts(message, ApiService.Reports) ? ("a Reports", "reports")
        : Accepts(message, ApiService.MerchantCheckout) ? ("a Checkout", "merchantCheckout")
        : Accepts(message, ApiService.Request) ? ("an Order Processing", "request")
        : null;

    private CheckoutMessage Execute(CheckoutMessage message, MerchantKind kind, HttpRequest request) => message switch
    {
        Hello => new Bye { SerialNumber = _service.CreateSerialNumber() },
        CheckoutShoppingCart cart => _service.AddCart(cart, buyerPage.Get(kind, request), kind == MerchantKind.Donations),
        OrderCommand command => _service.Execute(command),
        NotificationHistoryRequest history => _service.GetReport(_faults.Notifications.Understand(history)),
        NotificationDataTokenRequest start => _service.GetReport(start),
        NotificationDataRequest poll => _service.GetReport(poll),
        OrderSummaryRequest summaries => _service.GetReport(summaries),
        _ => _service.CreateError(_service.GetError(message) ?? $"The sandbox does not support {message.GetType().Name}."),
    };

    private (HttpStatusCode Status, CheckoutMessage? Response) CreateBadRequest(string reason) => (HttpStatusCode.BadRequest, _service.CreateError(reason));

    private (HttpStatusCode Status, CheckoutMessage? Response) CreateParsingError(string detail) =>
        (HttpStatusCode.BadRequest, _service.CreateParsingError(detail));
}
