using System.Net;
using GoogleCheckout;
using GoogleCheckout.Orders;

using var http = new HttpClient(new ServiceStandIn());
var client = new CheckoutClient(http, new CheckoutOptions
{
    MerchantId = "1234567890",
    MerchantKey = "a key for tests",
    Environment = CheckoutEnvironment.Sandbox,
});

var answer = await client.ChargeOrderAsync("841171949013218", new Money(12.50m, "USD"));
Console.WriteLine($"answer {answer.SerialNumber}");

internal sealed class ServiceStandIn : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = await request.Content!.ReadAsStringAsync(cancellationToken);
        var charge = CheckoutXml.Parse<ChargeOrderRequest>(body);
        Console.WriteLine($"charge of {charge.Amount} for order {charge.GoogleOrderNumber}");

        var answer = new RequestReceivedResponse { SerialNumber = "bea6bc1b" };
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(answer.ToXmlString()) };
    }
}
