using System.Xml.Linq;
using NUnit.Framework;

namespace GoogleCheckout.Cli.Archives;

/// <summary>The report: its amounts, and that it is one file without a script.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ReportCommandTests : IDisposable
{
    private readonly ArchiveTool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Test]
    public async Task Report_TwoMonthsAndCurrencies_HasTheirSums()
    {
        var log = _tool.Write(
            "a.log",
            SampleNotifications.NewOrder("n-1", "100", "1100.00", "2012-01-02T10:00:00Z"),
            SampleNotifications.Charge("c-1", "100", "1000.00", "1000.00", "2012-01-03T10:00:00Z", fee: "1.40"),
            SampleNotifications.Refund("r-1", "100", "10.00", "10.00", "2012-03-05T10:00:00Z"),
            SampleNotifications.Charge("c-2", "200", "3.50", "3.50", "2012-02-01T00:30:00Z", currency: "EUR"),
            SampleNotifications.Charge("c-2", "200", "3.50", "3.50", "2012-02-01T00:30:00Z", currency: "EUR"));

        var page = await WriteAsync(log, "--time-zone", "America/New_York");

        Assert.That(RowsOf(page, "money"), Is.EqualTo(new[]
        {
            "Month|Orders|Order totals|Charged|Refunded|Charged back|Fees|Balance",
            "2012-01|0|0.00|3.50|0.00|0.00||3.50",
            "No date|1|0.00|0.00|0.00|0.00||0.00",
            "All|1|0.00|3.50|0.00|0.00||3.50",
            "Month|Orders|Order totals|Charged|Refunded|Charged back|Fees|Balance",
            "2012-01|1|1,100.00|1,000.00|0.00|0.00|1.40|1,000.00",
            "2012-03|0|0.00|0.00|10.00|0.00||-10.00",
            "All|1|1,100.00|1,000.00|10.00|0.00|1.40|990.00",
        }));
        Assert.That(RowsOf(page, "open")[1], Is.EqualTo("100|2012-01-02|REVIEWING|1,100.00|1,000.00|10.00|100.00|USD"));
        Assert.That(RowsOf(page, "duplicates")[1], Is.EqualTo($"{log}:5:1|charge-amount-notification|200|c-2"));
        Assert.That(RowsOf(page, "files")[1], Is.EqualTo($"{log}|4|1|0"));
        Assert.That(page.Descendants("desc").Last().Value, Does.StartWith("3 months from 2012-01 to 2012-03. Most was charged in 2012-01: 1,000.00 USD. Most was refunded and charged back in 2012-03: 10.00 USD."));
    }

    [Test]
    public async Task Report_AmountsDoNotAddUp_SaysWhy()
    {
        var log = _tool.Write(
            "a.log",
            SampleNotifications.Charge("c-1", "100", "5.00", "5.00", "2012-01-03T10:00:00Z"),
            SampleNotifications.Charge("c-2", "100", "6.00", "4.00", "2012-01-03T10:00:00Z"),
            SampleNotifications.Charge("c-1", "100", "8.00", "8.00", "2012-01-03T10:00:00Z"));

        var page = await WriteAsync(log);

        var findings = Section(page, "check").Descendants("li").Select(item => item.Value).ToList();
        Assert.That(findings, Has.Some.Contain("/charge-amount-notification/latest-charge-amount is 6.00 USD, which is more than total-charge-amount, 4.00 USD"));
        Assert.That(findings, Has.Some.EqualTo("The charges in the archive add up to 11.00 USD, but the highest total in a notification is 5.00 USD"));
        Assert.That(findings, Has.Some.StartWith($"The charge of 5.00 USD (notification c-1) was found again with other content at {log}:3:1: 8.00 USD"));
    }

    [Test]
    public async Task Report_Faults_HavePlaceAndReason()
    {
        var log = _tool.Write("a.log", "text", "<charge-amount-notification serial-number=\"1\"><oops");

        var page = await WriteAsync(log, exitCode: 1);

        Assert.That(RowsOf(page, "faults")[1], Does.StartWith($"{log}:2:1|5|").And.Contain("has no end tag"));
    }

    [Test]
    public async Task Report_MarkupInTexts_StaysText()
    {
        var log = _tool.Write(
            "<b onclick=x>.log",
            SampleNotifications.Charge("&lt;script&gt;alert(1)&lt;/script&gt;", "&quot;&gt;&lt;img src=x&gt;", "5.00", "9.00", "2012-01-03T10:00:00Z", currency: "&lt;i&gt;"));

        var page = await WriteAsync(log);

        var text = await File.ReadAllTextAsync(_tool.PathOf("report.html"));
        Assert.That(page.Descendants().Select(element => element.Name.LocalName), Has.None.AnyOf("script", "img", "i", "b"));
        Assert.That(text, Does.Not.Contain("<script").And.Not.Contain("<img").And.Not.Contain("<b onclick"));
        Assert.That(text, Does.StartWith("<!DOCTYPE html>\n<html lang=\"en\">"));
    }

    [Test]
    public async Task Report_OneFile_RefersToNoOtherAndNamesNoBuyer()
    {
        var log = _tool.Write("a.log", SampleNotifications.NewOrder("n-1", "100", "20.00", "2012-01-02T10:00:00Z"), SampleNotifications.Charge("c-1", "100", "20.00", "20.00", "2012-01-02T10:00:00Z"));

        var page = await WriteAsync(log);

        var addresses = page.Descendants().Attributes().Where(attribute => attribute.Name.LocalName is "src" or "href").Select(attribute => attribute.Value);
        Assert.That(addresses, Has.All.StartsWith("#"));
        Assert.That(page.ToString(), Does.Not.Contain("Ada").And.Not.Contain("example.com"));
        var ids = page.Descendants().Attributes("id").Select(id => id.Value).ToList();
        Assert.That(page.Descendants("svg").Single().Attribute("aria-labelledby")!.Value.Split(' '), Is.SubsetOf(ids));
    }

    [Test]
    public async Task Report_TimesAtTheEndsOfTheCalendar_AreMonths()
    {
        var log = _tool.Write(
            "a.log",
            SampleNotifications.Charge("c-1", "100", "1.00", "1.00", "0001-01-01T00:00:00Z"),
            SampleNotifications.Charge("c-2", "100", "1.00", "2.00", "9995-01-01T00:00:00Z"),
            SampleNotifications.Charge("c-3", "200", "1.00", "1.00", "9995-01-01T00:00:00Z", currency: "EUR"),
            SampleNotifications.Charge("c-4", "200", "1.00", "2.00", "9999-12-31T23:59:59Z", currency: "EUR"));

        var page = await WriteAsync(log, "--time-zone", "Asia/Tokyo");

        Assert.That(RowsOf(page, "money").Select(row => row.Split('|')[0]), Is.EqualTo(new[] { "Month", "9995-01", "9999-12", "No date", "All", "Month", "0001-01", "9995-01", "No date", "All" }));
    }

    [Test]
    public async Task Report_NoNotifications_SaysSo()
    {
        var page = await WriteAsync(_tool.Write("a.log", "nothing here"));

        Assert.That(page.Descendants("p").First().Value, Is.EqualTo("No notification with a time was found."));
        Assert.That(RowsOf(page, "files")[1], Does.EndWith("a.log|0|0|0"));
    }

    [Test]
    public async Task Report_MoreRowsThanABrowserShows_CountsTheOthers()
    {
        var charge = SampleNotifications.Charge("c-1", "100", "1.00", "1.00", "2012-01-01T02:00:00Z");
        var log = _tool.Write("a.log", [.. Enumerable.Repeat(charge, 1003)]);

        var page = await WriteAsync(log);

        Assert.That(RowsOf(page, "duplicates"), Has.Count.EqualTo(1001));
        Assert.That(Section(page, "duplicates").Value, Does.Contain("2 more are not shown."));
    }

    // The page is HTML that is XML too, after its first line.
    private async Task<XElement> WriteAsync(string log, string option = "", string value = "", int exitCode = 0)
    {
        string[] options = option.Length == 0 ? [] : [option, value];
        var code = await _tool.RunAsync(["report", "--out", _tool.PathOf("report.html"), .. options, log]);
        Assert.That(code, Is.EqualTo(exitCode), _tool.Error);
        var page = await File.ReadAllTextAsync(_tool.PathOf("report.html"));
        return XElement.Parse(page[page.IndexOf('\n', StringComparison.Ordinal)..]);
    }

    private static XElement Section(XElement page, string id) => page.Descendants("section").Single(section => section.Attribute("id")!.Value == id);

    private static List<string> RowsOf(XElement page, string section) =>
        [.. Section(page, section).Descendants("tr").Select(row => string.Join('|', row.Elements().Select(cell => cell.Value)))];
}
