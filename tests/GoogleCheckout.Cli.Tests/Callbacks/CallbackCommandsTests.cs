using GoogleCheckout.Cli.Commands;
using GoogleCheckout.Notifications;
using GoogleCheckout.Sandbox;
using NUnit.Framework;

namespace GoogleCheckout.Cli.Callbacks;

/// <summary>The commands that post to a site, as processes, over TLS.</summary>
public class CallbackCommandsTests
{
    private TemporaryFolder _folder = null!;
    private string _key = null!;

    [SetUp]
    public void CreateFolder()
    {
        _folder = new TemporaryFolder();
        _key = _folder.Write("merchant.key", CallbackSite.MerchantKey + "\n");
    }

    [TearDown]
    public void DeleteFolder() => _folder.Delete();

    [Test]
    public async Task Send_ToASite_IsHandledAndAcknowledged()
    {
        await using var site = await CallbackSite.StartAsync();
        var file = _folder.Write("charge.xml", SampleNotifications.ChargeAmount().GetOriginalText());

        var result = await RunAsync(site, "send", file, "--to", $"{site.Callback}");

        Assert.That(result.ExitCode, Is.Zero, result.Output + result.Error);
        Assert.That(result.Output, Does.StartWith($"POST {site.Callback} (charge-amount-notification ").And.Contain("\n200 OK\n").And.EndWith("\nacknowledged\n").And.Not.Contain(CallbackSite.MerchantKey));
        Assert.That(site.Charges.Single().TotalChargeAmount, Is.EqualTo(SampleNotifications.ChargeAmount().TotalChargeAmount));
    }

    [Test]
    public async Task Send_NameValue_HasTheFieldsAndTheCredentials()
    {
        await using var site = await CallbackSite.StartAsync();
        var notification = SampleNotifications.ChargeAmount();
        site.Response = (200, $"_type=notification-acknowledgment&serial-number={notification.SerialNumber}");

        var result = await RunAsync(site, "send", _folder.Write("charge.xml", notification.ToXmlString()), "--to", $"{site.Recorder}", "--format", "name-value");

        Assert.That(result.ExitCode, Is.Zero, result.Output + result.Error);
        Assert.That(site.Posts.Single().Authorization, Does.StartWith("Basic "));
        Assert.That(site.Posts.Single().Body, Does.StartWith("_type=charge-amount-notification&").And.Contain($"&google-order-number={notification.GoogleOrderNumber}&"));
    }

    [Test]
    public async Task Send_SerialNumber_HasNothingElseAndNoCredentials()
    {
        await using var site = await CallbackSite.StartAsync();
        var notification = SampleNotifications.ChargeAmount();
        site.Response = (200, new NotificationAcknowledgment { SerialNumber = notification.SerialNumber }.ToXmlString());

        var result = await ToolProcess.RunAsync("send", _folder.Write("charge.xml", notification.ToXmlString()), "--to", $"{site.Recorder}", "--format", "serial-number", "--trust", _folder.Write("root.pem", site.RootCertificate));

        Assert.That(result.ExitCode, Is.Zero, result.Output + result.Error);
        Assert.That(site.Posts.Single(), Is.EqualTo((string.Empty, $"serial-number={notification.SerialNumber}")).Or.EqualTo(((string?)null, $"serial-number={notification.SerialNumber}")));
    }

    [Test]
    public async Task Send_StandardInput_IsSentAsItIs()
    {
        await using var site = await CallbackSite.StartAsync();
        var notification = SampleNotifications.ChargeAmount().GetOriginalText();

        var result = await ToolProcess.RunAsync(
            ["send", "-", "--to", $"{site.Recorder}", "--trust", _folder.Write("root.pem", site.RootCertificate), "--merchant-id", CallbackSite.MerchantId, "--key-file", _key], [], notification);

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Negative), result.Error);
        Assert.That(site.Posts.Single().Body, Is.EqualTo(notification));
    }

    [TestCase(200, "", "not acknowledged: Expected serial number was not contained")]
    [TestCase(500, "Out of \u001b[31morder", "500 InternalServerError\n  Out of \\u001b[31morder\nnot acknowledged: ")]
    public async Task Trigger_SiteDoesNotAcknowledge_SaysWhatCameBack(int status, string body, string expected)
    {
        await using var site = await CallbackSite.StartAsync();
        site.Response = (status, body);

        var result = await RunAsync(site, "trigger", "new-order", "--to", $"{site.Recorder}");

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Negative));
        Assert.That(result.Output, Does.Contain(expected));
    }

    [Test]
    public async Task Trigger_Set_ChangesTheField()
    {
        await using var site = await CallbackSite.StartAsync();

        var result = await RunAsync(site, "trigger", "charge-amount", "--to", $"{site.Callback}", "--order", "123456789012345", "--set", "latest-charge-amount=5.00", "--set", "latest-charge-amount/@currency=EUR");

        Assert.That(result.ExitCode, Is.Zero, result.Output + result.Error);
        Assert.That(site.Charges.Single().LatestChargeAmount, Is.EqualTo(new Money(5m, "EUR")));
        Assert.That(site.Charges.Single().GoogleOrderNumber, Is.EqualTo("123456789012345"));
    }

    [Test]
    public async Task Trigger_UntrustedCertificate_SendsNothing()
    {
        await using var site = await CallbackSite.StartAsync();

        var result = await ToolProcess.RunAsync("trigger", "new-order", "--to", $"{site.Recorder}", "--merchant-id", CallbackSite.MerchantId, "--key-file", _key);

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.NoResponse));
        Assert.That(result.Error, Does.StartWith("No response: "));
        Assert.That(site.Posts, Is.Empty);
    }

    [TestCase("trigger new-ordr --to https://localhost:1/", "KIND must be new-order, ", "Did you mean new-order?")]
    [TestCase("trigger new-order --to http://example.com/", "--to must be an https URL", "")]
    [TestCase("trigger new-order", "--to", "")]
    [TestCase("trigger new-order --to https://localhost:1/ --set nothing", "--set must be path=value", "")]
    [TestCase("trigger new-order --to https://localhost:1/ --set total=1", "--set total: new-order-notification has no element total, but ", "order-total")]
    [TestCase("trigger new-order --to https://localhost:1/ --format json", "--format must be xml, name-value or serial-number.", "")]
    [TestCase("send missing.xml --to https://localhost:1/ --format serial-number", "missing.xml cannot be read", "")]
    public async Task Command_InvalidInput_NamesItAndReturnsTwo(string commandLine, string message, string suggestion)
    {
        var result = await ToolProcess.RunAsync([.. commandLine.Split(' ')], new() { ["GOOGLE_CHECKOUT_MERCHANT_KEY"] = "key", ["GoogleCheckout__MerchantId"] = "1234567890" });

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.InvalidInput), result.Output);
        Assert.That(result.Error, Does.Contain(message).And.Contain(suggestion));
    }

    [Test]
    public async Task Send_WithoutKey_SaysWhereItCanBeSet()
    {
        var file = _folder.Write("charge.xml", SampleNotifications.ChargeAmount().ToXmlString());

        var result = await ToolProcess.RunAsync("send", file, "--to", "https://localhost:1/", "--merchant-id", CallbackSite.MerchantId);

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.InvalidInput));
        Assert.That(result.Error, Does.Contain("--key-file").And.Contain("GOOGLE_CHECKOUT_MERCHANT_KEY"));
    }

    private Task<ToolResult> RunAsync(CallbackSite site, params string[] args) =>
        ToolProcess.RunAsync([.. args, "--trust", _folder.Write("root.pem", site.RootCertificate), "--merchant-id", CallbackSite.MerchantId, "--key-file", _key]);
}
