using System.Text;
using GoogleCheckout.Notifications;
using GoogleCheckout.Reports;
using NUnit.Framework;

namespace GoogleCheckout.Cli.Archives;

/// <summary>The clean history, and the file with what cannot be read.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class RepairCommandTests : IDisposable
{
    private const string Bad = "<charge-amount-notification serial-number=\"7\"><timestamp>yesterday</timestamp></charge-amount-notification>";

    private readonly ArchiveTool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Test]
    public async Task Repair_DamagedLog_WritesEachNotificationOnceByTime()
    {
        var log = _tool.Write(
            "a.log",
            SampleNotifications.Charge("c-2", "100", "2.00", "3.00", "2012-01-04T10:00:00Z"),
            "2012-01-05 POST from service",
            Bad,
            SampleNotifications.Charge("c-1", "100", "1.00", "1.00", "2012-01-03T10:00:00Z"),
            SampleNotifications.Charge("c-2", "100", "2.00", "3.00", "2012-01-04T10:00:00Z"));

        var code = await _tool.RunAsync("repair", "--out", _tool.PathOf("history.xml"), log);

        Assert.That(code, Is.EqualTo(1));
        var history = CheckoutXml.Parse<NotificationHistoryResponse>(await File.ReadAllTextAsync(_tool.PathOf("history.xml")));
        Assert.That(history.Notifications.Select(notification => notification.SerialNumber), Is.EqualTo(new[] { "c-1", "c-2" }));
        Assert.That(CheckoutXml.ValidateSchema(await File.ReadAllBytesAsync(_tool.PathOf("history.xml"))), Is.Empty);
        var faults = _tool.ReadLines("history.faults.txt");
        Assert.That(faults[0], Does.StartWith($"-- {log}:3:").And.Contain("/charge-amount-notification"));
        Assert.That(faults[1], Is.EqualTo(Bad));
        Assert.That(_tool.Files(), Is.EqualTo(new[] { "a.log", "history.faults.txt", "history.xml" }));
    }

    [Test]
    public async Task Repair_UnknownElementsAndOtherEncodings_KeepsTheContent()
    {
        var unknown = SampleNotifications.Charge("c-1", "100", "1.00", "1.00", "2012-01-03T10:00:00Z").Replace("</charge", "<unheard-of a=\"1\">text</unheard-of></charge", StringComparison.Ordinal);
        var western = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + SampleNotifications.NewOrder("n-1", "100", "20.00", "2012-01-02T10:00:00Z", itemName: "Käse");
        var inputs = new[]
        {
            _tool.Write("a.log", unknown),
            _tool.Write("b.xml", Encoding.Latin1.GetBytes(western)),
            _tool.Write("c.xml", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(SampleNotifications.Refund("r-1", "100", "1.00", "1.00", "2012-01-04T10:00:00Z"))).ToArray()),
        };

        var code = await _tool.RunAsync(["repair", "--out", _tool.PathOf("history.xml"), .. inputs]);

        Assert.That(code, Is.Zero, _tool.Error);
        var text = await File.ReadAllTextAsync(_tool.PathOf("history.xml"));
        Assert.That(text, Does.Contain("<unheard-of a=\"1\">text</unheard-of>"));
        var notifications = CheckoutXml.ReadNotifications(File.OpenRead(_tool.PathOf("history.xml"))).ToList();
        Assert.That(notifications.Select(notification => notification.SerialNumber), Is.EqualTo(new[] { "n-1", "c-1", "r-1" }));
        Assert.That(((NewOrderNotification)notifications[0]).ShoppingCart.Items[0].ItemName, Is.EqualTo("Käse"));
    }

    [Test]
    public async Task Repair_FaultsAreCorrected_TheirFileIsAnArchive()
    {
        var log = _tool.Write("a.log", Bad, "<refund-amount-notification serial-number=\"8\"><never-ends");
        await _tool.RunAsync("repair", "--out", _tool.PathOf("history.xml"), log);

        await _tool.RunAsync("list", _tool.PathOf("history.faults.txt"));

        Assert.That(_tool.Output, Does.EndWith($"0 notifications, 0 duplicates and 2 faults in 1 file.{Environment.NewLine}"));
    }

    [TestCase("a.log")]
    [TestCase("logs/history.xml")]
    public async Task Repair_OutputIsInput_IsRefused(string output)
    {
        _tool.Write("logs/a.log", SampleNotifications.Charge("c-1", "100", "1.00", "1.00", "2012-01-03T10:00:00Z"));
        var log = _tool.Write("a.log", SampleNotifications.Charge("c-1", "100", "1.00", "1.00", "2012-01-03T10:00:00Z"));

        var code = await _tool.RunAsync("repair", "--force", "--out", _tool.PathOf(output), log, _tool.PathOf("logs"));

        Assert.That(code, Is.EqualTo(2));
        Assert.That(_tool.Error, Does.Contain("is one of the files that are read, or in a folder that is."));
        Assert.That(_tool.Files(), Is.EqualTo(new[] { "a.log", "a.log" }));
    }

    [TestCase("history.xml")]
    [TestCase("history.faults.txt")]
    public async Task Repair_OutputExists_IsReplacedOnlyByForce(string existing)
    {
        var log = _tool.Write("a.log", SampleNotifications.Charge("c-1", "100", "1.00", "1.00", "2012-01-03T10:00:00Z"));
        _tool.Write(existing, "previous");

        Assert.That(await _tool.RunAsync("repair", "--out", _tool.PathOf("history.xml"), log), Is.EqualTo(2));
        Assert.That(_tool.Error, Does.Contain($"{existing} exists. Use --force to replace it."));
        Assert.That(await _tool.RunAsync("repair", "--force", "--out", _tool.PathOf("history.xml"), log), Is.Zero);
        Assert.That(_tool.Files(), Is.EqualTo(new[] { "a.log", "history.xml" }));
    }

    [Test]
    public async Task Repair_IsStopped_LeavesNoFile()
    {
        var log = _tool.Write("a.log", Bad);

        Assert.That(await _tool.RunAsync(new CancellationToken(canceled: true), "repair", "--out", _tool.PathOf("history.xml"), log), Is.EqualTo(130));
        Assert.That(_tool.Files(), Is.EqualTo(new[] { "a.log" }));
    }
}
