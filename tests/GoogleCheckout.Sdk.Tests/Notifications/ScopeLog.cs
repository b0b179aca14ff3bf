using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Notifications;

/// <summary>Keeps what is logged, with the values of the scopes it is logged in.</summary>
internal sealed class ScopeLog : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<Line> _lines = new();
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    public IReadOnlyList<Line> Lines => [.. _lines];

    public ILogger CreateLogger(string categoryName) => new Logger(this);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose()
    {
    }

    internal sealed record Line(LogLevel Level, int Id, string Text, IReadOnlyList<KeyValuePair<string, object?>> Scope);

    private sealed class Logger(ScopeLog log) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => log._scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var scope = new List<KeyValuePair<string, object?>>();
            log._scopes.ForEachScope((each, values) => values.AddRange(each as IEnumerable<KeyValuePair<string, object?>> ?? []), scope);
            log._lines.Enqueue(new Line(logLevel, eventId.Id, formatter(state, exception), scope));
        }
    }
}
