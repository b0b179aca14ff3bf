using GoogleCheckout;
using GoogleCheckout.Orders;
using MerchantStore.Orders;

namespace MerchantStore.Commands;

/// <summary>Sends commands to Google Checkout, each once, and keeps the answers.</summary>
internal sealed partial class CommandSender(CommandLog commands, CheckoutClient client, OrderStore orders, TimeProvider time, ILogger<CommandSender> logger)
{
    // A person waits for the page.
    private static readonly TimeSpan LookUpLimit = TimeSpan.FromSeconds(5);

    /// <summary>Sends what a person asked for, unless the same form was sent before.</summary>
    /// <returns>The command and what became of it; null where it was sent before.</returns>
    /// <remarks>There is no way to stop this: a person who closes the page does not call a charge back.</remarks>
    public async Task<SentCommand?> SendAsync(string formId, OrderCommand command) =>
        await commands.BeginAsync(formId, command, CancellationToken.None) is { } begun
            ? await FinishAsync(begun, unreached: CommandOutcome.NotSent)
            : null;

    /// <summary>Sends one command that handlers wrote down.</summary>
    /// <returns>False where there is none, or the service cannot be reached.</returns>
    public async Task<bool> SendWaitingAsync(CancellationToken cancellationToken) =>
        await commands.TakeWaitingAsync(cancellationToken) is { } next
        && await FinishAsync(next, unreached: CommandOutcome.Waiting) is not { Outcome: CommandOutcome.Waiting };

    /// <summary>Asks Google Checkout how an order stands, and takes that over.</summary>
    /// <exception cref="CheckoutException">There was no answer.</exception>
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

    // Notifications tell the same a little later; this makes the next page right at once.
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

    [LoggerMessage(1, LogLevel.Warning, "Order {GoogleOrderNumber} could not be looked up; its notifications will tell")]
    private static partial void LogNoLookUp(ILogger logger, Exception exception, string googleOrderNumber);
}
