using System.Text.Json;
using GoogleCheckout.Cli.Commands;
using GoogleCheckout.Cli.Sandbox;
using GoogleCheckout.Orders;
using GoogleCheckout.Sandbox;
using NUnit.Framework;

namespace GoogleCheckout.Cli.Orders;

/// <summary>The commands that call a gateway, as processes, against a sandbox over TLS with a client certificate.</summary>
public class GatewayCommandsTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Delete();

    [Test]
    public async Task Order_ChargeRefundShipArchive_ChangeTheOrder()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        var order = await PlaceAsync(sandbox);

        var charged = await RunAsync(sandbox, "order", order, "charge", "--yes", "--json");
        var refunded = await RunAsync(sandbox, "order", order, "refund", "--reason", "Damaged", "--amount", "5.00 USD", "--yes");
        var shipped = await RunAsync(sandbox, "order", order, "ship", "--item", "book", "--item", "map", "--carrier", "UPS", "--tracking-number", "1Z9");
        var delivered = await RunAsync(sandbox, "order", order, "deliver");
        var archived = await RunAsync(sandbox, "order", order, "archive");
        var shown = await RunAsync(sandbox, "order", order, "--json");

        Assert.Multiple(() =>
        {
            foreach (var result in new[] { charged, refunded, shipped, delivered, archived, shown })
            {
                Assert.That(result.ExitCode, Is.Zero, result.Output + result.Error);
            }

            Assert.That(JsonDocument.Parse(charged.Output).RootElement.GetProperty("command").GetString(), Is.EqualTo("charge"));
            var state = JsonDocument.Parse(shown.Output).RootElement;
            Assert.That(state.GetProperty("financialOrderState").GetString(), Is.EqualTo("CHARGED"));
            Assert.That(state.GetProperty("fulfillmentOrderState").GetString(), Is.EqualTo("DELIVERED"));
            Assert.That(state.GetProperty("totalChargeAmount").GetProperty("amount").GetDecimal(), Is.EqualTo(50m));
            Assert.That(state.GetProperty("totalRefundAmount").GetProperty("amount").GetDecimal(), Is.EqualTo(5m));
            Assert.That(state.GetProperty("archived").GetBoolean(), Is.True);
        });
    }

    [TestCase("y\n", ExitCode.Success)]
    [TestCase("n\n", ExitCode.Negative)]
    [TestCase("\n", ExitCode.Negative)]
    [TestCase("", ExitCode.InvalidInput)]
    public async Task Charge_WithoutYes_AsksBeforeMoneyMoves(string answer, int exitCode)
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        var order = await PlaceAsync(sandbox);

        var result = await GatewayConnection.RunAsync(sandbox, _folder, answer, ["order", order, "charge", "--amount", "12.50 USD"]);

        Assert.That(result.ExitCode, Is.EqualTo(exitCode), result.Error);
        Assert.That(result.Error, Does.StartWith($"Order {order}: charge 12.50 USD? [y/N]"));
        Assert.That(sandbox.Requests.Count(request => request.Message is ChargeOrderRequest), Is.EqualTo(exitCode == ExitCode.Success ? 1 : 0));
    }

    [Test]
    public async Task Charge_ResponseIsLost_SaysThatTheOutcomeIsUnknown()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        var order = await PlaceAsync(sandbox);
        sandbox.Faults.When(message => message is ChargeOrderRequest, SandboxFault.DropAfter, times: 1);

        var result = await RunAsync(sandbox, "order", order, "charge", "--yes");

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.OutcomeUnknown));
        Assert.That(result.Error, Does.Contain("Whether the command was executed is not known: look at the order before you send it again."));
        Assert.That(sandbox.Requests.Count(request => request.Message is ChargeOrderRequest), Is.EqualTo(1));
    }

    [Test]
    public async Task Charge_Rejected_ReturnsOneWithTheReason()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        var order = await PlaceAsync(sandbox);

        var result = await RunAsync(sandbox, "order", order, "charge", "--yes", "--amount", "9999.00 USD");

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Negative));
        Assert.That(result.Error, Is.Not.Empty);
        Assert.That(result.Output, Is.Empty);
    }

    [Test]
    public async Task HistoryAndOrders_OfASandbox_ListThem()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        var order = await PlaceAsync(sandbox);
        using var client = sandbox.CreateClient();
        var day = (await client.GetOrderSummariesAsync([order]))[0].PurchaseDate!.Value.UtcDateTime.Date;

        var history = await RunAsync(sandbox, "history", "--order", order, "--json");
        var orders = await RunAsync(sandbox, "orders", "--from", $"{day.AddDays(-1):yyyy-MM-dd}", "--to", $"{day.AddDays(2):yyyy-MM-dd}");

        Assert.That(history.ExitCode, Is.Zero, history.Error);
        Assert.That(history.Output.TrimEnd().Split('\n').Select(line => JsonDocument.Parse(line).RootElement.GetProperty("notification").GetString()), Does.Contain("new-order"));
        Assert.That(orders.ExitCode, Is.Zero, orders.Error);
        Assert.That(orders.Output, Does.StartWith($"{order}\t").And.Contain("\tCHARGEABLE\t"));
    }

    [Test]
    public async Task Hello_SettingsOfAFileAndTheEnvironment_AreUsed()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        CertificateFiles.Write(sandbox, _folder.Path);
        _folder.Write("appsettings.json", JsonSerializer.Serialize(new { GoogleCheckout = new { sandbox.MerchantId, Environment = sandbox.BaseAddress, ClientCertificate = new { Path = "client.pfx" } } }));

        var result = await ToolProcess.RunAsync(
            ["hello", "--json"],
            new() { ["GoogleCheckout__MerchantKey"] = sandbox.MerchantKey, ["GoogleCheckout__TrustedCertificate"] = Path.Combine(_folder.Path, "authority.pem") },
            folder: _folder.Path);

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(JsonDocument.Parse(result.Output).RootElement.GetProperty("response").GetString(), Is.EqualTo("bye"));
    }

    [Test]
    public async Task Hello_WrongKey_IsRejectedAndNotPrinted()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();

        var result = await ToolProcess.RunAsync(["hello", .. GatewayConnection.Create(sandbox, _folder, key: "the-wrong-key")], []);

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Negative));
        Assert.That(result.Error, Is.Not.Empty.And.Not.Contain("the-wrong-key"));
    }

    [Test]
    public async Task Diagnose_Cart_ExecutesNothing()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();

        var result = await RunAsync(sandbox, "diagnose", _folder.Write("cart.xml", SampleCarts.Books.ToXmlString()), "--json");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(JsonDocument.Parse(result.Output).RootElement.GetProperty("serialNumber").GetString(), Is.Not.Empty);
    }

    [TestCase("hello", "GoogleCheckout:MerchantId is missing")]
    [TestCase("hello --settings missing.json", "--settings: ")]
    [TestCase("hello --key-file missing.key", "--key-file must be the path of a file with the merchant's key")]
    [TestCase("order", "NUMBER")]
    [TestCase("order 123456789012345 refund --yes", "--reason")]
    [TestCase("order 123456789012345 charge --amount 5", "--amount must be an amount with its currency")]
    [TestCase("order 123456789012345 chrge", "chrge is not an argument of googlecheckout order. Did you mean charge?")]
    [TestCase("order 123456789012345 track --tracking-number 1", "--tracking-number requires --carrier.")]
    [TestCase("orders --from yesterday --to 2013-01-01", "--from")]
    [TestCase("history --from yesterday", "--from")]
    [TestCase("diagnose missing.xml", "missing.xml cannot be read")]
    public async Task Command_InvalidInput_NamesItAndReturnsTwo(string commandLine, string message)
    {
        var result = await ToolProcess.RunAsync(commandLine.Split(' '), [], folder: _folder.Path);

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.InvalidInput), result.Output);
        Assert.That(result.Error, Does.Contain(message));
    }

    private static Task<string> PlaceAsync(CheckoutSandbox sandbox) => GatewayConnection.PlaceAsync(sandbox);

    private Task<ToolResult> RunAsync(CheckoutSandbox sandbox, params string[] args) => GatewayConnection.RunAsync(sandbox, _folder, args);
}
