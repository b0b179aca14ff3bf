using GoogleCheckout;
using GoogleCheckout.Orders;
using MerchantStore.Orders;

namespace MerchantStore.Commands;

/// <summary>Sends each command to Google Checkout once, and records the result.</summary>
internal sealed partial class CommandSender(CommandLog commands, CheckoutClient client, OrderStore orders, TimeProvider time, ILogger<CommandSender> logger)
{
    // The owner waits for the page.
    private static readonly TimeSpan LookUpLimit = TimeSpan.FromSeconds(5);

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

    /// <summary>Queries the status of an order from Google Checkout and stores it.</summary>
    /// <exception cref="CheckoutException">The query failed.</exception>
    public async Task LookUpAsync(string googleOrderNumber, CancellationToken cancellationToken)
    {
        foreach (var summary in await client.GetOrderSummariesAsync([googleOrderNumber], cancellationToken))
        {
            await orders.TakeOverAsync(summary, cancellationToken);
        }
    }

    private async Task<SentCommand> FinishAsync(SentCommand begun, CommandOutcome unreached)
    {
        var (outcome, answer) = await TrySendAsync(begun.Command, unreached);
        var ended = begun with { Outcome = outcome, Answer = answer };
        await commands.EndAsync(ended, CancellationToken.None);
        if (outcome is CommandOutcome.Accepted or CommandOutcome.Unknown)
        {
            await TryLookUpAsync(begun.Command.GoogleOrderNumber);
        }

        return ended;
    }

    private async Task<(CommandOutcome Outcome, string? Answer)> TrySendAsync(OrderCommand command, CommandOutcome unreached)
    {
        try
        {
            await client.SendAsync(command, CancellationToken.None);
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
    }

    // Notifications report the same later; with this query, the next page is already up to date.
    private async Task TryLookUpAsync(string googleOrderNumber)
    {
        using var limit = new CancellationTokenSource(LookUpLimit, time);
        try
        {
            await LookUpAsync(googleOrderNumber, limit.Token);
        }
        catch (Exception e) when (e is CheckoutException or OperationCanceledException)
        {
            LogNoLookUp(logger, e, googleOrderNumber);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Order {GoogleOrderNumber} could not be queried; its notifications will update it")]
    private static partial void LogNoLookUp(ILogger logger, Exception exception, string googleOrderNumber);
}
