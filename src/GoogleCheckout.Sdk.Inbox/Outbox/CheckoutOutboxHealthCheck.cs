using System.Globalization;
using GoogleCheckout.Inbox.Health;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GoogleCheckout.Outbox;

/// <summary>
/// Reports whether the outbox's database can be read, how long the oldest command has waited, and how many dead letters there are. Add it
/// with <c>services.AddHealthChecks().AddCheck&lt;CheckoutOutboxHealthCheck&gt;("google-checkout-outbox")</c>.
/// </summary>
/// <remarks>
/// The result is degraded if a command has waited for longer than <see cref="CheckoutOutboxOptions.MaxHealthyWait"/>, or if there are
/// more dead letters than <see cref="CheckoutOutboxOptions.MaxHealthyDeadLetters"/>: all nodes share both, so a restart of one of them is
/// of no use. Only a database that cannot be read has the failure status of the registration. A postponed command, whose order waits,
/// and the commands behind it count only after its next attempt is due. The data have the keys <c>Waiting</c>, <c>OldestWait</c> and <c>DeadLetters</c>.
/// </remarks>
public sealed class CheckoutOutboxHealthCheck : IHealthCheck
{
    private readonly QueueReader _queue;
    private readonly CheckoutOutboxOptions _options;

    internal CheckoutOutboxHealthCheck(QueueReader queue, CheckoutOutboxOptions options)
    {
        _queue = queue;
        _options = options;
    }

    /// <summary>Checks the outbox.</summary>
    /// <param name="context">The registration of this check.</param>
    /// <param name="cancellationToken">Cancels the check.</param>
    /// <returns>The status, with a description that contains no data of a command.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="context"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The check was canceled.</exception>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        return CheckAsync(context.Registration.FailureStatus, cancellationToken);
    }

    private async Task<HealthCheckResult> CheckAsync(HealthStatus failure, CancellationToken cancellationToken)
    {
        try
        {
            return Judge(await _queue.ReadAsync(cancellationToken).ConfigureAwait(false), _options);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            return new HealthCheckResult(failure, "The outbox's tables cannot be read. See the exception.", e);
        }
    }

    private static HealthCheckResult Judge(QueueState state, CheckoutOutboxOptions options)
    {
        var data = new Dictionary<string, object> { ["Waiting"] = state.Waiting, ["OldestWait"] = state.OldestWait, ["DeadLetters"] = state.DeadLetters };
        List<string> problems = [];
        if (state.OldestWait > options.MaxHealthyWait)
        {
            problems.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"The oldest of {state.Waiting} waiting commands has waited for {state.OldestWait}; {nameof(options.MaxHealthyWait)} is {options.MaxHealthyWait}. Look for failed attempts in the log, and whether a program with workers runs."));
        }

        if (state.DeadLetters > options.MaxHealthyDeadLetters)
        {
            problems.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"There are {state.DeadLetters} dead letters; {nameof(options.MaxHealthyDeadLetters)} is {options.MaxHealthyDeadLetters}. Retry or drop them with {nameof(CommandDeadLetters)}."));
        }

        return problems.Count == 0
            ? HealthCheckResult.Healthy(string.Create(CultureInfo.InvariantCulture, $"{state.Waiting} commands wait, and there are {state.DeadLetters} dead letters."), data)
            : HealthCheckResult.Degraded(string.Join(' ', problems), data: data);
    }
}
