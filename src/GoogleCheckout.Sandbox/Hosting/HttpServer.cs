using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GoogleCheckout.Sandbox.Hosting;

/// <summary>
/// A Kestrel server with a minimal host: it reads no settings of the process, logs nothing and does not handle Ctrl-C, so that many
/// servers can run in one test process.
/// </summary>
internal sealed class HttpServer : IAsyncDisposable
{
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(1);

    private readonly WebApplication _host;

    private HttpServer(WebApplication host) => _host = host;

    /// <summary>Creates a builder, to which the services of the server are added.</summary>
    /// <param name="maxBodyBytes">The maximum length of a request's body.</param>
    /// <param name="listen">Sets the endpoints.</param>
    public static WebApplicationBuilder CreateBuilder(int maxBodyBytes, Action<KestrelServerOptions> listen)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = ShutdownTimeout);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = maxBodyBytes;
            listen(options);
        });
        return builder;
    }

    /// <summary>Starts the server. If it cannot start, the host is disposed.</summary>
    /// <exception cref="IOException">The port is in use.</exception>
    public static async Task<HttpServer> StartAsync(WebApplication host, CancellationToken cancellationToken)
    {
        try
        {
            await host.StartAsync(cancellationToken).ConfigureAwait(false);
            return new HttpServer(host);
        }
        catch
        {
            await host.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Returns the URL with address and port; null if the server does not listen with the scheme.</summary>
    public Uri? FindAddress(string scheme) => _host.Urls.Select(url => new Uri(url)).FirstOrDefault(url => url.Scheme == scheme);

    /// <summary>Stops the server. Running requests have one second to complete.</summary>
    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync().ConfigureAwait(false);
        await _host.DisposeAsync().ConfigureAwait(false);
    }

    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
