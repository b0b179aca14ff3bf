using System.Text;
using GoogleCheckout.Calculations;
using GoogleCheckout.Callbacks;
using GoogleCheckout.Notifications;
using Microsoft.Extensions.DependencyInjection;

namespace GoogleCheckout.Fuzzing.Targets;

/// <summary>The callback endpoint: no exception, a documented status, and 200 for a notification only if its handler was called.</summary>
internal sealed class EndpointTarget : IFuzzTarget
{
    private const string MerchantId = "123456789012345";
    private const string MerchantKey = "key-of-the-merchant";

    private static readonly string Credentials = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{MerchantId}:{MerchantKey}"));

    private readonly ServiceProvider _services;
    private readonly CallbackEndpoint _endpoint;

    public EndpointTarget()
    {
        var services = new ServiceCollection();
        services.AddSingleton<CallRecorder>();
        services.AddNotificationHandler<RecordingHandler>();
        services.AddMerchantCalculationHandler<NoResults>();
        services.AddGoogleCheckout(options =>
        {
            options.MerchantId = MerchantId;
            options.MerchantKey = MerchantKey;
            options.Environment = CheckoutEnvironment.Sandbox;
        });
        _services = services.BuildServiceProvider();
        _endpoint = new CallbackEndpoint(_services);
    }

    public async Task<string> TryAsync(byte[] document, Random random)
    {
        var isXml = random.Next(8) > 0;
        var isAuthenticated = random.Next(16) > 0;
        var calls = _services.GetRequiredService<CallRecorder>().Start();
        var response = await _endpoint.HandleAsync(new CallbackRequest
        {
            Method = "POST",
            IsHttps = true,
            Authorization = isAuthenticated ? Credentials : null,
            ContentType = isXml ? "application/xml; charset=UTF-8" : "application/x-www-form-urlencoded",
            ContentLength = document.Length,
            Body = new MemoryStream(document),
        });
        Require(response.StatusCode is 200 or 400 or 401 or 413 or 503, $"the status is {response.StatusCode}");
        if (isXml && response.StatusCode == 200)
        {
            var message = CheckoutXml.Parse(document.AsMemory());
            Require(message is not Notification || calls.Count == 1, $"status 200, but the handler was called {calls.Count} times");
        }
        else
        {
            Require(!isXml || calls.Count == 0, $"status {response.StatusCode}, but the handler was called");
        }

        return $"status {response.StatusCode}";
    }

    public async ValueTask DisposeAsync()
    {
        _endpoint.Dispose();
        await _services.DisposeAsync();
    }

    private static void Require(bool condition, string otherwise)
    {
        if (!condition)
        {
            throw new UndocumentedResultException(otherwise);
        }
    }

    /// <summary>Counts the calls of the handler during each request.</summary>
    private sealed class CallRecorder
    {
        private readonly AsyncLocal<Calls?> _current = new();

        public Calls Start() => _current.Value = new Calls();

        public void Count() => _current.Value!.Count++;
    }

    private sealed class Calls
    {
        public int Count { get; set; }
    }

    private sealed class RecordingHandler(CallRecorder recorder) : INotificationHandler<Notification>
    {
        public Task HandleAsync(Notification notification, NotificationContext context, CancellationToken cancellationToken)
        {
            recorder.Count();
            return Task.CompletedTask;
        }
    }

    private sealed class NoResults : IMerchantCalculationHandler
    {
        public Task<MerchantCalculationResults> CalculateAsync(MerchantCalculationCallback callback, CancellationToken cancellationToken) =>
            Task.FromResult(new MerchantCalculationResults { Results = [] });
    }
}
