using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging.Testing;

namespace GoogleCheckout.Testing;

/// <summary>Records everything that a program emits: logs of every level, activities of every source, measurements, and what a test adds.</summary>
public sealed class DiagnosticsRecorder : IDisposable
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

    public FakeLogCollector Log { get; } = new();

    public IReadOnlyList<string> Lines => [.. _lines, .. Log.GetSnapshot().SelectMany(GetLines)];

    public void Add(string kind, object? emission) => _lines.Enqueue($"{kind}: {emission}");

    public void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
    }

    private void Add(Activity activity) => Add(
        "activity",
        $"{activity.Source.Name} {activity.DisplayName} {activity.StatusDescription} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Events.Select(e => $"{e.Name} {string.Join(' ', e.Tags)}"))} {string.Join(' ', activity.Baggage)}");

    private static IEnumerable<string> GetLines(FakeLogRecord record)
    {
        yield return $"log: {record.Level} {record.Category} {record.Id} {record.Message} {string.Join(' ', record.StructuredState ?? [])} {record.Exception}";
        foreach (var scope in record.Scopes)
        {
            yield return $"scope: {record.Category} {scope} {(scope is IEnumerable<KeyValuePair<string, object?>> values ? string.Join(' ', values) : null)}";
        }
    }

    private static string Text(ReadOnlySpan<KeyValuePair<string, object?>> tags) => string.Join(' ', tags.ToArray());
}
