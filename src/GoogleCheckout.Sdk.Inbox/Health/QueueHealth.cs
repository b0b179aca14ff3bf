using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GoogleCheckout.Inbox.Health;

/// <summary>Judges a queue of notifications or commands for a health check.</summary>
/// <param name="owner">The name of the package's part whose queue it is, for example <c>inbox</c>.</param>
/// <param name="entries">The name of the queue's entries, in the plural.</param>
internal sealed class QueueHealth(string owner, string entries)
{
    /// <summary>The limit of the time that the oldest entry waits, as in the options.</summary>
    public required TimeSpan MaxHealthyWait { get; init; }

    /// <summary>The limit of the number of dead letters, as in the options.</summary>
    public required int MaxHealthyDeadLetters { get; init; }

    /// <summary>The usual cause of a long wait, as the object of "Look for".</summary>
    public required string WaitCause { get; init; }

    /// <summary>The advice on dead letters, as a sentence.</summary>
    public required string DeadLetterAdvice { get; init; }

    /// <summary>Reads the queue and judges it.</summary>
    /// <param name="queue">Reads the state.</param>
    /// <param name="failure">The status if the database cannot be read.</param>
    /// <param name="cancellationToken">Cancels the check.</param>
    public async Task<HealthCheckResult> CheckAsync(QueueReader queue, HealthStatus failure, CancellationToken cancellationToken)
    {
        try
        {
            return Judge(await queue.ReadAsync(cancellationToken).ConfigureAwait(false));
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            return new HealthCheckResult(failure, $"The {owner}'s tables cannot be read. See the exception.", e);
        }
    }

    private HealthCheckResult Judge(QueueState state)
    {
        var data = new Dictionary<string, object> { ["Waiting"] = state.Waiting, ["OldestWait"] = state.OldestWait, ["DeadLetters"] = state.DeadLetters };
        List<string> problems = [];
        if (state.OldestWait > MaxHealthyWait)
        {
            problems.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"The oldest of {state.Waiting} waiting {entries} has waited for {state.OldestWait}; {nameof(MaxHealthyWait)} is {MaxHealthyWait}. Look for {WaitCause} in the log, and whether a program with workers runs."));
        }

        if (state.DeadLetters > MaxHealthyDeadLetters)
        {
            problems.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"There are {state.DeadLetters} dead letters; {nameof(MaxHealthyDeadLetters)} is {MaxHealthyDeadLetters}. {DeadLetterAdvice}"));
        }

        return problems.Count == 0
            ? HealthCheckResult.Healthy(string.Create(CultureInfo.InvariantCulture, $"{state.Waiting} {entries} wait, and there are {state.DeadLetters} dead letters."), data)
            : HealthCheckResult.Degraded(string.Join(' ', problems), data: data);
    }
}
