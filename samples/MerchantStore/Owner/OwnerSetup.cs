using System.Security.Cryptography;
using System.Text;
using MerchantStore.Development;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace MerchantStore.Owner;

/// <summary>Writes a code to the log while no password is set. Who knows it may set the password, once.</summary>
/// <remarks>
/// There is no default password to forget about. A page that is open to this machine only would not do: behind a proxy, every
/// visitor comes from this machine. Who can read the log can read the database, too. Each start has a new code.
/// </remarks>
internal sealed partial class OwnerSetup(OwnerSignIn owner, IServer server, ILogger<OwnerSetup> logger) : IHostedLifecycleService
{
    // Neither I nor 1, neither O nor 0.
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private readonly string _code = $"{RandomNumberGenerator.GetString(Letters, 5)}-{RandomNumberGenerator.GetString(Letters, 5)}";

    /// <summary>Compares in constant time, whatever the case of the letters.</summary>
    public bool IsCode(string? attempt) => CryptographicOperations.FixedTimeEquals(Digest((attempt ?? string.Empty).Trim().ToUpperInvariant()), Digest(_code));

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (!await owner.IsSetUpAsync(cancellationToken))
        {
            var address = ServerAddress.Find(server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []);
            LogCode(logger, new Uri(address ?? new Uri("http://localhost"), "/Setup"), _code);
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static byte[] Digest(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    [LoggerMessage(1, LogLevel.Warning, "The owner has no password yet. Open {Address} to set it. The setup code is {Code}")]
    private static partial void LogCode(ILogger logger, Uri address, string code);
}
