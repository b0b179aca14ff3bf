using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>Passes on each message of a log, with its exception, as the console would show it.</summary>
internal sealed class LineLoggerProvider(Action<string> write) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, write);

    public void Dispose()
    {
    }

    private sealed class Logger(string category, Action<string> write) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            write($"{logLevel}: {category}[{eventId.Id}] {formatter(state, exception)} {exception}".TrimEnd());
    }
}
