using System.Net;
using GoogleCheckout.Http;
using GoogleCheckout.Notifications;
using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Callbacks;

/// <summary>
/// Fetches what a post names by its serial number. Anyone may post one, so only a few are fetched at a time, and nothing is
/// believed but what the service answers.
/// </summary>
internal sealed class SerialNumberFetch(CallbackOptions options, TimeProvider clock, ILogger logger) : IDisposable
{
    private readonly SemaphoreSlim _turns = new(options.MaxFetches, options.MaxFetches);

    /// <returns>The notification, or what to answer instead.</returns>
    public async Task<(Notification? Notification, CallbackResponse? Refusal)> FetchAsync(CheckoutClient client, string serialNumber, CancellationToken cancellationToken)
    {
        using var deadline = new Deadline(clock, options.FetchTimeout, cancellationToken);
        try
        {
            await _turns.WaitAsync(deadline.Token).ConfigureAwait(false);
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
        catch (CheckoutApiException e) when (!e.IsTransient && e.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden))
        {
            CallbackLog.NoSuchNotification(logger, serialNumber, $"status {(int)e.StatusCode}");
            return (null, CallbackAnswers.NotReadable);
        }
        catch (CheckoutException e)
        {
            return NotFetched(serialNumber, e.Message);
        }
    }

    public void Dispose() => _turns.Dispose();

    private (Notification? Notification, CallbackResponse? Refusal) Checked(Notification fetched, string serialNumber) =>
        fetched.SerialNumber == serialNumber ? (fetched, null) : NotFetched(serialNumber, "the service answered with another one");

    private (Notification? Notification, CallbackResponse? Refusal) NotFetched(string serialNumber, string fault)
    {
        CallbackLog.NotFetched(logger, serialNumber, fault);
        return (null, CallbackAnswers.NotNow);
    }
}
