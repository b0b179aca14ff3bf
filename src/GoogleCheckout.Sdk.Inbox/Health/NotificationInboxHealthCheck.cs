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
            : CreateHealth(_options).CheckAsync(_queue, context.Registration.FailureStatus, cancellationToken);
    }

    private static QueueHealth CreateHealth(NotificationInboxOptions options) => new("inbox", "notifications")
    {
        MaxHealthyWait = options.MaxHealthyWait,
        MaxHealthyDeadLetters = options.MaxHealthyDeadLetters,
        WaitCause = "errors of handlers",
        DeadLetterAdvice = $"Replay or discard them with {nameof(NotificationDeadLetters)}.",
    };
}
