using System.Net;
using System.Net.Http.Headers;
using System.Security.Authentication;
using System.Text;
using GoogleCheckout;
using GoogleCheckout.Notifications;
using Microsoft.Extensions.Options;

namespace MerchantStore.Settings;

/// <summary>Posts a message to the store's own callback URL, as Google Checkout does, and finds out what is wrong.</summary>
/// <remarks>
/// The message is a response without an order, which the endpoint acknowledges without a handler: the test changes nothing. It goes over the
/// network, through the proxy and its certificate, but starts at this machine: a firewall in front of it may still keep others out.
/// </remarks>
internal sealed class CallbackTest(IHttpClientFactory factory, IOptionsMonitor<CheckoutOptions> options)
{
    public const string Client = "callback-test";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <returns>What is wrong and what to do; null if the URL works.</returns>
    public async Task<string?> FindErrorAsync(Uri url, CancellationToken cancellationToken)
    {
        var serialNumber = $"callback-test-{Guid.NewGuid():N}";
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            using var request = CreateRequest(url, serialNumber);
            using var http = factory.CreateClient(Client);
            using var response = await http.SendAsync(request, limit.Token);
            return FindError(response) ?? FindErrorInBody(await response.Content.ReadAsByteArrayAsync(limit.Token), serialNumber);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"There was no response within {Limit.TotalSeconds:0} seconds. Google Checkout would send each notification again.";
        }
        catch (HttpRequestException e) when (e.InnerException is AuthenticationException)
        {
            return "The certificate is not valid for this address, so Google Checkout would not connect. Renew it, or install it with its intermediate certificates.";
        }
        catch (HttpRequestException e)
        {
            return e.HttpRequestError == HttpRequestError.NameResolutionError
                ? $"The name {url.Host} is not known. Check the DNS entry."
                : $"No connection to {url.Authority}. Check that the store, or the proxy in front of it, listens there.";
        }
    }

    private HttpRequestMessage CreateRequest(Uri url, string serialNumber)
    {
        var account = options.CurrentValue;
        var content = new StringContent(new RequestReceivedResponse { SerialNumber = serialNumber }.ToXmlString(), Encoding.UTF8, "application/xml");
        return new HttpRequestMessage(HttpMethod.Post, url)
        {
            Content = content,
            Headers = { Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{account.MerchantId}:{account.MerchantKey}"))) },
        };
    }

    private static string? FindError(HttpResponseMessage response) => response.StatusCode switch
    {
        HttpStatusCode.OK => null,
        HttpStatusCode.Unauthorized => "The response is 401: the credentials did not arrive. A proxy that removes the Authorization header must be configured to pass it on.",
        HttpStatusCode.NotFound => "The response is 404: another site, or another path, is at this address.",
        HttpStatusCode.Forbidden => "The response is 403. If a proxy terminates TLS, set ASPNETCORE_FORWARDEDHEADERS_ENABLED to true, so that the store sees HTTPS.",
        >= HttpStatusCode.Moved and < HttpStatusCode.BadRequest => $"The response is {(int)response.StatusCode}, a redirect, which Google Checkout does not follow. Use the address that it leads to.",
        _ => $"The response is {(int)response.StatusCode}. The log of the store or of the proxy has the reason.",
    };

    private static string? FindErrorInBody(byte[] body, string serialNumber)
    {
        try
        {
            return CheckoutXml.Parse(body) is NotificationAcknowledgment acknowledgment && acknowledgment.SerialNumber == serialNumber ? null : NoAcknowledgment;
        }
        catch (CheckoutXmlException)
        {
            return NoAcknowledgment;
        }
    }

    private const string NoAcknowledgment = "The response is 200, but it is not this store's: another site is at this address.";
}
