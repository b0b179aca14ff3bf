using GoogleCheckout.Carts;
using GoogleCheckout.Cli.Commands;
using GoogleCheckout.Orders;
using GoogleCheckout.Sandbox;
using GoogleCheckout.Sandbox.Control;
using NUnit.Framework;

namespace GoogleCheckout.Cli.Sandbox;

/// <summary>The lines of the sandbox about requests and deliveries.</summary>
public class TrafficLogTests
{
    private const string Time = @"\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ";
    private const string Credentials = "1234567890:secret-key";

    [Test]
    public async Task Run_RequestsAndDeliveries_HaveALineEach()
    {
        var (output, error, order) = await RunAsync([]);

        Assert.Multiple(() =>
        {
            Assert.That(output, Does.Match($@"(?m)^{Time} <- POST checkout-shopping-cart: 200 \([0-9.]+ ms\)$"));
            Assert.That(output, Does.Match($@"(?m)^{Time} <- POST charge-order {order}: 400 .+ \([0-9.]+ ms\)$"));
            Assert.That(output, Does.Match($@"(?m)^{Time} <- POST /checkout/api/checkout/v2/request/Merchant/1234567890: 401 .+ \([0-9.]+ ms\)$"));
            Assert.That(output, Does.Not.Contain(" -> ").And.Not.Contain("    new-order"));
            Assert.That(error, Does.Match($@"(?m)^{Time} -> new-order {order}-00001-7: not acknowledged: .+ \([0-9.]+ ms\)$"));
        });
    }

    [Test]
    public async Task Run_Verbose_HasALineForEachChangeOfAnOrder()
    {
        var (output, _, order) = await RunAsync(["--verbose"]);

        Assert.That(output, Does.Match($@"(?m)^{Time}    new-order {order}-00001-7$"));
        Assert.That(output, Does.Match($@"(?m)^{Time}    order-state-change {order}-\d+-1: CHARGEABLE, NEW$"));
    }

    [Test]
    public async Task Run_Quiet_WritesOnlyFailures()
    {
        var (output, error, _) = await RunAsync(["--quiet"]);

        Assert.That(output, Does.EndWith("Stop it with Ctrl-C.\n"));
        Assert.That(error, Does.Contain(" not acknowledged: "));
    }

    [TestCase("--verbose")]
    [TestCase("--quiet")]
    public async Task Run_AnyDetail_HasNoDataOfTheBuyerAndNoKey(string detail)
    {
        var (output, error, _) = await RunAsync([detail]);
        var lines = output[output.IndexOf("Stop it", StringComparison.Ordinal)..] + error;
        var buyer = new SandboxBuyer();

        foreach (var secret in new[] { "secret-key", SampleCarts.Books.ShoppingCart.Items[0].ItemName, buyer.ShippingAddress.Email!, buyer.ShippingAddress.ContactName!, buyer.ShippingAddress.Address1! })
        {
            Assert.That(lines, Does.Not.Contain(secret));
        }
    }

    [Test]
    public void Line_TextOfOthers_IsQuoted()
    {
        var request = new SandboxRequest { ReceivedAt = default, Method = "POST", Path = "/a\u001b[2J/key", StatusCode = System.Net.HttpStatusCode.BadRequest, Response = new ErrorResponse { ErrorMessage = "bad\nline" } };

        var line = TrafficLine.Of(request, "key");

        Assert.That(line, Does.Contain("/***").And.Contain("\\u001b").And.Not.Contain('\u001b').And.Not.Contain('\n'));
    }

    private static async Task<(string Output, string Error, string Order)> RunAsync(string[] args)
    {
        using var stop = new CancellationTokenSource();
        using var output = new FlushedWriter();
        using var error = new StringWriter();
        var running = Tool.RunAsync(
            ["sandbox", "--urls", "https://127.0.0.1:0", "--http", "http://127.0.0.1:0", "--pages", "off", "--merchant-id", "1234567890", "--merchant-key", "secret-key", "--callback-url", "http://127.0.0.1:1/callback", .. args],
            new ToolConsole(TextReader.Null, output, error), stop.Token);
        await Task.WhenAny(output.Flushed, running);
        var control = new Uri(output.ToString().Split('\n').Single(line => line.Contains("control  ", StringComparison.Ordinal)).Split(' ')[^1].Trim());
        using var client = new ControlClient(control, Credentials);
        using var stranger = new ControlClient(control, "1234567890:wrong");

        var redirect = (CheckoutRedirect)await client.PostXmlAsync("merchantCheckout/Merchant/1234567890", SampleCarts.Books);
        var placed = await client.PostAsync("orders", $$"""{"redirectUrl": "{{redirect.RedirectUrl}}"}""");
        var order = placed.Response.GetProperty("googleOrderNumber").GetString()!;
        await client.PostXmlAsync("request/Merchant/1234567890", new ChargeOrderRequest { GoogleOrderNumber = order, Amount = new Money(9999m, "USD") });
        await stranger.PostXmlAsync("request/Merchant/1234567890", new ChargeOrderRequest { GoogleOrderNumber = order });
        await client.PostAsync("clock", """{"advance": "0:02:00"}""");
        await client.PostAsync("deliver", "{}");
        await stop.CancelAsync();

        Assert.That(await running, Is.Zero, error.ToString());
        return (output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"), order);
    }
}
