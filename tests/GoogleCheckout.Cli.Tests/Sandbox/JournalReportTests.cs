using GoogleCheckout.Sandbox;
using NUnit.Framework;

namespace GoogleCheckout.Cli.Sandbox;

/// <summary>What <c>sandbox --replay</c> prints, and its exit codes.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class JournalReportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string File => Path.Combine(_folder.Path, "shop.sandbox");

    public void Dispose() => _folder.Delete();

    [Test]
    public async Task Replay_OfAJournal_PrintsWhatCameInAndWhatItCaused()
    {
        var order = await RunSandboxAsync();
        var before = await System.IO.File.ReadAllBytesAsync(File);

        var result = await ToolProcess.RunAsync("sandbox", "--replay", File);

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Output, Does.Match($"(?m)^[0-9-]+ [0-9:.]+Z 1234567890 order {order} of cart [0-9]+: [0-9.]+ USD, TestCard ...1111\n    [0-9-]+ [0-9:.]+Z NewOrderNotification"));
        Assert.That(result.Output, Does.Contain("the clock was moved by 00:01:00\n"));
        Assert.That(result.Output, Does.Match($"(?m)1234567890 ChargeOrderRequest of order {order}: 5 USD\n    [0-9-]+ [0-9:.]+Z OrderStateChangeNotification .*: Reviewing New to Chargeable New\n"));
        Assert.That(result.Output, Does.Contain(": 5.0 USD, 5.0 USD in total\n"));
        Assert.That(result.Output, Does.Match($"(?m)ChargeOrderRequest of order {order}: 1000 USD: rejected: "));
        Assert.That(result.Output, Does.Not.Contain("Springfield").And.Not.Contain("secret-key"));
        Assert.That(await System.IO.File.ReadAllBytesAsync(File), Is.EqualTo(before));
    }

    [Test]
    public async Task Replay_OfADamagedJournal_PrintsTheLinesBeforeAndReturnsTwo()
    {
        await RunSandboxAsync();
        var lines = await System.IO.File.ReadAllLinesAsync(File);
        await System.IO.File.WriteAllLinesAsync(File, [.. lines[..5], "{", .. lines[5..]]);

        var result = await ToolProcess.RunAsync("sandbox", "--replay", File);

        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Count(line => !line.StartsWith(' ')), Is.EqualTo(5));
        Assert.That(result.Error, Does.StartWith($"Line 6 of the journal {File} cannot be used: "));
    }

    [Test]
    public async Task Data_WithADamagedJournal_ReturnsTwo()
    {
        _folder.Write("shop.sandbox", "something else\n");

        var result = await ToolProcess.RunAsync("sandbox", "--data", File, "--urls", "https://127.0.0.1:0", "--pages", "off");

        Assert.That((result.ExitCode, result.Output), Is.EqualTo((2, string.Empty)));
        Assert.That(result.Error, Does.StartWith($"Line 1 of the journal {File} cannot be used: "));
    }

    private async Task<string> RunSandboxAsync()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { DataPath = File, MerchantId = "1234567890", MerchantKey = "secret-key" });
        using var client = sandbox.CreateClient();
        var order = (await sandbox.PlaceOrderAsync(await client.CheckoutAsync(SampleNotifications.Cart()))).GoogleOrderNumber;
        await sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        await client.ChargeOrderAsync(order, new Money(5m, "USD"));
        Assert.That(async () => await client.ChargeOrderAsync(order, new Money(1000m, "USD")), Throws.TypeOf<CheckoutApiException>());
        return order;
    }
}
