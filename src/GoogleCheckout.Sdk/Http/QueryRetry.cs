using GoogleCheckout.Diagnostics;
using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Http;

/// <summary>Retries a query after a transient failure, within the deadline of the call.</summary>
internal static class QueryRetry
{
    private const int MaxAttempts = 4;

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(0.5);

    public static async Task<T> RunAsync<T>(Call call, ILogger logger, Func<Task<T>> attemptAsync)
    {
        for (var attempt = 1; ; attempt++)
        {
            TimeSpan wait;
            try
            {
                return await attemptAsync().ConfigureAwait(false);
            }
            catch (CheckoutException e) when (MayRetry(call, e, attempt))
            {
                wait = e.RetryAfter ?? GetRandomWait(attempt);
                if (wait >= call.Deadline.Remaining)
                {
                    throw;
                }

                Log.QueryRetried(logger, call.Operation.Name, e.GetType().Name, attempt, wait.TotalSeconds);
            }

            try
            {
                await call.Deadline.DelayAsync(wait).ConfigureAwait(false);
            }
            catch (OperationCanceledException e)
            {
                throw call.CallerToken.IsCancellationRequested ? RequestErrors.Canceled(call, e) : RequestErrors.TimedOut(call, wasSent: true, e);
            }
        }
    }

    private static bool MayRetry(Call call, CheckoutException error, int attempt) =>
        call.Options.RetryQueries && error.IsTransient && attempt < MaxAttempts && !call.Deadline.HasPassed;

    // Random between zero and a limit that doubles, so that many clients do not retry at the same time.
    private static TimeSpan GetRandomWait(int attempt)
    {
        var fraction = (uint)Guid.NewGuid().GetHashCode() / (double)uint.MaxValue;
        return TimeSpan.FromTicks((long)(FirstWait.Ticks * Math.Pow(2, attempt) * fraction));
    }
}
