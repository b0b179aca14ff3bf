using System.IO.Pipelines;
using System.Text;
using GoogleCheckout.Cli.Commands;
using NUnit.Framework;

namespace GoogleCheckout.Cli.Archives;

/// <summary>Archives in a pipe.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class StandardInputTests : IDisposable
{
    private static readonly string Charge = SampleNotifications.Charge("c-1", "100", "1.00", "1.00", "2012-01-03T10:00:00Z");

    private readonly ArchiveTool _tool = new();

    public void Dispose() => _tool.Dispose();

    [TestCase("list")]
    [TestCase("csv", "--out", "books")]
    [TestCase("report", "--out", "report.html")]
    [TestCase("repair", "--out", "history.xml")]
    public async Task Process_ArchiveInAPipe_IsRead(params string[] args)
    {
        var result = await ToolProcess.RunAsync(["archive", .. args, "-"], [], $"text\n{Charge}\n{Charge}\n<charge-amount-notification>", Path.GetDirectoryName(_tool.PathOf("any")));

        Assert.That((result.ExitCode, result.Error), Is.EqualTo((1, string.Empty)));
        Assert.That(result.Output, Does.Contain("1 notification, 1 duplicate and 1 fault in 1 file."));
    }

    [Test]
    public async Task Process_EntriesInAPipe_HaveThePlacesInIt()
    {
        var result = await ToolProcess.RunAsync(["archive", "list", "-"], [], $"text\n{Charge}\n\n<charge-amount-notification>");

        Assert.That(result.Output, Does.Match(@"^2012-01-03T10:00:00Z .* \(standard input\):2:1\nfault: \(standard input\):4:1: The XML .*\n"));
    }

    [TestCase("")]
    [TestCase("no notification")]
    public async Task List_NothingInAPipe_SaysSo(string input)
    {
        Assert.That(await RunAsync(new MemoryStream(Encoding.UTF8.GetBytes(input)), "list", "-"), Is.EqualTo((0, "0 notifications, 0 duplicates and 0 faults in 1 file.\n", string.Empty)));
    }

    [Test]
    public async Task Command_CompressedPipe_SaysWhatToDo([Values("list", "csv")] string command, [Values(0x1F, 0x50)] int first)
    {
        byte[] start = first == 0x1F ? [0x1F, 0x8B, 8, 0] : [0x50, 0x4B, 3, 4];
        string[] args = command == "csv" ? [command, "--out", _tool.PathOf("books"), "-"] : [command, "-"];

        var (code, _, error) = await RunAsync(new MemoryStream(start), args);

        Assert.That(code, Is.EqualTo(2));
        Assert.That(error, Does.StartWith("(standard input) is ").And.Contain("Use the path of the file instead"));
    }

    [TestCase("list")]
    [TestCase("csv")]
    public async Task Command_PipeCannotBeRead_NamesIt(string command)
    {
        string[] args = command == "csv" ? [command, "--out", _tool.PathOf("books"), "-"] : [command, "-"];

        var (code, _, error) = await RunAsync(new StandardInput(new UnreadableStream()), args);

        Assert.That((code, error), Is.EqualTo((2, "(standard input) cannot be read: no \\u001bdata\n--help lists the options.\n")));
    }

    [Test]
    public async Task List_StoppedWhileItWaitsForAPipe_Ends()
    {
        var pipe = new Pipe();
        using var stop = new CancellationTokenSource();
        var (output, error) = (new StringWriter(), new StringWriter());
        var running = Tool.RunAsync(["archive", "list", "-"], new ToolConsole(TextReader.Null, output, error) { OpenInput = () => new StandardInput(pipe.Reader.AsStream()) }, stop.Token);
        await pipe.Writer.WriteAsync(Encoding.UTF8.GetBytes(Charge));

        await stop.CancelAsync();

        Assert.That(await running, Is.EqualTo(130));
        Assert.That(error.ToString(), Is.EqualTo($"Stopped.{Environment.NewLine}"));
        await pipe.Writer.CompleteAsync();
    }

    [TestCase("PATH must be either - for the standard input, or files and folders.", "list", "-", "a.log")]
    [TestCase("PATH must be either - for the standard input, or files and folders.", "csv", "--out", "books", "a.log", "-")]
    [TestCase("PATH must be either - for the standard input, or files and folders.", "list", "-", "-")]
    [TestCase("--out must be a path", "report", "--out", "-", "a.log")]
    public async Task Command_InvalidUseOfTheSign_NamesIt(string message, params string[] args)
    {
        Assert.That(await _tool.RunAsync(args), Is.EqualTo(2));
        Assert.That(_tool.Error, Does.StartWith(message));
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(Stream input, params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await Tool.RunAsync(["archive", .. args], new ToolConsole(TextReader.Null, output, error) { OpenInput = () => input }, CancellationToken.None);
        return (code, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }

    private sealed class UnreadableStream : MemoryStream
    {
        public override int Read(Span<byte> buffer) => throw new IOException("no \u001bdata");
    }
}
