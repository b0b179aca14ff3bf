using GoogleCheckout.Orders;
using MerchantStore.Commands;
using Microsoft.Extensions.Logging.Abstractions;
using NUnit.Framework;
using static GoogleCheckout.Samples.MerchantStore.StoreDatabase;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>No exception ends the store, and no command that may have been executed is sent again.</summary>
public sealed class CommandWorkerTests : CommandTestBase
{
    private CommandWorker _worker = null!;

    [SetUp]
    public void CreateWorker() => _worker = new CommandWorker(Database.Commands, Sender, TimeProvider.System, NullLogger<CommandWorker>.Instance);

    [TearDown]
    public Task StopAsync() => _worker.StopAsync(CancellationToken.None);

    protected override void Dispose(bool disposing)
    {
        _worker.Dispose();
        base.Dispose(disposing);
    }

    [Test]
    public async Task Worker_ClientRejectsTheArguments_RecordsItAndGoesOn()
    {
        Client.OnCommand = command => command is ChargeOrderRequest ? throw new ArgumentException("The amount must be more than zero.") : Task.CompletedTask;
        await WriteDownAsync("charge", new ChargeOrderRequest { GoogleOrderNumber = Number, Amount = Usd(0) });
        await WriteDownAsync("number", new AddMerchantOrderNumberRequest { GoogleOrderNumber = Number, MerchantOrderNumber = "T-1" });

        await _worker.StartAsync(CancellationToken.None);
        await OutcomeAsync("number", CommandOutcome.Accepted);
        await OutcomeAsync("charge", CommandOutcome.NotSent);

        Assert.That(Client.Sent, Has.Count.EqualTo(2));
        Assert.That(_worker.ExecuteTask!.IsCompleted, Is.False);
    }

    [Test]
    public async Task Worker_SendingFailsUnexpectedly_DoesNotSendTheCommandAgain()
    {
        Client.OnCommand = command => command is ChargeOrderRequest ? Task.FromException(new InvalidOperationException("A fault of the client.")) : Task.CompletedTask;
        await WriteDownAsync("charge", new ChargeOrderRequest { GoogleOrderNumber = Number, Amount = Usd(5) });
        await WriteDownAsync("number", new AddMerchantOrderNumberRequest { GoogleOrderNumber = Number, MerchantOrderNumber = "T-1" });

        await _worker.StartAsync(CancellationToken.None);
        await OutcomeAsync("number", CommandOutcome.Accepted);
        await OutcomeAsync("charge", CommandOutcome.Unknown);

        Assert.That(Client.Sent.OfType<ChargeOrderRequest>(), Has.Exactly(1).Items);
    }

    [Test]
    public async Task Worker_ResultCannotBeRecorded_RecordsItLaterAndSendsOnce()
    {
        await Database.ExecuteAsync("CREATE TRIGGER busy BEFORE UPDATE ON commands WHEN NEW.outcome = 'Accepted' BEGIN SELECT RAISE(ABORT, 'busy'); END");
        await WriteDownAsync("charge", new ChargeOrderRequest { GoogleOrderNumber = Number, Amount = Usd(5) });

        await _worker.StartAsync(CancellationToken.None);
        await Eventually.Async(() => Task.FromResult(Client.Sent.Count), Is.EqualTo(1));
        await OutcomeAsync("charge", CommandOutcome.Sending);
        await Database.ExecuteAsync("DROP TRIGGER busy");
        await OutcomeAsync("charge", CommandOutcome.Accepted);

        Assert.That(Client.Sent, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Worker_DatabaseFailsAtStart_StartsLater()
    {
        await Database.ExecuteAsync("ALTER TABLE commands RENAME TO mislaid");

        await _worker.StartAsync(CancellationToken.None);
        await Database.ExecuteAsync("ALTER TABLE mislaid RENAME TO commands");
        await WriteDownAsync("number", new AddMerchantOrderNumberRequest { GoogleOrderNumber = Number, MerchantOrderNumber = "T-1" });
        await OutcomeAsync("number", CommandOutcome.Accepted);

        Assert.That(_worker.ExecuteTask!.IsCompleted, Is.False);
    }

    private async Task WriteDownAsync(string id, OrderCommand command)
    {
        await using var connection = await Database.Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await Database.Commands.WriteDownAsync(transaction, id, command, CancellationToken.None);
        await transaction.CommitAsync();
    }

    private Task OutcomeAsync(string id, CommandOutcome outcome) => Eventually.Async(
        async () => (await Database.Commands.OfAsync(Number, CancellationToken.None)).Single(command => command.Id == id).Outcome, Is.EqualTo(outcome));
}
