using System.Collections.Concurrent;
using GoogleCheckout.Inbox.Diagnostics;
using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Inbox;

/// <summary>What was logged, with the text of exceptions.</summary>
internal sealed class RememberedLog : ILogger
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> _entries = new();

    private readonly ConcurrentDictionary<string, TaskCompletionSource> _awaited = new();

    public IReadOnlyCollection<(LogLevel Level, string Text)> Entries => _entries;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var message = formatter(state, exception);
        _entries.Enqueue((logLevel, $"{message} {exception}"));
        Awaited(message).TrySetResult();
    }

    /// <summary>Waits until a message is logged.</summary>
    public Task WaitForAsync(string message) => Awaited(message).Task;

    private TaskCompletionSource Awaited(string message) =>
        _awaited.GetOrAdd(message, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    /// <summary>Puts it into a container.</summary>
    public sealed class Provider(RememberedLog log) : ILoggerProvider
    {
        public ILogger CreateLogger(string categoryName) => log;

        public void Dispose()
        {
        }
    }
}
