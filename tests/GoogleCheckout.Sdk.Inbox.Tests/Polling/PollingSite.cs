using System.Data.Common;
using GoogleCheckout.Sandbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Testing;

namespace GoogleCheckout.Inbox.Polling;

/// <summary>A shop's site that takes notifications from the sandbox at its address, and pulls them too.</summary>
internal sealed class PollingSite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private readonly Outage _outage = new();

    public PollingSite(CheckoutSandbox sandbox, DbDataSource dataSource, TimeProvider clock, Action<NotificationPollingOptions> configure, Handle? handle = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var services = builder.Services;
        services.AddRoutingCore();
        services.AddLogging(logging => logging.AddCollector(Log));
        services.AddSingleton(clock);
        services.AddSingleton(handle ?? ((_, context, cancellationToken) => Effects.AddAsync(context, cancellationToken)));
        services.AddGoogleCheckout(options =>
        {
            sandbox.Configure(options);
            options.RetryQueries = false;
        }).AddHttpMessageHandler(() => new OutageHandler(_outage));
        services.AddNotificationHandler<PollingShop.DelegatingHandler>();
        services.AddNotificationInbox(dataSource);
        services.AddNotificationPolling(configure);
        _app = builder.Build();
        _app.UseRouting();
        _app.MapGoogleCheckout("/callback");
    }

    public FakeLogCollector Log { get; } = new();

    /// <summary>Whether the service is out of reach.</summary>
    public bool IsOffline
    {
        get => _outage.IsOn;
        set => _outage.IsOn = value;
    }

    public Uri CallbackUrl => new(new Uri(_app.Urls.First()), "/callback");

    public Task StartAsync() => _app.StartAsync();

    public Task StopAsync() => _app.StopAsync();

    /// <summary>Stops without waiting for the handler that runs.</summary>
    public async Task StopNowAsync() => await _app.StopAsync(new CancellationToken(canceled: true)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private sealed class Outage
    {
        public bool IsOn { get; set; }
    }

    private sealed class OutageHandler(Outage outage) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            outage.IsOn ? throw new HttpRequestException("The network is down.") : base.SendAsync(request, cancellationToken);
    }
}
