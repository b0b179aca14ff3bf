using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using GoogleCheckout.Client;

namespace GoogleCheckout.Http.Tls;

/// <summary>A TLS server on loopback that misbehaves as the test specifies.</summary>
internal sealed class WireServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<string?> _clients = new();
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly Task _accepting;

    public WireServer(X509Certificate2 certificate)
    {
        Certificate = certificate;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public X509Certificate2 Certificate { get; set; }

    /// <summary>The root that client certificates must have; null to request none.</summary>
    public X509Certificate2? ClientRoot { get; init; }

    public SslProtocols Protocols { get; init; } = SslProtocols.None;

    /// <summary>Whether the server closes each connection before the TLS handshake.</summary>
    public bool DropsBeforeHandshake { get; init; }

    /// <summary>Serves a connection after the handshake.</summary>
    public Func<WireConnection, Task> Serve { get; init; } = connection => connection.AnswerAsync(SampleResponses.Bye);

    public Uri BaseAddress => new($"https://localhost:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    /// <summary>The subject of the client certificate of each connection; null for none.</summary>
    public IReadOnlyList<string?> Clients => [.. _clients];

    /// <summary>The whole requests that arrived.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var serving = new List<Task>();
        try
        {
            while (true)
            {
                serving.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (Exception e) when (_stop.IsCancellationRequested && e is OperationCanceledException or SocketException or InvalidOperationException)
        {
            await Task.WhenAll(serving);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            if (DropsBeforeHandshake)
            {
                return;
            }

            await using var tls = new SslStream(client.GetStream());
            try
            {
                await tls.AuthenticateAsServerAsync(
                    new SslServerAuthenticationOptions
                    {
                        ServerCertificate = Certificate,
                        ClientCertificateRequired = ClientRoot is not null,
                        RemoteCertificateValidationCallback = (_, shown, _, _) => ClientRoot is null || (shown is X509Certificate2 certificate && certificate.Issuer == ClientRoot.Subject),
                        EnabledSslProtocols = Protocols,
                    },
                    _stop.Token);
                _clients.Enqueue(tls.RemoteCertificate?.Subject);
                await Serve(new WireConnection(tls, client.Client, _requests.Enqueue, _stop.Token));
            }
            catch (Exception e) when (e is IOException or AuthenticationException or OperationCanceledException or SocketException)
            {
                // The client disconnected or was rejected.
            }
        }
    }
}
