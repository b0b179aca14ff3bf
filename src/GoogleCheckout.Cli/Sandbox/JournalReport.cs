using System.Globalization;
using GoogleCheckout.Cli.Commands;
using GoogleCheckout.Notifications;
using GoogleCheckout.Sandbox;

namespace GoogleCheckout.Cli.Sandbox;

/// <summary>Prints what happened in a sandbox, from its journal.</summary>
internal static class JournalReport
{
    /// <summary>Writes a line for each entry, and one for each notification that it caused.</summary>
    /// <exception cref="InvalidInputException">The file cannot be read, or is damaged. The lines before the damage are written.</exception>
    public static async Task<int> WriteAsync(string path, TextWriter output, CancellationToken stop)
    {
        try
        {
            foreach (var entry in SandboxJournal.Replay(path))
            {
                stop.ThrowIfCancellationRequested();
                await output.WriteLineAsync(entry.ToString().AsMemory(), stop).ConfigureAwait(false);
                foreach (var notification in entry.Notifications)
                {
                    await output.WriteLineAsync(FormatLine(notification).AsMemory(), stop).ConfigureAwait(false);
                }
            }
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            throw new InvalidInputException(e.Message, e);
        }
        finally
        {
            await output.FlushAsync(CancellationToken.None).ConfigureAwait(false);
        }

        return ExitCode.Success;
    }

    // With its time: events that were due before the entry come first.
    private static string FormatLine(Notification notification) =>
        string.Create(CultureInfo.InvariantCulture, $"    {notification.Timestamp?.UtcDateTime:yyyy-MM-dd HH:mm:ss.fff'Z'} {Describe(notification)}");

    private static string Describe(Notification notification) => notification switch
    {
        OrderStateChangeNotification change => $"{change}: {change.PreviousFinancialOrderState} {change.PreviousFulfillmentOrderState} to {change.NewFinancialOrderState} {change.NewFulfillmentOrderState}",
        ChargeAmountNotification charge => $"{charge}: {charge.LatestChargeAmount}, {charge.TotalChargeAmount} in total",
        RefundAmountNotification refund => $"{refund}: {refund.LatestRefundAmount}, {refund.TotalRefundAmount} in total",
        ChargebackAmountNotification chargeback => $"{chargeback}: {chargeback.LatestChargebackAmount}, {chargeback.TotalChargebackAmount} in total",
        AuthorizationAmountNotification authorization => $"{authorization}: {authorization.AuthorizationAmount}",
        _ => notification.ToString(),
    };
}
