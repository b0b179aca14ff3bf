using GoogleCheckout.Orders;
using MerchantStore.Commands;
using Microsoft.Extensions.Logging.Abstractions;
using NUnit.Framework;
using static GoogleCheckout.Samples.MerchantStore.StoreDatabase;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>No exception ends the store, and no command that may have been executed is sent again.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class CommandWorkerTests : IDisposable
{
    private StoreDatabase _database = null!;
    private ScriptedClient _client = null!;
    private CommandWorker _worker = null!;

    [SetUp]
    public async Task CreateAsync()
    {
        _database = await StoreDatabase.CreateAsync();
        _client = new ScriptedClient();
        var sender = new CommandSender(_database.Commands, _client, _database.Orders, TimeProvider.System, NullLogger<CommandSender>.Instance);
        _worker = new CommandWorker(_database.Commands, sender, TimeProvider.System, NullLogger<CommandWorker>.Instance);
    }

    [TearDown]
    public async Task DeleteAsync()
    {
        await _worker.StopAsync(CancellationToken.None);
        await _database.DisposeAsync();
    }

    public void Dispose()
    {
        _worker.Dispose();
        _client.Dispose();
    }

    [Test]
    public async Task Worker_ClientRejectsTheArguments_RecordsItAndGoesOn()
    {
        _client.OnCommand = command => command is ChargeOrderRequest ? throw new ArgumentException("The amount must be more than zero.") : Task.CompletedTask;
        await WriteDownAsync("charge", new ChargeOrderRequest { GoogleOrderNumber = Number, Amount = Usd(0) });
        await WriteDownAsync("number", new AddMerchantOrderNumberRequest { GoogleOrderNumber = Number, MerchantOrderNumber = "T-1" });

        await _worker.StartAsync(CancellationToken.None);
        await OutcomeAsync("number", CommandOutcome.Accepted);
        await OutcomeAsync("charge", CommandOutcome.NotSent);

        Assert.That(_client.Sent, Has.Count.EqualTo(2));
        Assert.That(_worker.ExecuteTask!.IsCompleted, Is.False);
    }

    [Test]
    public async Task Worker_SendingFailsUnexpectedly_DoesNotSendTheCommandAgain()
    {
        _client.OnCommand = command => command is ChargeOrderRequest ? Task.FromException(new InvalidOperationException("A fault of the client.")) : Task.CompletedTask;
        await WriteDownAsync("charge", new ChargeOrderRequest { GoogleOrderNumber = Number, Amount = Usd(5) });
        await WriteDownAsync("number", new AddMerchantOrderNumberRequest { GoogleOrderNumber = Number, MerchantOrderNumber = "T-1" });

        await _worker.StartAsync(CancellationToken.None);
        await OutcomeAsync("number", CommandOutcome.Accepted);
        await OutcomeAsync("charge", CommandOutcome.Unknown);

        Assert.That(_client.Sent.OfType<ChargeOrderRequest>(), Has.Exactly(1).Items);
    }

    [Test]
    public async Task Worker_ResultCannotBeRecorded_RecordsItLaterAndSendsOnce()
    {
        await _database.ExecuteAsync("CREATE TRIGGER busy BEFORE UPDATE ON commands WHEN NEW.outcome = 'Accepted' BEGIN SELECT RAISE(ABORT, 'busy'); END");
        await WriteDownAsync("charge", new ChargeOrderRequest { GoogleOrderNumber = Number, Amount = Usd(5) });

        await _worker.StartAsync(CancellationToken.None);
        await Eventually.Async(() => Task.FromResult(_client.Sent.Count), Is.EqualTo(1));
        await OutcomeAsync("charge", CommandOutcome.Sending);
        await _database.ExecuteAsync("DROP TRIGGER busy");
        await OutcomeAsync("charge", CommandOutcome.Accepted);

        Assert.That(_client.Sent, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Worker_DatabaseFailsAtStart_StartsLater()
    {
        await _database.ExecuteAsync("ALTER TABLE commands RENAME TO mislaid");

        await _worker.StartAsync(CancellationToken.None);
        await _database.ExecuteAsync("ALTER TABLE mislaid RENAME TO commands");
        await WriteDownAsync("number", new AddMerchantOrderNumberRequest { GoogleOrderNumber = Number, MerchantOrderNumber = "T-1" });
        await OutcomeAsync("number", CommandOutcome.Accepted);

        Assert.That(_worker.ExecuteTask!.IsCompleted, Is.False);
    }

    private async Task WriteDownAsync(string id, OrderCommand command)
    {
        await using var connection = await _database.Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await _database.Commands.WriteDownAsync(transaction, id, command, CancellationToken.None);
        await transaction.CommitAsync();
    }

    private Task OutcomeAsync(string id, CommandOutcome outcome) => Eventually.Async(
        async () => (await _database.Commands.OfAsync(Number, CancellationToken.None)).Single(command => command.Id == id).Outcome, Is.EqualTo(outcome));
}
