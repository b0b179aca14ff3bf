using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace GoogleCheckout.Testing;

public static class FakeLogCollectorExtensions
{
    /// <summary>Creates a factory whose loggers write to the collector, at every level.</summary>
    public static ILoggerFactory CreateFactory(this FakeLogCollector collector) =>
        LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Trace).AddCollector(collector));

    /// <summary>Adds a provider whose loggers write to the collector.</summary>
    public static ILoggingBuilder AddCollector(this ILoggingBuilder logging, FakeLogCollector collector) => logging.AddProvider(new FakeLoggerProvider(collector));

    /// <summary>Returns the message, followed by the exception if there is one.</summary>
    public static string GetText(this FakeLogRecord record) => record.Exception is null ? record.Message : $"{record.Message} {record.Exception}";

    /// <summary>Returns each record as a line: level, ID, message and exception.</summary>
    public static IReadOnlyList<string> GetLines(this FakeLogCollector collector) =>
        [.. collector.GetSnapshot().Select(record => $"{record.Level} {record.Id.Id} {record.GetText()}")];

    /// <summary>Waits until a message is logged.</summary>
    public static Task WaitForAsync(this FakeLogCollector collector, string message, CancellationToken cancellationToken = default) =>
        collector.WaitUntilAsync(records => records.Any(record => record.Message == message), cancellationToken);

    /// <summary>Waits until the messages fulfill a condition.</summary>
    public static async Task WaitUntilAsync(this FakeLogCollector collector, Func<IReadOnlyList<FakeLogRecord>, bool> condition, CancellationToken cancellationToken = default)
    {
        while (!condition(collector.GetSnapshot()))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), cancellationToken).ConfigureAwait(false);
        }
    }
}
