using GoogleCheckout.Diagnostics;
using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Http;

/// <summary>Sends again what only reads, when that may help, within the time the operation has.</summary>
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
                wait = e.RetryAfter ?? RandomWait(attempt);
                if (wait >= call.Deadline.Remaining)
                {
                    throw;
                }

                Log.ReadRetried(logger, call.Operation.Name, e.GetType().Name, attempt, wait.TotalSeconds);
            }

            try
            {
                await call.Deadline.DelayAsync(wait).ConfigureAwait(false);
            }
            catch (OperationCanceledException e)
            {
                throw call.CancelledByCaller.IsCancellationRequested ? RequestErrors.Cancelled(call, e) : RequestErrors.TimedOut(call, wasSent: true, e);
            }
        }
    }

    private static bool MayRetry(Call call, CheckoutException fault, int attempt) =>
        !call.Operation.IsCommand && call.Options.RetryQueries && fault.IsTransient && attempt < MaxAttempts && !call.Deadline.HasPassed;

    // Anything between nothing and a bound that doubles, so that many clients do not come back together.
    private static TimeSpan RandomWait(int attempt)
    {
        var part = (uint)Guid.NewGuid().GetHashCode() / (double)uint.MaxValue;
        return TimeSpan.FromTicks((long)(FirstWait.Ticks * Math.Pow(2, attempt) * part));
    }
}
