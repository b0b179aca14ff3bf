using NUnit.Framework;

namespace GoogleCheckout.Cli.Archives;

/// <summary>The built tool, with its output in a pipe.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ArchiveProcessTests : IDisposable
{
    private readonly ArchiveTool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Test]
    public async Task Csv_InAPipe_WritesTheTablesAndNoProgress()
    {
        _tool.Write("logs/a.log", "text", SampleNotifications.Charge("c-1", "100", "1.00", "1.00", "2012-01-03T10:00:00Z"));
        var folder = Path.GetDirectoryName(_tool.PathOf("logs"));

        var result = await ToolProcess.RunAsync(["archive", "csv", "--out", "books", "logs"], [], folder: folder);

        Assert.That(result, Is.EqualTo(new ToolResult(
            0,
            """
            1 notification, 0 duplicates and 0 faults in 1 file.
            1 order, 1 transaction, 0 items and 0 faults were written to books.

            """.ReplaceLineEndings("\n"),
            string.Empty)));
        Assert.That(_tool.ReadLines("books/transactions.csv")[1], Is.EqualTo("2012-01-03T10:00:00Z,100,charge,1.00,USD,1.00,c-1"));
    }

    // An input without an end shows that the command does not read to the end.
    [Test]
    [Platform(Exclude = "Win")]
    public async Task List_NobodyReadsTheOutput_EndsQuietly()
    {
        var notification = SampleNotifications.Charge("c-1", "100", "1.00", "1.00", "2012-01-03T10:00:00Z");

        var result = await ToolProcess.RunForALineAsync(["archive", "list", "-"], notification + "\n");

        Assert.That((result.ExitCode, result.Error), Is.EqualTo((141, string.Empty)));
        Assert.That(result.Output, Does.Contain("charge-amount"));
    }

    [TestCase("list", "nowhere")]
    [TestCase("csv", "--out", "books", "nowhere")]
    [TestCase("report", "--out", "report.html", "nowhere")]
    [TestCase("repair", "--out", "history.xml", "nowhere")]
    public async Task Command_PathDoesNotExist_ReturnsTwo(params string[] args)
    {
        var result = await ToolProcess.RunAsync(["archive", .. args], [], folder: Path.GetDirectoryName(_tool.PathOf("any")));

        Assert.That(result.ExitCode, Is.EqualTo(2), result.Error);
        Assert.That(result.Error, Does.Contain("nowhere does not exist."));
        Assert.That(_tool.Files(), Is.Empty);
    }
}
