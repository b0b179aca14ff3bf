using System.Diagnostics.Metrics;
using System.Reflection;
using GoogleCheckout.Inbox.Health;

namespace GoogleCheckout.Outbox;

/// <summary>The metrics of the outbox.</summary>
internal static class OutboxMetrics
{
    private static readonly Meter Meter = new(
        CheckoutTelemetry.MeterName, typeof(OutboxMetrics).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0]);

    private static readonly Histogram<double> AttemptDuration = Meter.CreateHistogram<double>(
        CheckoutOutboxTelemetry.AttemptDuration, "s", "The duration of an attempt to execute a command, the handler included.");

    private static readonly Gauge<long> Waiting = Meter.CreateGauge<long>(CheckoutOutboxTelemetry.Waiting, "{command}", "The number of commands that wait.");

    private static readonly Gauge<double> OldestWait = Meter.CreateGauge<double>(CheckoutOutboxTelemetry.OldestWait, "s", "How long the oldest waiting command has waited.");

    private static readonly Gauge<long> DeadLetters = Meter.CreateGauge<long>(CheckoutOutboxTelemetry.DeadLetters, "{command}", "The number of dead letters.");

    /// <summary>Whether a listener needs the state of the queue, which costs a query.</summary>
    public static bool NeedsState => Waiting.Enabled || OldestWait.Enabled || DeadLetters.Enabled;

    public static void RecordAttempt(StoredCommand stored, string outcome, TimeSpan duration) => AttemptDuration.Record(
        duration.TotalSeconds,
        new KeyValuePair<string, object?>(CheckoutOutboxTelemetry.CommandTag, stored.Kind),
        new KeyValuePair<string, object?>(CheckoutTelemetry.OutcomeTag, outcome));

    public static void RecordState(QueueState state)
    {
        Waiting.Record(state.Waiting);
        OldestWait.Record(state.OldestWait.TotalSeconds);
        DeadLetters.Record(state.DeadLetters);
    }
}
