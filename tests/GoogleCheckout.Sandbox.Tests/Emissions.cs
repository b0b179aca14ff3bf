using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Sandbox;

/// <summary>Collects all that a program lets out: logs at the finest level, activities of every source, measurements, and what is added by hand.</summary>
internal sealed class Emissions : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();

    public Emissions()
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Add,
        };
        ActivitySource.AddActivityListener(_activities);
        _meters.InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add("measurement", $"{instrument.Meter.Name} {instrument.Name} {value} {Text(tags)}"));
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add("measurement", $"{instrument.Meter.Name} {instrument.Name} {value} {Text(tags)}"));
        _meters.Start();
    }

    public IReadOnlyList<string> Lines => [.. _lines];

    public void Add(string kind, object? emission) => _lines.Enqueue($"{kind}: {emission}");

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
    }

    private void Add(Activity activity) => Add(
        "activity",
        $"{activity.Source.Name} {activity.DisplayName} {activity.StatusDescription} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Events.Select(e => $"{e.Name} {string.Join(' ', e.Tags)}"))} {string.Join(' ', activity.Baggage)}");

    private static string Text(ReadOnlySpan<KeyValuePair<string, object?>> tags) => string.Join(' ', tags.ToArray());

    private sealed class Logger(Emissions emissions, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            emissions.Add("scope", $"{category} {state} {(state is IEnumerable<KeyValuePair<string, object?>> values ? string.Join(' ', values) : null)}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            emissions.Add("log", $"{logLevel} {category} {eventId} {formatter(state, exception)} {(state is IEnumerable<KeyValuePair<string, object?>> values ? string.Join(' ', values) : null)} {exception}");
    }
}
