using NUnit.Framework;

namespace GoogleCheckout.Cli.Archives;

/// <summary>The list of notifications.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ListCommandTests : IDisposable
{
    private readonly ArchiveTool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Test]
    public async Task List_Log_HasALineForEachNotification()
    {
        var charge = SampleNotifications.Charge("c-1", "100", "1.00", "1.00", "2012-01-03T10:00:00Z");
        var log = _tool.Write("a.log", "text", charge, "text", charge, SampleNotifications.StateChange("s-1", "100", "CHARGED", "2012-01-04T10:00:00Z"));

        var code = await _tool.RunAsync("list", log);

        Assert.That(code, Is.Zero);
        var lines = _tool.Output.Split(Environment.NewLine);
        Assert.That(lines[0], Does.Match($@"^2012-01-03T10:00:00Z  charge-amount-notification +100 +1\.00 USD  c-1 +.*a\.log:2:1$"));
        Assert.That(lines[1], Does.EndWith("a.log:4:1  duplicate"));
        Assert.That(lines[2], Does.Match(@"^2012-01-04T10:00:00Z  order-state-change-notification +100 +s-1 +.*a\.log:5:1$"));
        Assert.That(lines[3], Is.EqualTo("2 notifications, 1 duplicate and 0 faults in 1 file."));
    }

    [Test]
    public async Task List_Fault_HasItsPlaceAndReturnsOne()
    {
        var log = _tool.Write("a.log", "text", "<charge-amount-notification serial-number=\"1\"><oops");

        Assert.That(await _tool.RunAsync("list", log), Is.EqualTo(1));
        Assert.That(_tool.Output, Does.StartWith($"fault: {log}:2:1: "));
    }

    [Test]
    public async Task List_ControlCharactersInAFileName_AreEscaped()
    {
        var log = _tool.Write("a\u001b[2J.log", SampleNotifications.Charge("c-1", "100", "1.00", "1.00", "2012-01-03T10:00:00Z"));

        await _tool.RunAsync("list", log);

        Assert.That(_tool.Output, Does.Contain("\\u001b"));
        Assert.That(_tool.Output, Has.None.EqualTo('\u001b'));
    }

    [TestCase("list")]
    [TestCase("csv")]
    [TestCase("report")]
    [TestCase("repair")]
    public async Task Command_WithoutPath_ReturnsTwo(string command)
    {
        Assert.That(await _tool.RunAsync(command), Is.EqualTo(2));
        Assert.That(_tool.Error, Does.EndWith($"--help lists the options.{Environment.NewLine}"));
    }

    [TestCase("PATH must not be empty.", "list", "")]
    [TestCase("--out requires a value.", "csv", "--out", "", "a.log")]
    [TestCase("--out requires a value.", "report", "--out", "", "a.log")]
    [TestCase("--out requires a value.", "repair", "--out", "", "a.log")]
    public async Task Command_EmptyValue_NamesItAndReturnsTwo(string message, params string[] args)
    {
        Assert.That(await _tool.RunAsync(args), Is.EqualTo(2));
        Assert.That(_tool.Error, Does.StartWith(message));
    }

    [TestCase("list")]
    [TestCase("csv")]
    [TestCase("report")]
    [TestCase("repair")]
    public async Task Command_Help_HasAnExample(string command)
    {
        Assert.That(await _tool.RunAsync(command, "--help"), Is.Zero);
        Assert.That(_tool.Output, Does.Contain($"googlecheckout archive {command} "));
        Assert.That(_tool.Output.ReplaceLineEndings(string.Empty).Replace("  ", " ", StringComparison.Ordinal), Does.Contain("The exit code is 0, 1 if there are faults, and 2 if a file"));
    }
}
