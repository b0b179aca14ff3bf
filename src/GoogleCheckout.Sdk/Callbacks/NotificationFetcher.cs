using GoogleCheckout.Diagnostics;
using GoogleCheckout.Http;
using GoogleCheckout.Notifications;
using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Callbacks;

/// <summary>
/// Fetches the notification that a post names by its serial number. The sender of the post is unknown. Therefore the number of
/// concurrent and of waiting fetches is limited, and only the service's response is used.
/// </summary>
internal sealed class NotificationFetcher(CallbackOptions options, TimeProvider clock, ILogger logger) : IDisposable
{
    // If more posts waited, each would start to fetch shortly before its timeout expires, and fail.
    private const int MaxWaitingPerFetch = 8;

    private readonly int _maxWaiting = options.MaxConcurrentFetches * MaxWaitingPerFetch;
    private readonly SemaphoreSlim _slots = new(options.MaxConcurrentFetches, options.MaxConcurrentFetches);
    private int _waiting;

    /// <returns>The notification, or the response if it cannot be fetched.</returns>
    public async Task<(Notification? Notification, CallbackResponse? Rejection)> FetchAsync(CheckoutClient client, string serialNumber, CancellationToken cancellationToken)
    {
        using var deadline = new Deadline(clock, options.FetchTimeout, cancellationToken);
        try
        {
            if (!await TryEnterAsync(deadline.Token).ConfigureAwait(false))
            {
                return RejectUnfetched(serialNumber, $"{options.MaxConcurrentFetches} fetches are running and {_maxWaiting} are waiting");
            }

            try
            {
                return Verify(await client.GetNotificationAsync(serialNumber, deadline.Token).ConfigureAwait(false), serialNumber);
            }
            finally
            {
                _slots.Release();
            }
        }
        catch (OperationCanceledException) when (deadline.HasPassed && !cancellationToken.IsCancellationRequested)
        {
            return RejectUnfetched(serialNumber, $"{nameof(CallbackOptions.FetchTimeout)} expired");
        }
        catch (CheckoutApiException e) when (IsUnknownToTheService(e))
        {
            CallbackLog.NoSuchNotification(logger, serialNumber, e.Message);
            return (null, CallbackResponses.NotReadable);
        }
        catch (CheckoutException e)
        {
            return RejectUnfetched(serialNumber, e.Message);
        }
    }

    public void Dispose() => _slots.Dispose();

    /// <summary>Waits until the fetch may start.</summary>
    /// <returns>False if too many fetches are waiting already.</returns>
    private async Task<bool> TryEnterAsync(CancellationToken cancellationToken)
    {
        if (_slots.Wait(0, CancellationToken.None))
        {
            return true;
        }

        try
        {
            if (Interlocked.Increment(ref _waiting) > _maxWaiting)
            {
                return false;
            }

            await _slots.WaitAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    // Only if the service says so in an error message. A rejected key or a wrong address is an error of this program: the service
    // sends the notification again, so that it is not lost.
    private static bool IsUnknownToTheService(CheckoutApiException exception) =>
        exception is { IsTransient: false, ErrorMessage.Length: > 0 } && (int)exception.StatusCode is not (401 or 403);

    private (Notification? Notification, CallbackResponse? Rejection) Verify(Notification fetched, string serialNumber) =>
        fetched.SerialNumber == serialNumber ? (fetched, null) : RejectUnfetched(serialNumber, "the service returned another notification");

    private (Notification? Notification, CallbackResponse? Rejection) RejectUnfetched(string serialNumber, string reason)
    {
        CallbackLog.NotFetched(logger, serialNumber, reason);
        return (null, CallbackResponses.NotNow);
    }
}
