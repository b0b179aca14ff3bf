using System.Runtime.CompilerServices;
using GoogleCheckout.Archives;
using GoogleCheckout.Cli.Archives.Reading;
using GoogleCheckout.Cli.Orders;
using GoogleCheckout.Reports;
using GoogleCheckout.Sandbox;
using NUnit.Framework;

namespace GoogleCheckout.Cli.Commands;

/// <summary>Progress of commands that take longer than a second.</summary>
public class WorkProgressTests
{
    private static readonly TimeSpan LongerThanADelay = TimeSpan.FromMilliseconds(400);

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Delete();

    [Test]
    public async Task Terminal_LongWork_ShowsItAndErasesIt()
    {
        using var error = new TerminalText("50%");
        var work = new TaskCompletionSource<int>();

        var waiting = CreateProgress(error, isTerminal: true, () => new WorkState("Reading", 0.5)).WaitAsync(work.Task);
        await error.WaitAsync();
        work.SetResult(7);

        Assert.That(await waiting, Is.EqualTo(7));
        Assert.That(error.ToString(), Does.Contain("Reading").And.Contain("\u001b[?25l").And.EndWith("\u001b[2K\u001b[?25h"));
    }

    [Test]
    public async Task Terminal_ShortWork_ShowsNothing()
    {
        using var error = new StringWriter();

        await new WorkProgress(new ToolConsole(TextReader.Null, TextWriter.Null, error, isTerminal: true), () => new WorkState("Reading")).WaitAsync(Task.FromResult(0));

        Assert.That(error.ToString(), Is.Empty);
    }

    [Test]
    public async Task Terminal_WorkFails_ThrowsItsException()
    {
        using var error = new TerminalText("Reading");
        var work = new TaskCompletionSource<int>();

        var waiting = CreateProgress(error, isTerminal: true, () => new WorkState("Reading")).WaitAsync(work.Task);
        await error.WaitAsync();
        work.SetException(new InvalidInputException("bad"));

        Assert.That(async () => await waiting, Throws.TypeOf<InvalidInputException>());
    }

    [Test]
    public async Task Terminal_Items_AreReturnedWhileNothingIsShown()
    {
        using var error = new TerminalText("Reading");
        var lengths = new List<int>();

        await foreach (var _ in CreateProgress(error, isTerminal: true, () => new WorkState("Reading")).WaitAsync(ItemsAsync(error)))
        {
            lengths.Add(error.ToString().Length);
        }

        Assert.That(lengths, Has.Count.EqualTo(2));
        Assert.That(lengths[0], Is.Zero);
        Assert.That(error.ToString(), Does.EndWith("\u001b[?25h"));
        Assert.That(error.ToString(), Has.Length.EqualTo(lengths[1]));
    }

    [Test]
    public async Task Pipe_LongWork_ShowsNothing()
    {
        using var error = new StringWriter();

        await CreateProgress(error, isTerminal: false, () => new WorkState("Reading")).WaitAsync(WaitAsync());

        Assert.That(error.ToString(), Is.Empty);

        static async Task<int> WaitAsync()
        {
            await Task.Delay(LongerThanADelay);
            return 0;
        }
    }

    [Test]
    public void ReadingProgress_Report_IsThePartThatWasRead()
    {
        var reading = new ReadingProgress(new FileCounts(), isLengthKnown: true);
        var before = reading.State;

        reading.Report(new ArchiveProgress { FilePath = "a.log", BytesRead = 25, TotalBytes = 100 });
        var during = reading.State;
        reading.BeginWriting();

        Assert.That((before, during, reading.State), Is.EqualTo((new WorkState("Reading", 0), new WorkState("Reading", 0.25), new WorkState("Writing"))));
    }

    [Test]
    public void ReadingProgress_LengthNotKnown_HasNoPart() =>
        Assert.That(new ReadingProgress(new FileCounts(), isLengthKnown: false).State, Is.EqualTo(new WorkState("Reading")));

    [TestCase("history", "Waiting for the gateway")]
    [TestCase("orders", "Waiting for the gateway")]
    [TestCase("order", "Waiting for the gateway")]
    [TestCase("charge", "Waiting for the gateway")]
    [TestCase("hello", "Waiting for the gateway")]
    public async Task Terminal_SlowGateway_ShowsThatTheCommandWaits(string command, string text)
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        var order = await GatewayConnection.PlaceAsync(sandbox);
        using var error = new TerminalText(text);
        sandbox.Faults.When(_ => error.WaitAsync().Wait(Timeout.Infinite), SandboxFault.Delay(TimeSpan.Zero), times: 1);

        var (exitCode, output) = await RunAsync(sandbox, Arguments(command, order), error, isTerminal: true);

        Assert.That(exitCode, Is.Zero, error.ToString());
        Assert.That(output, Is.Not.Empty.And.Not.Contain('\u001b'));
        Assert.That(error.ToString(), Does.EndWith("\u001b[?25h"));
    }

    [Test]
    public async Task Terminal_HistoryOfSeveralPages_ShowsHowManyWereRead()
    {
        const int PageSize = 50;
        await using var sandbox = await CheckoutSandbox.StartAsync();
        var orders = new List<string>();
        using var client = sandbox.CreateClient();
        do
        {
            orders.Add(await GatewayConnection.PlaceAsync(sandbox));
        }
        while ((await client.GetNotificationHistoryPageAsync(new NotificationHistoryRequest { OrderNumbers = orders })).NextPageToken is null);

        using var error = new TerminalText($"{PageSize} notifications");
        sandbox.Faults.When(message => message is NotificationHistoryRequest { NextPageToken: not null } && error.WaitAsync().Wait(Timeout.Infinite), SandboxFault.Delay(TimeSpan.Zero), times: 1);

        var (exitCode, output) = await RunAsync(sandbox, ["history", .. orders.SelectMany(order => (string[])["--order", order])], error, isTerminal: true);

        Assert.That(exitCode, Is.Zero, error.ToString());
        Assert.That(output.TrimEnd().Split('\n'), Has.Length.GreaterThan(PageSize));
    }

    [TestCase("history")]
    [TestCase("orders")]
    [TestCase("charge")]
    public async Task Process_InAPipeAndASlowGateway_WritesNoProgress(string command)
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        var order = await GatewayConnection.PlaceAsync(sandbox);
        sandbox.Faults.When(_ => true, SandboxFault.Delay(TimeSpan.FromSeconds(1.5)), times: 1);

        var result = await ToolProcess.RunAsync([.. Arguments(command, order), .. GatewayConnection.Create(sandbox, _folder)], []);

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Error, Is.Empty);
        Assert.That(result.Output, Does.Contain(order).And.Not.Contain('\u001b'));
    }

    private static string[] Arguments(string command, string order) => command switch
    {
        "history" => ["history", "--order", order],
        "orders" => ["orders", "--from", $"{DateTime.UtcNow.AddDays(-2):yyyy-MM-dd}", "--to", $"{DateTime.UtcNow.AddDays(2):yyyy-MM-dd}"],
        "order" => ["order", order],
        "charge" => ["order", order, "charge", "--yes"],
        _ => [command],
    };

    private static WorkProgress CreateProgress(TextWriter error, bool isTerminal, Func<WorkState> getState) =>
        new(new ToolConsole(TextReader.Null, TextWriter.Null, error, isTerminal) { ProgressDelay = TimeSpan.Zero }, getState);

    private static async IAsyncEnumerable<int> ItemsAsync(TerminalText error, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        yield return 1;
        await error.WaitAsync().WaitAsync(cancellationToken);
        yield return 2;
    }

    private async Task<(int ExitCode, string Output)> RunAsync(CheckoutSandbox sandbox, string[] args, TextWriter error, bool isTerminal)
    {
        using var output = new StringWriter();
        var console = new ToolConsole(TextReader.Null, output, error, isTerminal) { ProgressDelay = TimeSpan.Zero };
        return (await Tool.RunAsync([.. args, .. GatewayConnection.Create(sandbox, _folder)], console, CancellationToken.None), output.ToString());
    }
}
