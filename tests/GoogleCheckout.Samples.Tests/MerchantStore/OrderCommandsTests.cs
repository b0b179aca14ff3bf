using GoogleCheckout.Orders;
using GoogleCheckout.Outbox;
using MerchantStore.Data;
using MerchantStore.Orders;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using static GoogleCheckout.Samples.MerchantStore.TestStore;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>Commands through the outbox and without it: each form takes effect once, and an unknown outcome is shown as such.</summary>
public sealed class OrderCommandsTests(StoreEngine engine) : CommandTestBase(engine)
{
    private static readonly ChargeOrderRequest Charge = new() { GoogleOrderNumber = Number, Amount = Usd(12.5m) };
    private static readonly ProcessOrderRequest Process = new() { GoogleOrderNumber = Number };
    private static readonly ArchiveOrderRequest Archive = new() { GoogleOrderNumber = Number };

    [SetUp]
    public Task RecordOrderAsync() => Store.RecordAsync(Change(1, FinancialOrderState.Reviewing, FinancialOrderState.Chargeable));

    [Test]
    public async Task Form_OfACharge_WaitsInTheOutboxOnce()
    {
        var first = await SendAsync("form", Charge);
        var second = await SendAsync("form", Charge);

        Assert.That(first!.State, Is.EqualTo(SentCommandState.Waiting));
        Assert.That(second, Is.Null);
        Assert.That(Client.Sent, Is.Empty, "the workers of the outbox send it");
        Assert.That(await CountOutboxAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task Form_SentTwiceAtOnce_IsOneCommand()
    {
        var sent = await Task.WhenAll(SendAsync("form", Process), SendAsync("form", Process), SendAsync("form", Process));

        Assert.That(sent.Count(command => command is not null), Is.EqualTo(1));
        Assert.That(Client.Sent, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Enqueue_TransactionRolledBack_LeavesNeitherCommandNorEntry()
    {
        await Store.WithAsync<IServiceProvider, bool>(async services =>
        {
            var store = services.GetRequiredService<StoreContext>();
            await using var transaction = await store.Database.BeginTransactionAsync();
            Assert.That(await services.GetRequiredService<OrderCommands>().EnqueueAsync(Charge, "key", CancellationToken.None), Is.True);
            await transaction.RollbackAsync();
            return true;
        });

        Assert.That(await ListAsync(), Is.Empty);
        Assert.That(await CountOutboxAsync(), Is.Zero);
    }

    [TestCase(CommandFailure.None, nameof(SentCommandState.Accepted), true)]
    [TestCase(CommandFailure.Refused, nameof(SentCommandState.Refused), false)]
    [TestCase(CommandFailure.NotPossible, nameof(SentCommandState.Refused), false)]
    [TestCase(CommandFailure.DeadlinePassed, nameof(SentCommandState.NotSent), false)]
    public async Task Outcome_OfTheOutbox_IsRecordedWithItsEffect(CommandFailure failure, string state, bool archived)
    {
        await SendAsync("form", Archive);

        await Store.InTransactionAsync<CommandOutcomes>((outcomes, transaction) => outcomes.HandleAsync(
            new CommandOutcome<ArchiveOrderRequest> { Command = Archive, Key = "form", Failure = failure, Reason = "why" }, new CommandOutcomeContext(transaction), CancellationToken.None));

        var command = (await ListAsync()).Single();
        Assert.That((command.State.ToString(), command.Answer), Is.EqualTo((state, "why")));
        Assert.That((await Store.FindAsync()).Archived, Is.EqualTo(archived));
    }

    [Test]
    public async Task DirectCommand_ResponseLost_IsShownAsUnknown()
    {
        Client.OnCommand = _ => Task.FromException(new CheckoutException("The connection was closed.") { OutcomeUnknown = true });

        var sent = await SendAsync("form", Process);

        Assert.That(sent!.State, Is.EqualTo(SentCommandState.Unknown));
        Assert.That(sent.OutcomeInWords(), Does.StartWith("may have been executed. Check the order before you try again."));
    }

    [Test]
    public async Task DirectCommand_SendingFailsUnexpectedly_IsShownAsUnknown()
    {
        Client.OnCommand = _ => Task.FromException(new InvalidOperationException("A fault of the client."));

        Assert.That((await SendAsync("form", Process))!.OutcomeInWords(), Does.StartWith("may have been executed.").And.EndWith("InvalidOperationException."));
        Assert.That((await ListAsync()).Single().State, Is.EqualTo(SentCommandState.Unknown));
    }

    [Test]
    public async Task DirectCommand_StoreStoppedWhileItWasSent_IsShownAsUnknown()
    {
        await Store.WithAsync<StoreContext, int>(store =>
        {
            store.Add(new SentCommand { Id = "form", OrderNumber = Number, SentAt = DateTimeOffset.UtcNow.AddHours(-1), What = "Process", State = SentCommandState.Sending });
            return store.SaveChangesAsync();
        });

        Assert.That((await ListAsync()).Single().OutcomeInWords(), Does.StartWith("may have been executed.").And.EndWith("The store stopped before the response arrived."));
    }

    [Test]
    public async Task DirectCommand_NotReached_IsShownAsNotSent()
    {
        Client.OnCommand = _ => Task.FromException(new CheckoutException("No route.") { IsTransient = true });

        Assert.That((await SendAsync("form", Process))!.OutcomeInWords(), Is.EqualTo("not sent, nothing was changed: No route."));
    }

    [Test]
    public async Task DirectCommand_ServiceHasForgottenTheOrder_IsSaidAsSuch()
    {
        Client.OnQuery = _ => Task.FromResult<OrderSummary?>(null);

        var sent = await SendAsync("form", Process);

        Assert.That(sent!.OutcomeInWords(), Is.EqualTo("not sent, nothing was changed: Google Checkout does not know this order."));
        Assert.That((await ListAsync()).Single().State, Is.EqualTo(SentCommandState.NotSent));
        Assert.That((await Store.FindAsync()).IsUnknownToGoogle, Is.True);
    }

    [Test]
    public async Task Command_WithTextThatXmlCannotContain_IsNotRecorded()
    {
        var refund = new RefundOrderRequest { GoogleOrderNumber = Number, Amount = Usd(1), Reason = "a\u0001b" };

        Assert.That(() => SendAsync("form", refund), Throws.ArgumentException);
        Assert.That(await ListAsync(), Is.Empty);
    }

    private Task<SentCommand?> SendAsync(string formId, OrderCommand command) => Store.WithAsync<OrderCommands, SentCommand?>(commands => commands.SendAsync(formId, command));

    private Task<IReadOnlyList<SentCommand>> ListAsync() => Store.WithAsync<OrderCommands, IReadOnlyList<SentCommand>>(commands => commands.ListAsync(Number, CancellationToken.None));

    private Task<int> CountOutboxAsync() => Store.WithAsync<StoreContext, int>(store => store.Database.SqlQuery<int>($"SELECT CAST(COUNT(*) AS INTEGER) AS \"Value\" FROM google_checkout_commands").SingleAsync());
}
