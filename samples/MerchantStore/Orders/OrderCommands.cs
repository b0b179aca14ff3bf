using GoogleCheckout;
using GoogleCheckout.Orders;
using GoogleCheckout.Outbox;
using MerchantStore.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace MerchantStore.Orders;

/// <summary>Sends the commands of the owner to Google Checkout: all that move money through the outbox, and the others directly.</summary>
internal sealed partial class OrderCommands(StoreContext store, ICheckoutOutbox outbox, CheckoutClient client, OrderLookUp lookUp, TimeProvider time, ILogger<OrderCommands> logger)
{
    // The owner waits for the page. A command that takes longer stays in the outbox, and the page says so.
    private static readonly TimeSpan WaitLimit = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan WaitInterval = TimeSpan.FromMilliseconds(100);

    // No request takes as long: the store stopped meanwhile.
    private static readonly TimeSpan SendLimit = TimeSpan.FromMinutes(5);

    /// <summary>Sends the command of a form, unless the form was already sent.</summary>
    /// <returns>The command with its state; null if the form was already sent.</returns>
    /// <exception cref="ArgumentException">The command lacks something, or has text that XML cannot contain. It was neither recorded nor sent.</exception>
    /// <remarks>It cannot be canceled: closing the page does not undo a charge.</remarks>
    public async Task<SentCommand?> SendAsync(string formId, OrderCommand command)
    {
        // Fails here for a command that cannot be written, before anything is recorded.
        _ = command.ToXmlString();
        var throughOutbox = IsForOutbox(command);
        if (!await TryRecordAsync(formId, command, throughOutbox))
        {
            return null;
        }

        var sent = throughOutbox ? await WaitAsync(formId) : await SendNowAsync(formId, command);
        if (sent.State is SentCommandState.Waiting or SentCommandState.NotSent || await TryLookUpAsync(sent.OrderNumber))
        {
            return sent;
        }

        // A service without the order has refused or done nothing that means anything for it.
        (sent.State, sent.Answer) = (SentCommandState.NotSent, "Google Checkout does not know this order.");
        await store.SentCommands.Where(each => each.Id == formId)
            .ExecuteUpdateAsync(each => each.SetProperty(row => row.State, sent.State).SetProperty(row => row.Answer, sent.Answer));
        return sent;
    }

    /// <summary>Records a command in the outbox, in the open transaction of the context. The outcome comes to <see cref="CommandOutcomes"/>.</summary>
    /// <returns>False if a command with this key is known.</returns>
    public async Task<bool> EnqueueAsync(OrderCommand command, string key, CancellationToken cancellationToken)
    {
        if (!await outbox.EnqueueAsync(command, store.Database.CurrentTransaction!.GetDbTransaction(), key, cancellationToken))
        {
            return false;
        }

        store.Add(New(key, command, SentCommandState.Waiting));
        await store.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>Returns the commands of an order, newest first, with what the outbox says of those that wait.</summary>
    public async Task<IReadOnlyList<SentCommand>> ListAsync(string orderNumber, CancellationToken cancellationToken)
    {
        var commands = await store.SentCommands.AsNoTracking()
            .Where(command => command.OrderNumber == orderNumber).OrderByDescending(command => command.SentAt).ToListAsync(cancellationToken);
        await OutboxState.ApplyAsync(store, commands, cancellationToken);
        foreach (var command in commands.Where(command => command.State == SentCommandState.Sending && command.SentAt < time.GetUtcNow() - SendLimit))
        {
            (command.State, command.Answer) = (SentCommandState.Unknown, "The store stopped before the response arrived.");
        }

        return commands;
    }

    private static bool IsForOutbox(OrderCommand command) =>
        command is ChargeOrderRequest or RefundOrderRequest or CancelOrderRequest or ShipItemsRequest or DeliverOrderRequest or ArchiveOrderRequest;

    private SentCommand New(string id, OrderCommand command, SentCommandState state) =>
        new() { Id = id, OrderNumber = command.GoogleOrderNumber, SentAt = time.GetUtcNow(), What = command.InWords(), State = state };

    private async Task<bool> TryRecordAsync(string formId, OrderCommand command, bool throughOutbox)
    {
        try
        {
            await using var transaction = await store.Database.BeginTransactionAsync();
            if (await store.SentCommands.AnyAsync(sent => sent.Id == formId))
            {
                return false;
            }

            if (throughOutbox)
            {
                await EnqueueAsync(command, formId, CancellationToken.None);
            }
            else
            {
                store.Add(New(formId, command, SentCommandState.Sending));
                await store.SaveChangesAsync();
            }

            await transaction.CommitAsync();
            return true;
        }
        catch (DbUpdateException)
        {
            // The same form, sent twice at once: the database accepts one of them.
            store.ChangeTracker.Clear();
            if (!await store.SentCommands.AnyAsync(sent => sent.Id == formId))
            {
                throw;
            }

            return false;
        }
    }

    private async Task<SentCommand> WaitAsync(string id)
    {
        var started = time.GetTimestamp();
        SentCommand[] sent;
        do
        {
            await Task.Delay(WaitInterval, time);
            sent = await store.SentCommands.AsNoTracking().Where(command => command.Id == id).ToArrayAsync();
        }
        while (sent[0].State == SentCommandState.Waiting && time.GetElapsedTime(started) < WaitLimit);

        await OutboxState.ApplyAsync(store, sent, CancellationToken.None);
        return sent[0];
    }

    private async Task<SentCommand> SendNowAsync(string formId, OrderCommand command)
    {
        var sent = await store.SentCommands.SingleAsync(each => each.Id == formId);
        (sent.State, sent.Answer) = await TrySendAsync(command);
        if (sent.State == SentCommandState.Accepted)
        {
            await OrderEffects.ApplyAsync(store, command, CancellationToken.None);
        }

        await store.SaveChangesAsync();
        return sent;
    }

    private async Task<(SentCommandState State, string? Answer)> TrySendAsync(OrderCommand command)
    {
        try
        {
            await client.SendAsync(command);
            return (SentCommandState.Accepted, null);
        }
        catch (CheckoutException e) when (e.OutcomeUnknown)
        {
            return (SentCommandState.Unknown, e.Message);
        }
        catch (CheckoutApiException e)
        {
            return (SentCommandState.Refused, SentCommand.Cut(e.ErrorMessage.Length > 0 ? e.ErrorMessage : e.Message));
        }
        catch (Exception e) when (e is CheckoutException or ArgumentException)
        {
            return (SentCommandState.NotSent, SentCommand.Cut(e.Message));
        }
        catch (Exception e)
        {
            // It is not known whether the command was sent: do not send it again.
            LogUnexpected(logger, e, command.GoogleOrderNumber);
            return (SentCommandState.Unknown, $"The store failed while it sent the command: {e.GetType().Name}.");
        }
    }

    // Notifications report the same later; with this query, the next page is already up to date. False if Google Checkout does not know the order.
    private async Task<bool> TryLookUpAsync(string orderNumber)
    {
        using var limit = new CancellationTokenSource(WaitLimit, time);
        try
        {
            return await lookUp.UpdateAsync(orderNumber, limit.Token);
        }
        catch (Exception e) when (e is CheckoutException or OperationCanceledException)
        {
            LogNoLookUp(logger, e, orderNumber);
            return true;
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Order {OrderNumber} could not be queried; its notifications will update it")]
    private static partial void LogNoLookUp(ILogger logger, Exception exception, string orderNumber);

    [LoggerMessage(2, LogLevel.Error, "Sending a command of order {OrderNumber} failed unexpectedly. It may have been executed and is not sent again")]
    private static partial void LogUnexpected(ILogger logger, Exception exception, string orderNumber);
}
