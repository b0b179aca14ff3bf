using System.Globalization;
using GoogleCheckout.Inbox.Health;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GoogleCheckout.Inbox;

/// <summary>
/// Reports whether the inbox's database can be read, how long the oldest stored notification has waited, and how many dead letters
/// there are. Add it with <c>services.AddHealthChecks().AddCheck&lt;NotificationInboxHealthCheck&gt;("google-checkout-inbox")</c>.
/// </summary>
/// <remarks>
/// The result is degraded if a notification has waited for longer than <see cref="NotificationInboxOptions.MaxHealthyWait"/>, or if
/// there are more dead letters than <see cref="NotificationInboxOptions.MaxHealthyDeadLetters"/>: all nodes share both, so a
/// restart of one of them is of no use. Only a database that cannot be read has the failure status of the registration. The
/// data have the keys <c>Waiting</c>, <c>OldestWait</c> and <c>DeadLetters</c>. An in-memory inbox is always healthy.
/// </remarks>
public sealed class NotificationInboxHealthCheck : IHealthCheck
{
    private readonly QueueReader? _queue;
    private readonly NotificationInboxOptions? _options;

    internal NotificationInboxHealthCheck(QueueReader? queue, NotificationInboxOptions? options)
    {
        _queue = queue;
        _options = options;
    }

    /// <summary>Checks the inbox.</summary>
    /// <param name="context">The registration of this check.</param>
    /// <param name="cancellationToken">Cancels the check.</param>
    /// <returns>The status, with a description that contains no data of a notification.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="context"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The check was canceled.</exception>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _queue is null || _options is null
            ? Task.FromResult(HealthCheckResult.Healthy("The inbox is in memory, which is for tests only."))
            : CheckAsync(_queue, _options, context.Registration.FailureStatus, cancellationToken);
    }

    private static async Task<HealthCheckResult> CheckAsync(QueueReader queue, NotificationInboxOptions options, HealthStatus failure, CancellationToken cancellationToken)
    {
        try
        {
            return Judge(await queue.ReadAsync(cancellationToken).ConfigureAwait(false), options);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            return new HealthCheckResult(failure, "The inbox's tables cannot be read. See the exception.", e);
        }
    }

    private static HealthCheckResult Judge(QueueState state, NotificationInboxOptions options)
    {
        var data = new Dictionary<string, object> { ["Waiting"] = state.Waiting, ["OldestWait"] = state.OldestWait, ["DeadLetters"] = state.DeadLetters };
        List<string> problems = [];
        if (state.OldestWait > options.MaxHealthyWait)
        {
            problems.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"The oldest of {state.Waiting} waiting notifications was received {state.OldestWait} ago; {nameof(options.MaxHealthyWait)} is {options.MaxHealthyWait}. Look for errors of handlers in the log, and whether a program with workers runs."));
        }

        if (state.DeadLetters > options.MaxHealthyDeadLetters)
        {
            problems.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"There are {state.DeadLetters} dead letters; {nameof(options.MaxHealthyDeadLetters)} is {options.MaxHealthyDeadLetters}. Replay or discard them with {nameof(NotificationDeadLetters)}."));
        }

        return problems.Count == 0
            ? HealthCheckResult.Healthy(string.Create(CultureInfo.InvariantCulture, $"{state.Waiting} notifications wait, and there are {state.DeadLetters} dead letters."), data)
            : HealthCheckResult.Degraded(string.Join(' ', problems), data: data);
    }
}
