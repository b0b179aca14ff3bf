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
        return CreateHealth(_options).CheckAsync(_queue, context.Registration.FailureStatus, cancellationToken);
    }

    private static QueueHealth CreateHealth(CheckoutOutboxOptions options) => new("outbox", "commands")
    {
        MaxHealthyWait = options.MaxHealthyWait,
        MaxHealthyDeadLetters = options.MaxHealthyDeadLetters,
        WaitCause = "failed attempts",
        DeadLetterAdvice = $"Retry or drop them with {nameof(CommandDeadLetters)}.",
    };
}
