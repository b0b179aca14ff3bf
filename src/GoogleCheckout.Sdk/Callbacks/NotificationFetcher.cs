using GoogleCheckout.Diagnostics;
using GoogleCheckout.Http;
using GoogleCheckout.Notifications;
using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Callbacks;

/// <summary>
/// Fetches what a post names by its serial number. Anyone may post one, so only a few are fetched at a time, few more wait,
/// and nothing is believed but what the service answers.
/// </summary>
internal sealed class NotificationFetcher(CallbackOptions options, TimeProvider clock, ILogger logger) : IDisposable
{
    // Where more waited, each would get its turn when its time is nearly over, and then fetch in vain.
    private const int WaitingForEachFetch = 8;

    private readonly int _mostWaiting = options.MaxConcurrentFetches * WaitingForEachFetch;
    private readonly SemaphoreSlim _turns = new(options.MaxConcurrentFetches, options.MaxConcurrentFetches);
    private int _waiting;

    /// <returns>The notification, or what to answer instead.</returns>
    public async Task<(Notification? Notification, CallbackResponse? Refusal)> FetchAsync(CheckoutClient client, string serialNumber, CancellationToken cancellationToken)
    {
        using var deadline = new Deadline(clock, options.FetchTimeout, cancellationToken);
        try
        {
            if (!await HasTurnAsync(deadline.Token).ConfigureAwait(false))
            {
                return NotFetched(serialNumber, $"{options.MaxConcurrentFetches} are being fetched, and {_mostWaiting} wait for their turn");
            }

            try
            {
                return Checked(await client.GetNotificationAsync(serialNumber, deadline.Token).ConfigureAwait(false), serialNumber);
            }
            finally
            {
                _turns.Release();
            }
        }
        catch (OperationCanceledException) when (deadline.HasPassed && !cancellationToken.IsCancellationRequested)
        {
            return NotFetched(serialNumber, $"not done within {nameof(CallbackOptions.FetchTimeout)}");
        }
        catch (CheckoutApiException e) when (IsUnknownToTheService(e))
        {
            CallbackLog.NoSuchNotification(logger, serialNumber, e.Message);
            return (null, CallbackResponses.NotReadable);
        }
        catch (CheckoutException e)
        {
            return NotFetched(serialNumber, e.Message);
        }
    }

    public void Dispose() => _turns.Dispose();

    /// <summary>Waits for a turn, unless too many wait already.</summary>
    private async Task<bool> HasTurnAsync(CancellationToken cancellationToken)
    {
        if (_turns.Wait(0, CancellationToken.None))
        {
            return true;
        }

        try
        {
            if (Interlocked.Increment(ref _waiting) > _mostWaiting)
            {
                return false;
            }

            await _turns.WaitAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    // In its own words, that is. A refused key or a wrong address is our fault: sent again, the notification is not lost.
    private static bool IsUnknownToTheService(CheckoutApiException refusal) =>
        refusal is { IsTransient: false, ErrorMessage.Length: > 0 } && (int)refusal.StatusCode is not (401 or 403);

    private (Notification? Notification, CallbackResponse? Refusal) Checked(Notification fetched, string serialNumber) =>
        fetched.SerialNumber == serialNumber ? (fetched, null) : NotFetched(serialNumber, "the service answered with another one");

    private (Notification? Notification, CallbackResponse? Refusal) NotFetched(string serialNumber, string fault)
    {
        CallbackLog.NotFetched(logger, serialNumber, fault);
        return (null, CallbackResponses.NotNow);
    }
}
