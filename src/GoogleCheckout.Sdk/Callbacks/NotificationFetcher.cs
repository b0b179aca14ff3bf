using GoogleCheckout.Diagnostics;
using GoogleCheckout.Http;
using GoogleCheckout.Notifications;
using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Callbacks;

/// <summary>
/// Fetches the notification that a post names by its serial number. The sender of the post is unknown. Therefore the number of
/// concurrent and of waiting fetches is limited, and only the service's response is used.
/// </summary>
internal sealed class NotificationFetcher(TimeProvider clock, ILogger logger) : IDisposable
{
    private readonly object _gate = new();
    private FetchSlots? _slots;

    /// <returns>The notification, or the response if it cannot be fetched.</returns>
    public async Task<(Notification? Notification, CallbackResponse? Rejection)> FetchAsync(
        CheckoutClient client, string serialNumber, CallbackOptions options, CancellationToken cancellationToken)
    {
        var slots = GetSlots(options.MaxConcurrentFetches);
        using var deadline = new Deadline(clock, options.FetchTimeout, cancellationToken);
        try
        {
            if (!await slots.TryEnterAsync(deadline.Token).ConfigureAwait(false))
            {
                return RejectUnfetched(serialNumber, $"{slots.Max} fetches are running and {slots.MaxWaiting} are waiting");
            }

            try
            {
                return Verify(await client.GetNotificationAsync(serialNumber, deadline.Token).ConfigureAwait(false), serialNumber);
            }
            finally
            {
                slots.Leave();
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The other tokens are those of handlers in the client's pipeline.
            return RejectUnfetched(serialNumber, deadline.HasPassed ? $"{nameof(CallbackOptions.FetchTimeout)} expired" : "the request to the service was canceled");
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
        catch (Exception e)
        {
            // Of a client that the program has registered itself. Its text is not known to be free of secrets.
            cancellationToken.ThrowIfCancellationRequested();
            return RejectUnfetched(serialNumber, $"the client threw {e.GetType().Name}");
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _slots?.Dispose();
        }
    }

    // A changed limit applies to new posts; those of the previous limit end as they began.
    private FetchSlots GetSlots(int max)
    {
        lock (_gate)
        {
            return _slots?.Max == max ? _slots : _slots = new FetchSlots(max);
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
