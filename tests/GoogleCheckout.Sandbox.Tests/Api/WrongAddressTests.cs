using System.Net;
using GoogleCheckout.Orders;
using GoogleCheckout.Reports;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Api;

/// <summary>Requests at an address for other requests are refused in the words of the service, which name the right one.</summary>
[Parallelizable(ParallelScope.All)]
public class WrongAddressTests
{
    private static IEnumerable<object[]> Requests()
    {
        CheckoutMessage[] reports =
        [
            new OrderSummaryRequest { OrderNumbers = ["1"] },
            new NotificationHistoryRequest { SerialNumber = "1" },
            new NotificationDataRequest { ContinueToken = "1" },
            new OrderListRequest { StartDate = new DateTime(2012, 10, 10, 0, 0, 0, DateTimeKind.Unspecified), EndDate = new DateTime(2012, 10, 11, 0, 0, 0, DateTimeKind.Unspecified) },
        ];
        CheckoutMessage[] commands = [new Hello(), new ChargeOrderRequest { GoogleOrderNumber = "1" }, new CancelOrderRequest { GoogleOrderNumber = "1", Reason = "Late" }];
        foreach (var report in reports)
        {
            yield return ["request", report, "a Reports request", "/reports"];
            yield return ["merchantCheckout", report, "a Reports request", "/reports"];
        }

        foreach (var command in commands)
        {
            yield return ["reports", command, "an Order Processing request", "/request"];
            yield return ["merchantCheckout", command, "an Order Processing request", "/request"];
        }

        yield return ["reports", SampleCarts.Books, "a Checkout request", "/merchantCheckout"];
    }

    [TestCaseSource(nameof(Requests))]
    public async Task Request_AtAnotherAddress_IsRefusedWithItsAddress(string api, CheckoutMessage request, string kind, string address)
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = new RawClient(sandbox);

        var (status, response) = await client.PostAsync(api, request);

        Assert.That(status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(((ErrorResponse)response).ErrorMessage, Is.EqualTo($"You have tried to post {kind} to the wrong URL, try posting it to {address}"));
    }

    [Test]
    public async Task Request_AtAnotherAddressAndInvalid_IsToldItsAddressFirst()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = new RawClient(sandbox);

        var (_, response) = await client.PostAsync("request", "<order-summary-request xmlns='http://checkout.google.com/schema/2'/>");

        Assert.That(((ErrorResponse)response).ErrorMessage, Is.EqualTo("You have tried to post a Reports request to the wrong URL, try posting it to /reports"));
    }
}
