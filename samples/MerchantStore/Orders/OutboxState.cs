using MerchantStore.Data;
using Microsoft.EntityFrameworkCore;

namespace MerchantStore.Orders;

/// <summary>What the outbox's own table says of commands that wait. docs/outbox.md describes its columns.</summary>
internal static class OutboxState
{
    public static async Task ApplyAsync(StoreContext store, IReadOnlyCollection<SentCommand> commands, CancellationToken cancellationToken)
    {
        foreach (var command in commands.Where(command => command.State == SentCommandState.Waiting))
        {
            var row = await store.Database.SqlQuery<Row>(
                $"""
                SELECT state AS "State", waits_for AS "WaitsFor", CASE WHEN sent_at IS NULL THEN 0 ELSE 1 END AS "WasSent", CASE WHEN last_fault IS NULL THEN 0 ELSE 1 END AS "HasFailed"
                FROM google_checkout_commands WHERE command_key = {command.Id}
                """).FirstOrDefaultAsync(cancellationToken);
            (command.State, command.Answer) = row switch
            {
                { State: "dead", WasSent: 1 } => (SentCommandState.Unknown, "The store does not try again by itself."),
                { State: "dead" } => (SentCommandState.NotSent, "Google Checkout could not be reached."),
                { WaitsFor: { } reason } => (SentCommandState.Waiting, $"The order waits: {reason}."),
                { WasSent: 1 } => (SentCommandState.Waiting, "It was sent, and the response was lost. The store looks up the order before it repeats anything."),
                { HasFailed: 1 } => (SentCommandState.Waiting, "Google Checkout could not be reached yet."),
                _ => (SentCommandState.Waiting, null),
            };
        }
    }

    private sealed record Row(string State, string? WaitsFor, int WasSent, int HasFailed);
}
