using System.Collections.Concurrent;
using System.Data.Common;
using GoogleCheckout;
using GoogleCheckout.Orders;
using MerchantStore.Orders;

namespace MerchantStore.Commands;

/// <summary>Sends each command to Google Checkout once, and records the result.</summary>
internal sealed partial class CommandSender(CommandLog commands, CheckoutClient client, OrderStore orders, TimeProvider time, ILogger<CommandSender> logger)
{
    // The owner waits for the page.
    private static readonly TimeSpan LookUpLimit = TimeSpan.FromSeconds(5);

    private const int MaxLookUps = 3;

    // Other people write it: the service, or who stands for it.
    private const int MaxAnswerLength = 1000;

    private readonly ConcurrentQueue<SentCommand> _unrecorded = new();

    /// <summary>Sends the command of a form, unless the form was already sent.</summary>
    /// <returns>The command with its result; null if the form was already sent.</returns>
    /// <remarks>It cannot be canceled: closing the page does not undo a charge.</remarks>
    public async Task<SentCommand?> SendAsync(string formId, OrderCommand command) =>
        await commands.BeginAsync(formId, command, CancellationToken.None) is { } begun
            ? await FinishAsync(begun, unreached: CommandOutcome.NotSent)
            : null;

    /// <summary>Sends one command that a handler recorded.</summary>
    /// <returns>False if there is none, or if the service cannot be reached.</returns>
    public async Task<bool> SendWaitingAsync(CancellationToken cancellationToken) =>
        await commands.TakeWaitingAsync(cancellationToken) is { } next
        && await FinishAsync(next, unreached: CommandOutcome.Waiting) is not { Outcome: CommandOutcome.Waiting };

    /// <summary>Records the results that could not be recorded when they arrived, for example because the database was busy.</summary>
    public async Task RecordLeftAsync(CancellationToken cancellationToken)
    {
        while (_unrecorded.TryPeek(out var ended))
        {
            await commands.EndAsync(ended, cancellationToken);
            _unrecorded.TryDequeue(out _);
        }
    }

    /// <summary>
    /// Queries the status of an order from Google Checkout and stores it. If a notification changes the order between the question and
    /// the answer, the answer may be older: then it asks again.
    /// </summary>
    /// <returns>True if the order now is as the service or a later notification reports it; false if the service or the store does not know it.</returns>
    /// <exception cref="CheckoutException">The query failed.</exception>
    public async Task<bool> LookUpAsync(string googleOrderNumber, CancellationToken cancellationToken)
    {
        for (var asked = 0; asked < MaxLookUps; asked++)
        {
            if (await orders.FindAsync(googleOrderNumber, cancellationToken) is not { } order
                || await client.GetOrderSummariesAsync([googleOrderNumber], cancellationToken) is not [var summary])
            {
                return false;
            }

            if (await orders.TakeOverAsync(summary, order.Version, cancellationToken))
            {
                return true;
            }
        }

        return true;
    }

    private async Task<SentCommand> FinishAsync(SentCommand begun, CommandOutcome unreached)
    {
        var (outcome, answer) = await TrySendAsync(begun.Command, unreached);
        var ended = begun with { Outcome = outcome, Answer = answer is { Length: > MaxAnswerLength } ? $"{answer.AsSpan(0, MaxAnswerLength)}..." : answer };
        await RecordAsync(ended);
        if (outcome is CommandOutcome.Accepted or CommandOutcome.Unknown)
        {
            await TryLookUpAsync(begun.Command.GoogleOrderNumber);
        }

        return ended;
    }

    // The command was sent, whatever the database says: its result must not be lost, and it must not be sent again.
    private async Task RecordAsync(SentCommand ended)
    {
        try
        {
            await commands.EndAsync(ended, CancellationToken.None);
        }
        catch (DbException e)
        {
            _unrecorded.Enqueue(ended);
            LogUnrecorded(logger, e, ended.Id, ended.Outcome);
        }
    }

    private async Task<(CommandOutcome Outcome, string? Answer)> TrySendAsync(OrderCommand command, CommandOutcome unreached)
    {
        Task sending;
        try
        {
            sending = client.SendAsync(command, CancellationToken.None);
        }
        catch (ArgumentException e)
        {
            // Thrown at the call, before anything is sent. The same command would be rejected again.
            LogNotSent(logger, e, command.GoogleOrderNumber);
            return (CommandOutcome.NotSent, e.Message);
        }

        try
        {
            await sending;
            return (CommandOutcome.Accepted, null);
        }
        catch (CheckoutException e) when (e.OutcomeUnknown)
        {
            return (CommandOutcome.Unknown, e.Message);
        }
        catch (CheckoutApiException e)
        {
            return (CommandOutcome.Refused, e.ErrorMessage.Length > 0 ? e.ErrorMessage : e.Message);
        }
        catch (CheckoutException e)
        {
            return (unreached, e.Message);
        }
        catch (Exception e)
        {
            // It is not known whether the command was sent: do not send it again.
            LogUnexpected(logger, e, command.GoogleOrderNumber);
            return (CommandOutcome.Unknown, $"The store failed while it sent the command: {e.GetType().Name}.");
        }
    }

    // Notifications report the same later; with this query, the next page is already up to date.
    private async Task TryLookUpAsync(string googleOrderNumber)
    {
        using var limit = new CancellationTokenSource(LookUpLimit, time);
        try
        {
            if (!await LookUpAsync(googleOrderNumber, limit.Token))
            {
                LogNoLookUp(logger, null, googleOrderNumber);
            }
        }
        catch (Exception e)
        {
            LogNoLookUp(logger, e, googleOrderNumber);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Order {GoogleOrderNumber} could not be queried; its notifications will update it")]
    private static partial void LogNoLookUp(ILogger logger, Exception? exception, string googleOrderNumber);

    [LoggerMessage(2, LogLevel.Error, "A command of order {GoogleOrderNumber} is not valid and was not sent")]
    private static partial void LogNotSent(ILogger logger, Exception exception, string googleOrderNumber);

    [LoggerMessage(3, LogLevel.Error, "Sending a command of order {GoogleOrderNumber} failed unexpectedly. It may have been executed and is not sent again")]
    private static partial void LogUnexpected(ILogger logger, Exception exception, string googleOrderNumber);

    [LoggerMessage(4, LogLevel.Error, "The result of command {Id} ({Outcome}) could not be recorded yet")]
    private static partial void LogUnrecorded(ILogger logger, Exception exception, string id, CommandOutcome outcome);
}
