using System.Text;
using GoogleCheckout.Sandbox.Orders;
using GoogleCheckout.Sandbox.Service;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Journal;

/// <summary>The file of a journal: damaged, incomplete, in use, or of another kind.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class JournalFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("journal-");

    private string File => Path.Combine(_folder.FullName, "sandbox.journal");

    public void Dispose() => _folder.Delete(recursive: true);

    [Test]
    public async Task Start_WithoutDataPath_WritesNothing()
    {
        var before = Directory.GetCurrentDirectory();
        Directory.SetCurrentDirectory(_folder.FullName);
        try
        {
            await using var sandbox = await CheckoutSandbox.StartAsync();
            using var client = sandbox.CreateClient();
            await sandbox.PlaceOrderAsync(await client.CheckoutAsync(SampleCarts.Books));

            Assert.That(_folder.GetFileSystemInfos(), Is.Empty);
            Assert.That(sandbox.Restoration, Is.Null);
        }
        finally
        {
            Directory.SetCurrentDirectory(before);
        }
    }

    [TestCase("{\"at\":\"2013-01-02T03", TestName = "Start_WithAnIncompleteLastLine_RemovesIt")]
    [TestCase("é", TestName = "Start_WithAnIncompleteCharacter_RemovesIt")]
    public async Task Start_WithAnIncompleteLastLine_RemovesIt(string incomplete)
    {
        var order = await RunAsync();
        var complete = await System.IO.File.ReadAllBytesAsync(File);
        await System.IO.File.AppendAllBytesAsync(File, Encoding.UTF8.GetBytes(incomplete)[..^1]);

        await using var sandbox = await StartAsync();

        using var client = sandbox.CreateClient();
        Assert.That(await client.GetOrderSummariesAsync([order]), Has.Count.EqualTo(1));
        Assert.That(sandbox.Restoration, Is.EqualTo(new SandboxRestoration(complete.Count(value => value == '\n'), RemovedIncompleteLine: true)));
    }

    [Test]
    public async Task Start_AfterAnyCutOfTheLastLine_IsAsBeforeIt()
    {
        await RunAsync();
        var text = await System.IO.File.ReadAllBytesAsync(File);
        var start = Array.LastIndexOf(text, (byte)'\n', text.Length - 2) + 1;
        foreach (var length in Enumerable.Range(start, text.Length - start).Where(length => length % 29 == 0))
        {
            await System.IO.File.WriteAllBytesAsync(File, text[..length]);

            await using var sandbox = await StartAsync();

            Assert.That(sandbox.Restoration!.Lines, Is.EqualTo(text.Take(start).Count(value => value == '\n')));
        }
    }

    [TestCase("not JSON", "it is not JSON with the members of a journal, near byte 2")]
    [TestCase("null", "it is null")]
    [TestCase("{\"at\":\"2013-01-02T03:04:05Z\",\"kind\":\"clock\",\"unknown\":1}", "it is not JSON with the members of a journal")]
    [TestCase("{\"at\":\"2013-01-02T03:04:05Z\",\"kind\":\"what\",\"merchant\":\"1234567890\",\"order\":\"1\"}", "The kind what is unknown")]
    [TestCase("{\"at\":\"2013-01-02T03:04:05Z\",\"kind\":\"cancel-by-buyer\",\"merchant\":\"1234567890\",\"order\":\"1\"}", "There is no order 1")]
    [TestCase("{\"at\":\"2013-01-02T03:04:05Z\",\"kind\":\"cancel-by-buyer\",\"merchant\":\"1234567890\"}", "The member order is missing")]
    [TestCase("{\"at\":\"2013-01-02T03:04:05Z\",\"kind\":\"due\",\"merchant\":\"5555555555\"}", "The sandbox has no merchant 5555555555. Configure the merchant with its key")]
    [TestCase("{\"at\":\"2013-01-02T03:04:05Z\",\"kind\":\"due\",\"merchant\":\"1234567890\",\"numbers\":[\"1\"]}", "It has 1 numbers, and 0 were assigned")]
    [TestCase("{\"at\":\"2013-01-02T03:04:05Z\",\"kind\":\"cart\",\"merchant\":\"1234567890\",\"xml\":\"<a\"}", "The XML cannot be read as a Google Checkout message: it is not well-formed")]
    [TestCase("{\"at\":\"2013-01-02T03:04:05Z\",\"kind\":\"replace-card\",\"merchant\":\"1234567890\",\"order\":\"1\",\"card\":\"2\"}", "The card is not a test card")]
    public async Task Start_WithALineThatCannotBeUsed_NamesFileLineAndRemedy(string line, string reason)
    {
        await RunAsync();
        var lines = await System.IO.File.ReadAllLinesAsync(File);
        await System.IO.File.WriteAllLinesAsync(File, [.. lines[..4], line, .. lines[4..]]);
        var before = await System.IO.File.ReadAllBytesAsync(File);

        Assert.That(StartAsync, Throws.TypeOf<InvalidDataException>().With.Message.StartsWith($"Line 5 of the journal {File} cannot be used: {reason}")
            .And.Message.EndsWith("Correct the line, or delete it and all lines that follow; or start with another file."));
        Assert.That(await System.IO.File.ReadAllBytesAsync(File), Is.EqualTo(before), "A file with an error is not changed.");
    }

    [TestCase("<html></html>\n", "it is not JSON")]
    [TestCase("{\"at\":\"2013-01-02T03:04:05Z\",\"kind\":\"start\"}\n", "the file is not the journal of a sandbox")]
    [TestCase("{\"at\":\"2013-01-02T03:04:05Z\",\"kind\":\"journal\",\"version\":2}\n", "the journal has version 2, and this sandbox reads version 1")]
    public void Start_WithAnotherFile_IsRejected(string content, string reason)
    {
        System.IO.File.WriteAllText(File, content);

        Assert.That(StartAsync, Throws.TypeOf<InvalidDataException>().With.Message.StartsWith($"Line 1 of the journal {File} cannot be used: {reason}"));
    }

    [Test]
    public async Task Start_WhileAnotherSandboxHasTheFile_IsRejected()
    {
        await using var sandbox = await StartAsync();

        Assert.That(StartAsync, Throws.TypeOf<IOException>().With.Message.StartsWith($"The journal {File} cannot be opened: another sandbox may have it open."));
        Assert.That(() => SandboxJournal.Replay(File).ToList(), Throws.TypeOf<IOException>());
    }

    [Test]
    public void Start_WithAFolder_IsRejected() => Assert.That(
        async () => await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { DataPath = _folder.FullName }),
        Throws.TypeOf<IOException>().With.Message.StartsWith($"The journal {_folder.FullName} cannot be opened: "));

    [Test]
    public void Start_InAFolderThatDoesNotExist_IsRejected() => Assert.That(
        async () => await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { DataPath = Path.Combine(_folder.FullName, "none", "file") }), Throws.InstanceOf<IOException>());

    [Test]
    public void DataPath_Empty_IsRejected() =>
        Assert.That(async () => await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { DataPath = string.Empty }), Throws.ArgumentException.With.Message.EqualTo("DataPath must not be empty."));

    [Test]
    public async Task Input_ThatCannotBeWritten_FailsAndSoDoAllThatFollow()
    {
        await using var journaled = new JournaledAccount(File, JournaledAccount.CreateOptions());
        var service = journaled.Account.Service;
        List<string> pushed = [];
        service.NotificationCreated += notification => pushed.Add(notification.SerialNumber);
        service.Open(new FullDisk());

        Assert.That(() => service.AddCart(SampleCarts.Books, new Uri("https://localhost/buy"), isDonation: false), Throws.TypeOf<IOException>().With.Message.EqualTo("The disk is full."));
        Assert.That(() => service.GetOrders(), Throws.TypeOf<IOException>().With.Message.EqualTo("The disk is full."));
        await journaled.RestartAsync();

        Assert.That(journaled.Account.Service.GetOrders(), Is.Empty);
        Assert.That(pushed, Is.Empty);
    }

    [Test]
    public void OrderEvents_OfPeople_HaveALineEach()
    {
        OrderEvent[] raised =
        [
            new OrderEvent.ChargedBack(), new OrderEvent.CancelledByService("Suspicious"), new OrderEvent.CancelledByBuyer(), new OrderEvent.SubscriptionCancelled("tea", "Enough"), new OrderEvent.CardReplaced(TestCard.DeclinedAtCharge),
        ];
        Type[] automatic =
        [
            typeof(OrderEvent.CommandReceived), typeof(OrderEvent.ReviewPassed), typeof(OrderEvent.CardDeclined), typeof(OrderEvent.RiskRejected), typeof(OrderEvent.CaptureSucceeded), typeof(OrderEvent.CaptureFailed),
            typeof(OrderEvent.CardDeadlinePassed), typeof(OrderEvent.AuthorizationAnswered), typeof(OrderEvent.RecurrenceDue),
        ];

        Assert.That(typeof(OrderEvent).GetNestedTypes(), Is.EquivalentTo(raised.Select(orderEvent => orderEvent.GetType()).Concat(automatic)), "A new event of people needs a line in InputLines.");
        foreach (var orderEvent in raised)
        {
            var input = new ServiceInput.EventRaised("1", orderEvent);
            Assert.That(InputLines.Read(InputLines.Write(TestTime.Start, "1234567890", input, [])), Is.EqualTo(input));
        }
    }

    private Task<CheckoutSandbox> StartAsync() => CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { DataPath = File, MerchantId = "1234567890", MerchantKey = "secret-key" });

    private async Task<string> RunAsync()
    {
        await using var sandbox = await StartAsync();
        using var client = sandbox.CreateClient();
        var order = await sandbox.PlaceOrderAsync(await client.CheckoutAsync(SampleCarts.Books));
        await sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        await client.ChargeOrderAsync(order.GoogleOrderNumber);
        return order.GoogleOrderNumber;
    }

    private sealed class FullDisk : IServiceJournal
    {
        public void Append(DateTimeOffset at, ServiceInput input, IReadOnlyList<string> numbers) => throw new IOException("The disk is full.");
    }
}
