using GoogleCheckout.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NUnit.Framework;

namespace GoogleCheckout.DependencyInjection;

/// <summary>The credentials of a registered client are in no log, whatever its level and format, and are sent with each request.</summary>
public class HiddenCredentialsTests
{
    private static readonly string Secret = TestMerchant.Authorization.Split(' ')[1];

    [Test]
    public async Task HelloAsync_LoggedAtTrace_HasCredentialsInNoStructuredLog()
    {
        var log = new StateLog();
        using var network = new StubHandler(_ => SampleResponses.Xml(SampleResponses.Bye));
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        services.AddGoogleCheckout(TestMerchant.Configure).ConfigurePrimaryHttpMessageHandler(() => network);
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<CheckoutClient>().HelloAsync();

        Assert.Multiple(() =>
        {
            Assert.That(network.Requests.Single().Headers["Authorization"], Is.EqualTo(TestMerchant.Authorization));
            Assert.That(log.Values, Has.Some.StartsWith("Authorization: Basic"), "the loggers of the factory log headers");
            Assert.That(log.Values.Where(value => value.Contains(Secret, StringComparison.Ordinal)), Is.Empty);
        });
    }

    [Test]
    public async Task HelloAsync_HandlerSendsAgain_SendsTheCredentialsEachTime([Values] bool asCopy)
    {
        using var network = new StubHandler(_ => SampleResponses.Xml(SampleResponses.Bye));
        var twice = new TwiceHandler(asCopy);
        var services = new ServiceCollection();
        services.AddGoogleCheckout(TestMerchant.Configure).ConfigurePrimaryHttpMessageHandler(() => network).AddHttpMessageHandler(() => twice);
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<CheckoutClient>().HelloAsync();

        Assert.Multiple(() =>
        {
            Assert.That(network.Requests.Select(request => request.Headers["Authorization"]), Is.EqualTo(new[] { TestMerchant.Authorization, TestMerchant.Authorization }));
            Assert.That(twice.Seen, Has.None.Contains(Secret));
        });
    }

    [Test]
    public async Task HelloAsync_HandlerSetsOtherCredentials_SendsThose()
    {
        using var network = new StubHandler(_ => SampleResponses.Xml(SampleResponses.Bye));
        var services = new ServiceCollection();
        services.AddGoogleCheckout(TestMerchant.Configure).ConfigurePrimaryHttpMessageHandler(() => network).AddHttpMessageHandler(() => new BearerHandler());
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<CheckoutClient>().HelloAsync();

        Assert.That(network.Requests.Single().Headers["Authorization"], Is.EqualTo("Bearer token"));
    }

    private sealed class BearerHandler : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Authorization = new("Bearer", "token");
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class TwiceHandler(bool asCopy) : DelegatingHandler
    {
        public List<string> Seen { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Seen.Add(request.ToString());
            var first = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            Seen.Add(first.RequestMessage?.ToString() ?? request.ToString());
            first.Dispose();
            return await base.SendAsync(asCopy ? Copy(request) : request, cancellationToken).ConfigureAwait(false);
        }

        private static HttpRequestMessage Copy(HttpRequestMessage request)
        {
            var copy = new HttpRequestMessage(request.Method, request.RequestUri) { Content = request.Content };
            foreach (var header in request.Headers)
            {
                copy.Headers.TryAddWithoutValidation(header.Key, header.Value);
            }

            return copy;
        }
    }

    /// <summary>Keeps what a structured log keeps: all values of the state, and in them all values of headers.</summary>
    private sealed class StateLog : ILoggerProvider, ILogger
    {
        private readonly List<string> _values = [];

        public IReadOnlyList<string> Values => [.. _values];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            _values.Add(formatter(state, exception));
            if (state is IEnumerable<KeyValuePair<string, object>> pairs)
            {
                _values.AddRange(pairs.Select(pair => $"{pair.Key}: {(pair.Value is IEnumerable<string> several ? string.Join(" ", several) : pair.Value)}"));
            }
        }

        public void Dispose()
        {
        }
    }
}
