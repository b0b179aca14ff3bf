using System.Text.Json;
using GoogleCheckout.Carts;
using GoogleCheckout.Cli.Commands;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using GoogleCheckout.Sandbox;
using NUnit.Framework;

namespace GoogleCheckout.Cli.Orders;

/// <summary>The commands that post a cart, poll, and get single notifications, as processes against a sandbox.</summary>
public class QueryCommandsTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Delete();

    [Test]
    public async Task Checkout_CartInAPipe_PrintsAnAddressThatABuyerCanUse()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();

        var result = await GatewayConnection.RunAsync(sandbox, _folder, SampleCarts.Books.ToXmlString(), ["checkout", "-", "--json"]);

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        var redirect = new CheckoutRedirect { RedirectUrl = JsonDocument.Parse(result.Output).RootElement.GetProperty("redirectUrl").GetString()! };
        Assert.That((await sandbox.PlaceOrderAsync(redirect)).OrderTotal, Is.EqualTo(new Money(50m, "USD")));
    }

    [Test]
    public async Task Checkout_CartThatIsRejected_IsSentOnlyIfItIsNotValidated()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        var cart = _folder.Write("cart.xml", SampleCarts.Books.ToXElement().ToString().Replace("USD\">5.5", "EUR\">5.5", StringComparison.Ordinal));

        var validated = await RunAsync(sandbox, "checkout", cart);
        var requests = sandbox.Requests.Count;
        var sent = await RunAsync(sandbox, "checkout", cart, "--skip-validation");

        Assert.That((validated.ExitCode, requests), Is.EqualTo((ExitCode.InvalidInput, 0)));
        Assert.That(validated.Error, Does.Contain("EUR"));
        Assert.That((sent.ExitCode, sandbox.Requests.Count), Is.EqualTo((ExitCode.Negative, 1)));
    }

    [Test]
    public async Task Checkout_ResponseIsLost_CanBeSentAgain()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        sandbox.Faults.Next(SandboxFault.DropAfter);

        var result = await GatewayConnection.RunAsync(sandbox, _folder, SampleCarts.Books.ToXmlString(), ["checkout", "-"]);

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.NoResponse));
    }

    [Test]
    public async Task History_SerialNumberAsXml_IsTheDocument()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        var order = await GatewayConnection.PlaceAsync(sandbox);
        var listed = await RunAsync(sandbox, "history", "--order", order);
        var serialNumber = listed.Output.Split('\n')[0].Split('\t')[3];

        var result = await RunAsync(sandbox, "history", "--serial-number", serialNumber, "--xml");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(CheckoutXml.Parse<Notification>(result.Output).SerialNumber, Is.EqualTo(serialNumber));
    }

    [Test]
    public async Task History_AsXml_IsAnArchive()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        var order = await GatewayConnection.PlaceAsync(sandbox);
        var listed = await RunAsync(sandbox, "history", "--order", order);

        var documents = await RunAsync(sandbox, "history", "--order", order, "--xml");
        var archive = await ToolProcess.RunAsync("archive", "list", _folder.Write("order.log", documents.Output));

        Assert.That(archive.ExitCode, Is.Zero, archive.Output);
        Assert.That(archive.Output.Split('\n'), Has.Length.EqualTo(listed.Output.Split('\n').Length + 1));
    }

    [Test]
    public async Task Poll_Twice_ListsEachNotificationOnce()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        var start = $"{DateTimeOffset.UtcNow.AddMinutes(-10):O}";
        var file = Path.Combine(_folder.Path, "poll.token");
        var first = await GatewayConnection.PlaceAsync(sandbox);
        await sandbox.AdvanceAsync(TimeSpan.FromHours(1));

        var begun = await RunAsync(sandbox, "poll", "--token-file", file, "--from", start);
        var second = await GatewayConnection.PlaceAsync(sandbox);
        await sandbox.AdvanceAsync(TimeSpan.FromHours(1));
        var continued = await RunAsync(sandbox, "poll", "--token-file", file, "--json");
        var ended = await RunAsync(sandbox, "poll", "--token-file", file);

        Assert.That((begun.ExitCode, continued.ExitCode, ended.ExitCode), Is.EqualTo((0, 0, 0)), begun.Error + continued.Error + ended.Error);
        Assert.That(begun.Output, Does.Contain($"\tnew-order\t{first}\t"));
        Assert.That(continued.Output, Does.Contain(second).And.Not.Contain(first));
        Assert.That(ended.Output, Is.Empty);
    }

    [Test]
    public async Task Poll_OneCannotBeRead_ListsTheOthersAndReturnsOne()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        var start = $"{DateTimeOffset.UtcNow.AddMinutes(-10):O}";
        var file = Path.Combine(_folder.Path, "poll.token");
        sandbox.Faults.OnDelivery(
            notification => notification is NewOrderNotification,
            DeliveryFault.EditXml(root =>
            {
                root.Elements().Single(element => element.Name.LocalName == "order-total").Value = "much";
                return root;
            }));
        var order = await GatewayConnection.PlaceAsync(sandbox);
        await sandbox.AdvanceAsync(TimeSpan.FromHours(1));

        var result = await RunAsync(sandbox, "poll", "--token-file", file, "--from", start);
        var next = await RunAsync(sandbox, "poll", "--token-file", file);

        Assert.That((result.ExitCode, next.ExitCode), Is.EqualTo((ExitCode.Negative, ExitCode.Success)), result.Error + next.Error);
        Assert.That(result.Output, Does.Contain($"\torder-state-change\t{order}\t").And.Not.Contain("new-order\t"));
        Assert.That(result.Error, Does.StartWith("new-order-notification ").And.Contains($" of order {order}: ").And.Contains("/new-order-notification/order-total"));
        Assert.That(next.Output, Is.Empty);
    }

    [TestCase("checkout missing.xml", "missing.xml cannot be read")]
    [TestCase("checkout -", "(standard input) is not a cart.")]
    [TestCase("diagnose -", "GoogleCheckout:MerchantId is missing")]
    [TestCase("poll", "--token-file")]
    [TestCase("poll --token-file missing.token", "--token-file: missing.token does not exist. Use --from for the first poll.")]
    [TestCase("poll --token-file empty.token", "--token-file: empty.token is empty. Delete it, and use --from.")]
    [TestCase("poll --token-file a.token --from yesterday", "--from")]
    [TestCase("poll --token-file . --from 2013-01-31T00:00:00Z", "--token-file: . is a folder. Name a file in it, for example ./poll.token.")]
    [TestCase("poll --token-file none/a.token --from 2013-01-31T00:00:00Z", "--token-file: none/a.token cannot be written: ")]
    public async Task Command_InvalidInput_NamesItAndReturnsTwo(string commandLine, string message)
    {
        _folder.Write("empty.token", "\n");

        var result = await ToolProcess.RunAsync(commandLine.Split(' '), [], new ArchiveOrderRequest { GoogleOrderNumber = "1" }.ToXmlString(), _folder.Path);

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.InvalidInput), result.Output);
        Assert.That(result.Error, Does.Contain(message));
    }

    private Task<ToolResult> RunAsync(CheckoutSandbox sandbox, params string[] args) => GatewayConnection.RunAsync(sandbox, _folder, args);
}
