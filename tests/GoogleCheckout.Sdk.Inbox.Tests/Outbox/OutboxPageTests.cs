using GoogleCheckout.Inbox;
using NUnit.Framework;

namespace GoogleCheckout.Outbox;

/// <summary>The code and the SQL of the outbox's page for an operator, run on each database.</summary>
public sealed class OutboxPageTests(DatabaseKind kind) : OutboxTestBase(kind)
{
    [Test]
    public async Task DeadLetters_CodeOfPage_ShowsAndRetriesThem()
    {
        await FailAsync();
        using var page = new StringWriter();

        await OutboxSnippets.ShowAndRetryAsync(Node.DeadLetters, page);
        await Node.DrainAsync();

        Assert.That(page.ToString(), Does.StartWith($"ChargeOrderRequest 1 of order {Order}, outcome unknown: True: System.InvalidOperationException: The handler fails."));
        Assert.That(await ReadAsync("state"), Is.EqualTo("done"));
    }

    [Test]
    public async Task DeadLetters_SqlOfPage_ListsRetriesAndDropsThem()
    {
        await FailAsync();
        await FailAsync(await PlaceAsync());
        var statements = ReadStatements("WHERE state = 'dead'");
        Assert.That(statements, Has.Length.EqualTo(3));

        Assert.That(await Database.ReadAsync(statements[0]), Is.EqualTo(new[] { 1L, 2L }));
        await Database.ExecuteAsync(statements[1].Replace("id = 7", "id = 1", StringComparison.Ordinal));
        await Database.ExecuteAsync(statements[2].Replace("id = 8", "id = 2", StringComparison.Ordinal));
        Clock.SetUtcNow(DateTimeOffset.UtcNow.AddSeconds(2));
        await Node.DrainAsync();

        Assert.That(await Database.ReadAsync("SELECT state FROM google_checkout_commands ORDER BY id"), Is.EqualTo(new[] { "done", "failed" }));
        Assert.That((await SummaryAsync()).TotalChargeAmount, Is.EqualTo(Usd(30)));
    }

    [Test]
    public async Task Waiting_SqlOfPage_ListsThem()
    {
        await Node.EnqueueAsync(Charge(30));
        await Node.EnqueueAsync(Charge(20));

        Assert.That(await Database.ReadAsync(ReadStatements("WHERE state = 'pending'").Single()), Is.EqualTo(new[] { 1L, 2L }));
    }

    private async Task FailAsync(string? order = null)
    {
        var failing = Open((_, _, _) => throw new InvalidOperationException("The handler fails."), options => options.MaxAttempts = 1);
        await failing.EnqueueAsync(Charge(30, order));
        await failing.DrainAsync();
    }

    /// <summary>Returns the statements of the page's SQL that contain a text.</summary>
    private string[] ReadStatements(string text) =>
    [
        .. from block in File.ReadAllText(Path.Combine(Repository.Root, "docs", "outbox.md")).Split("```sql").Skip(1)
           from statement in block.Split("```")[0].Split(';')
           where statement.Contains(text, StringComparison.Ordinal)
           select Kind == DatabaseKind.MariaDb ? statement.Replace("CURRENT_TIMESTAMP", "UTC_TIMESTAMP(6)", StringComparison.Ordinal) : statement,
    ];
}
