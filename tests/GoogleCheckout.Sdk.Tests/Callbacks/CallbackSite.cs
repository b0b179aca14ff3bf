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

/// <summary>A shop's callback address without a web host: what is posted goes straight to the endpoint.</summary>
internal sealed class CallbackSite : IDisposable
{
    private readonly ServiceProvider _services;
    private readonly CallbackEndpoint _endpoint;

    /// <param name="handle">What the shop does about each notification; null to remember it in <see cref="Handled"/>.</param>
    /// <param name="register">Further services; registers no merchant unless it registers one, which is in the sandbox then.</param>
    /// <param name="merchant">Whose endpoint it is; null for all.</param>
    public CallbackSite(
        Func<Notification, NotificationContext, CancellationToken, Task>? handle = null,
        Action<IServiceCollection>? register = null,
        string? merchant = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton(Log.CreateFactory());
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton(handle ?? RememberAsync);
        services.AddNotificationHandler<ToldHandler>();
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

    /// <summary>What was handled, by merchant.</summary>
    public ConcurrentQueue<(string Merchant, Notification Notification)> Handled { get; } = new();

    /// <summary>What the endpoint itself wrote into the log.</summary>
    public IReadOnlyList<FakeLogRecord> LogEntries => [.. Log.GetSnapshot().Where(entry => entry.Category == CallbackLog.Category)];

    public Task<CallbackResponse> PushAsync(string xml, string? authorization = "", CancellationToken cancellationToken = default) =>
        PushAsync(Encoding.UTF8.GetBytes(xml), authorization, cancellationToken);

    public Task<CallbackResponse> PushAsync(byte[] xml, string? authorization = "", CancellationToken cancellationToken = default) =>
        AnswerAsync(Request(new MemoryStream(xml), authorization: authorization), cancellationToken);

    /// <summary>Posts a form, as serial-number and name/value deliveries are; it carries no credentials unless they are given.</summary>
    public Task<CallbackResponse> PostFormAsync(string form, string? authorization = null, CancellationToken cancellationToken = default) =>
        AnswerAsync(Request(new MemoryStream(Encoding.UTF8.GetBytes(form)), "application/x-www-form-urlencoded", authorization), cancellationToken);

    public Task<CallbackResponse> AnswerAsync(CallbackRequest request, CancellationToken cancellationToken = default) => _endpoint.HandleAsync(request, cancellationToken);

    /// <summary>A post, with the merchant's credentials unless others or none are said.</summary>
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

    private Task RememberAsync(Notification notification, NotificationContext context, CancellationToken cancellationToken)
    {
        Handled.Enqueue((context.Merchant, notification));
        return Task.CompletedTask;
    }
}
