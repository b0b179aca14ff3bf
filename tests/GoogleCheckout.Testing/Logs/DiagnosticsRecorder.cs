using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Testing;

/// <summary>Records everything that a program emits: logs of every level, activities of every source, measurements, and what a test adds.</summary>
public sealed class DiagnosticsRecorder : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();

    public DiagnosticsRecorder()
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

    // FakeLogger keeps no scope without a message in it, so the recorder has its own logger.
    private sealed class Logger(DiagnosticsRecorder recorder, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            recorder.Add("scope", $"{category} {state} {GetValues(state)}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            recorder.Add("log", $"{logLevel} {category} {eventId} {formatter(state, exception)} {GetValues(state)} {exception}");

        private static string? GetValues(object? state) => state is IEnumerable<KeyValuePair<string, object?>> values ? string.Join(' ', values) : null;
    }
}
