using System.Net;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using GoogleCheckout.Carts;
using GoogleCheckout.Orders;
using GoogleCheckout.Sandbox.Callbacks;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Control;

/// <summary>The life of an order in a separate process, with the curl commands of the README.</summary>
public partial class ControlOfAProcessTests
{
    private const string MerchantId = "1234567890";

    [Test]
    [Platform(Exclude = "Win", Reason = "Windows does not have these signals")]
    public async Task ReadmeCommands_InOrder_ProcessAnOrder()
    {
        await using var merchant = await MerchantServer.StartAsync();
        var root = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{Guid.NewGuid():N}.pem");
        await File.WriteAllTextAsync(root, merchant.Authority.ExportCertificatePem());
        await using var process = await SandboxProcess.StartAsync(
            "--urls", "https://127.0.0.1:0", "--http", "http://127.0.0.1:0", "--merchant-id", MerchantId, "--merchant-key", "secret-key", "--callback-trust", root);
        File.Delete(root);
        using var client = new ControlClient(new Uri(process.Told("control")), $"{MerchantId}:secret-key");
        var redirect = (CheckoutRedirect)await client.PostXmlAsync($"merchantCheckout/Merchant/{MerchantId}", SampleCarts.Books);
        var order = "ORDER";
        Dictionary<string, JsonElement> responses = [];

        foreach (var (path, body) in CurlLines())
        {
            var (status, response) = body is null
                ? await client.GetAsync(path.Replace("ORDER", order, StringComparison.Ordinal))
                : await client.PostAsync(path.Replace("ORDER", order, StringComparison.Ordinal), body
                    .Replace("REDIRECT_URL", redirect.RedirectUrl, StringComparison.Ordinal)
                    .Replace("http://localhost:5000/checkout/callback", merchant.CallbackUrl.ToString(), StringComparison.Ordinal));
            Assert.That(status, Is.EqualTo(HttpStatusCode.OK), $"{path}: {response}");
            responses[$"{path} {(body is null ? "GET" : "POST")}"] = response;
            order = path == "orders" && body is not null ? response.GetProperty("googleOrderNumber").GetString()! : order;
            if (path == "orders/ORDER")
            {
                Assert.That(await client.PostXmlAsync($"request/Merchant/{MerchantId}", new ChargeAndShipOrderRequest { GoogleOrderNumber = order }), Is.InstanceOf<RequestReceivedResponse>());
            }
        }

        Assert.Multiple(() =>
        {
            Assert.That(responses["orders/ORDER GET"].GetProperty("financialOrderState").GetString(), Is.EqualTo("CHARGEABLE"));
            Assert.That(responses["orders/ORDER/chargeback POST"].GetProperty("totalChargebackAmount").GetDecimal(), Is.EqualTo(10m));
            Assert.That(responses["requests?latest=5 GET"].EnumerateArray().Last().GetProperty("message").GetString(), Is.EqualTo(nameof(ChargeAndShipOrderRequest)));
            Assert.That(responses["orders GET"].EnumerateArray().Single().GetProperty("fulfillmentOrderState").GetString(), Is.EqualTo("DELIVERED"));
            Assert.That(
                responses["deliveries GET"].EnumerateArray().Select(delivery => delivery.GetProperty("notification").GetString()),
                Is.SupersetOf(new[] { "NewOrderNotification", "OrderStateChangeNotification", "RiskInformationNotification", "AuthorizationAmountNotification", "ChargeAmountNotification", "ChargebackAmountNotification" }));
            Assert.That(responses["deliveries GET"].EnumerateArray().Select(delivery => delivery.GetProperty("acknowledged").GetBoolean()), Is.All.True);
            Assert.That(merchant.Posts, Has.Count.EqualTo(responses["deliveries GET"].GetArrayLength()));
        });
        Assert.That(await process.StopAsync(PosixSignal.SIGTERM), Is.Zero);
    }

    private static IReadOnlyList<(string Path, string? Body)> CurlLines()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "src", "GoogleCheckout.Sandbox", "README.md"));
        return [.. CurlLine().Matches(readme).Select(line => (line.Groups["path"].Value, line.Groups["body"].Success ? line.Groups["body"].Value : null))];
    }

    [GeneratedRegex(@"^curl \$sandbox/(?<path>\S+)(?: --json '(?<body>[^']*)')?$", RegexOptions.Multiline)]
    private static partial Regex CurlLine();
}
