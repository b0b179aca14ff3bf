using System.Collections.Concurrent;
using System.Text;
using GoogleCheckout.Client;
using GoogleCheckout.Configuration;
using GoogleCheckout.Diagnostics;
using GoogleCheckout.Notifications;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace GoogleCheckout.Callbacks;

/// <summary>A merchant's callback URL without a web host: posts are passed to the endpoint directly.</summary>
internal sealed class CallbackSite : IDisposable
{
    private readonly ServiceProvider _services;
    private readonly CallbackEndpoint _endpoint;

    /// <param name="handle">The handler of each notification; null to record it in <see cref="Handled"/>.</param>
    /// <param name="register">Registers more services. If it registers no merchant, a merchant in the sandbox environment is registered.</param>
    /// <param name="merchant">The merchant of the endpoint; null for all.</param>
    public CallbackSite(
        Func<Notification, NotificationContext, CancellationToken, Task>? handle = null,
        Action<IServiceCollection>? register = null,
        string? merchant = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton(Log.CreateFactory());
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton(handle ?? RecordAsync);
        services.AddNotificationHandler<DelegateNotificationHandler>();
        register?.Invoke(services);
        if (!services.Any(service => service.ServiceType == typeof(RegisteredMerchant)))
        {
            services.AddGoogleCheckout(TestMerchant.Configure);
        }

        _services = services.BuildServiceProvider(validateScopes: true);
        _endpoint = new CallbackEndpoint(_services, merchant);
    }

    public FakeLogCollector Log { get; } = new();

    public FakeTimeProvider Clock { get; } = new(TestTime.Start);

    /// <summary>The handled notifications, with their merchants.</summary>
    public ConcurrentQueue<(string Merchant, Notification Notification)> Handled { get; } = new();

    /// <summary>The log entries of the endpoint.</summary>
    public IReadOnlyList<FakeLogRecord> LogEntries => [.. Log.GetSnapshot().Where(entry => entry.Category == CallbackLog.Category)];

    public Task<CallbackResponse> PushAsync(string xml, string? authorization = "", CancellationToken cancellationToken = default) =>
        PushAsync(Encoding.UTF8.GetBytes(xml), authorization, cancellationToken);

    public Task<CallbackResponse> PushAsync(byte[] xml, string? authorization = "", CancellationToken cancellationToken = default) =>
        SendAsync(Request(new MemoryStream(xml), authorization: authorization), cancellationToken);

    /// <summary>Posts a form, as for serial-number and name/value notifications; by default without credentials.</summary>
    public Task<CallbackResponse> PostFormAsync(string form, string? authorization = null, CancellationToken cancellationToken = default) =>
        SendAsync(Request(new MemoryStream(Encoding.UTF8.GetBytes(form)), "application/x-www-form-urlencoded", authorization), cancellationToken);

    public Task<CallbackResponse> SendAsync(CallbackRequest request, CancellationToken cancellationToken = default) => _endpoint.HandleAsync(request, cancellationToken);

    /// <summary>Creates a post; an empty <paramref name="authorization"/> means the merchant's credentials, null none.</summary>
    public static CallbackRequest Request(
        Stream body, string? contentType = "application/xml; charset=UTF-8", string? authorization = "", string method = "POST", bool isHttps = true, long? contentLength = null) => new()
        {
            Method = method,
            IsHttps = isHttps,
            Authorization = authorization?.Length == 0 ? TestMerchant.Authorization : authorization,
            ContentType = contentType,
            ContentLength = contentLength,
            Body = body,
        };

    public static string Credentials(string id, string key) => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{id}:{key}"));

    public void Dispose()
    {
        _endpoint.Dispose();
        _services.Dispose();
    }

    private Task RecordAsync(Notification notification, NotificationContext context, CancellationToken cancellationToken)
    {
        Handled.Enqueue((context.Merchant, notification));
        return Task.CompletedTask;
    }
}
