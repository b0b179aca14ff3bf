using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using GoogleCheckout.Sandbox.Accounts;
using GoogleCheckout.Sandbox.Api;
using Microsoft.AspNetCore.Http;

namespace GoogleCheckout.Sandbox.Control;

/// <summary>
/// The control endpoint: the methods of <c>CheckoutSandbox</c> for scripts, as JSON below <c>/sandbox/</c>. A web page cannot
/// use it: the endpoint never sends an authentication challenge, so browsers do not store the merchant's credentials for it; and it
/// accepts only JSON, which browsers post to another site only with its permission, which the endpoint never grants.
/// </summary>
internal sealed class ControlHandler(MerchantAccount account)
{
    private const string Prefix = "/sandbox";
    private const string JsonContentType = "application/json";
    private const byte LineEnd = (byte)'\n';

    private ControlActions? _actions;

    /// <summary>Returns whether the request is for this endpoint.</summary>
    public static bool CanHandle(HttpRequest request) => request.Path.StartsWithSegments(Prefix, StringComparison.Ordinal);

    /// <summary>Starts to execute requests. Before the call, requests are rejected.</summary>
    public void Open(ControlActions actions) => _actions = actions;

    public async Task HandleAsync(HttpContext context)
    {
        var (status, write) = await GetResponseAsync(context.Request, context.RequestAborted).ConfigureAwait(false);
        context.Response.StatusCode = (int)status;
        context.Response.ContentType = JsonContentType;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        await write(context.Response, context.RequestAborted).ConfigureAwait(false);
    }

    private async Task<(HttpStatusCode Status, Func<HttpResponse, CancellationToken, Task> Write)> GetResponseAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return (HttpStatusCode.OK, await DispatchAsync(request, cancellationToken).ConfigureAwait(false));
        }
        catch (ControlException e)
        {
            return (e.Status, SerializeError(e.Message));
        }
        catch (BadHttpRequestException e)
        {
            return ((HttpStatusCode)e.StatusCode, SerializeError(e.Message));
        }
        catch (IOException) when (!cancellationToken.IsCancellationRequested)
        {
            return (HttpStatusCode.BadRequest, SerializeError(ApiRequest.UnreadableBody));
        }
        catch (ArgumentException e)
        {
            return (HttpStatusCode.BadRequest, SerializeError(RemoveParameterName(e)));
        }
        catch (InvalidOperationException e)
        {
            return (HttpStatusCode.Conflict, SerializeError(e.Message));
        }
    }

    private async Task<Func<HttpResponse, CancellationToken, Task>> DispatchAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!account.Credentials.Match(request))
        {
            throw new ControlException(HttpStatusCode.Unauthorized, "The request needs the merchant's id and key as HTTP Basic credentials.");
        }

        if (!account.AcceptsCertificate(request))
        {
            throw new ControlException(HttpStatusCode.Unauthorized, MerchantAccount.ForeignCertificate);
        }

        var actions = _actions ?? throw new ControlException(HttpStatusCode.ServiceUnavailable, "The sandbox is still starting.");
        var json = ControlJson.Readable;
        string[] path = [request.Method, .. request.Path.Value![Prefix.Length..].Split('/', StringSplitOptions.RemoveEmptyEntries)];
        return path switch
        {
            ["GET", "orders"] => SerializeList(actions.GetOrders(), json.IEnumerableOrderState),
            ["POST", "orders"] => Serialize(await actions.PlaceOrderAsync(await ReadAsync(json.PlaceOrder).ConfigureAwait(false), cancellationToken).ConfigureAwait(false), json.OrderState),
            ["GET", "orders", var order] => Serialize(actions.GetOrder(order), json.OrderState),
            ["POST", "orders", var order, "chargeback"] => Serialize(await actions.ChargebackAsync(order, await ReadAsync(json.Chargeback).ConfigureAwait(false), cancellationToken).ConfigureAwait(false), json.OrderState),
            ["POST", "orders", var order, "cancel-by-google"] => Serialize(await actions.CancelByGoogleAsync(order, await ReadAsync(json.CancelByGoogle).ConfigureAwait(false), cancellationToken).ConfigureAwait(false), json.OrderState),
            ["POST", "orders", var order, "cancel-by-buyer"] => Serialize(await actions.CancelByBuyerAsync(order, await ReadAsync(json.NoSettings).ConfigureAwait(false), cancellationToken).ConfigureAwait(false), json.OrderState),
            ["POST", "orders", var order, "cancel-subscription"] => Serialize(await actions.CancelSubscriptionAsync(order, await ReadAsync(json.CancelSubscription).ConfigureAwait(false), cancellationToken).ConfigureAwait(false), json.OrderState),
            ["POST", "orders", var order, "card"] => Serialize(await actions.ReplaceCardAsync(order, await ReadAsync(json.CardChoice).ConfigureAwait(false), cancellationToken).ConfigureAwait(false), json.OrderState),
            ["GET", "clock"] => Serialize(actions.GetClock(), json.ClockState),
            ["POST", "clock"] => Serialize(await actions.AdvanceAsync(await ReadAsync(json.ClockChange).ConfigureAwait(false), cancellationToken).ConfigureAwait(false), json.ClockState),
            ["GET", "callback"] => Serialize(actions.GetCallback(), json.CallbackState),
            ["POST", "callback"] => Serialize(actions.SetCallback(await ReadAsync(json.CallbackChange).ConfigureAwait(false)), json.CallbackState),
            ["POST", "faults"] => Serialize(actions.AddFault(await ReadAsync(json.FaultRule).ConfigureAwait(false)), json.FaultRule),
            ["POST", "delivery-faults"] => Serialize(actions.AddDeliveryFault(await ReadAsync(json.DeliveryFaultRule).ConfigureAwait(false)), json.DeliveryFaultRule),
            ["POST", "faults", "clear"] => Serialize(actions.ClearFaults(await ReadAsync(json.NoSettings).ConfigureAwait(false)), json.NoSettings),
            ["POST", "deliver"] => Serialize(await actions.DeliverAsync(await ReadAsync(json.Deliver).ConfigureAwait(false), cancellationToken).ConfigureAwait(false), json.DeliveryReport),
            ["GET", "deliveries"] => SerializeList(actions.GetDeliveries(ParseLatest(request)), json.IEnumerableDeliveryEntry),
            ["GET", "requests"] => SerializeList(actions.GetRequests(ParseLatest(request)), json.IEnumerableRequestEntry),
            _ => throw new ControlException(HttpStatusCode.NotFound, $"The control endpoint does not support {QuotedText.Of(request.Method)} {QuotedText.OfIdentifier(request.Path)}. See the sandbox's README for the supported requests."),
        };

        Task<T> ReadAsync<T>(JsonTypeInfo<T> type) => ReadBodyAsync(request, type, cancellationToken);
    }

    private static async Task<T> ReadBodyAsync<T>(HttpRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        if (!JsonContentType.Equals(request.ContentType?.Split(';')[0].Trim(), StringComparison.OrdinalIgnoreCase))
        {
            throw new ControlException(HttpStatusCode.UnsupportedMediaType, $"The body must be JSON, with the content type {JsonContentType}.");
        }

        try
        {
            return await JsonSerializer.DeserializeAsync(request.Body, type, cancellationToken).ConfigureAwait(false)
                ?? throw new ControlException(HttpStatusCode.BadRequest, "The body must be a JSON object, not null.");
        }
        catch (JsonException e)
        {
            // The message of JsonException names .NET types, which do not help a script.
            var reason = e.InnerException is ControlException own ? own.Message : JsonMembers.Describe(type, e.Path ?? "$");
            throw new ControlException(HttpStatusCode.BadRequest, $"The body is invalid at {QuotedText.Of(e.Path ?? "$", Identifier.MaxLength)}. {reason}");
        }
    }

    private static int ParseLatest(HttpRequest request) => request.Query["latest"].ToString() switch
    {
        "" => int.MaxValue,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) => count,
        _ => throw new ControlException(HttpStatusCode.BadRequest, "latest must be a whole number, for example latest=20."),
    };

    private static Func<HttpResponse, CancellationToken, Task> Serialize<T>(T answer, JsonTypeInfo<T> type) => async (response, cancellationToken) =>
    {
        byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(answer, type), LineEnd];
        response.ContentLength = line.Length;
        await response.Body.WriteAsync(line, cancellationToken).ConfigureAwait(false);
    };

    // Written as it is enumerated, so that the whole response is never in memory.
    private static Func<HttpResponse, CancellationToken, Task> SerializeList<T>(IEnumerable<T> answer, JsonTypeInfo<IEnumerable<T>> type) => async (response, cancellationToken) =>
    {
        await JsonSerializer.SerializeAsync(response.Body, answer, type, cancellationToken).ConfigureAwait(false);
        await response.Body.WriteAsync(new[] { LineEnd }, cancellationToken).ConfigureAwait(false);
    };

    private static Func<HttpResponse, CancellationToken, Task> SerializeError(string reason) => Serialize(new ControlError(reason), ControlJson.Readable.ControlError);

    private static string RemoveParameterName(ArgumentException e) =>
        e.ParamName is { } name ? e.Message.Replace($" (Parameter '{name}')", string.Empty, StringComparison.Ordinal) : e.Message;
}
