using GoogleCheckout.Configuration;
using GoogleCheckout.Diagnostics;
using GoogleCheckout.Http;
using Microsoft.Extensions.Logging;
#if NET
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
#else
using System.Net;
using System.Net.Sockets;
#endif

namespace GoogleCheckout;

/// <summary>
/// Makes the handler to build an <see cref="HttpClient"/> on: it shows the client certificate, checks the service's own,
/// follows no redirects, keeps connections for two minutes at most, and lets no command through twice.
/// </summary>
/// <remarks>The client certificate is sent by itself; what is between it and its root must be known to the service.</remarks>
public static class CheckoutHttpHandler
{
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

    /// <summary>Makes a handler. Handlers that retry, log or sign may be put around it.</summary>
    /// <param name="options">
    /// The options for the client too. On .NET its certificates are looked at for each new connection.
    /// </param>
    /// <exception cref="ArgumentException">The options are incomplete; each fault is named.</exception>
    public static HttpMessageHandler Create(CheckoutOptions options)
    {
        var valid = CheckoutOptionsValidator.EnsureValid(options, nameof(options));
        return Create(() => valid, valid.LoggerFactory.CreateLogger(Log.Category));
    }

    /// <summary>A handler that asks for the options in force at each new connection.</summary>
    internal static HttpMessageHandler Create(Func<CheckoutOptions> options, ILogger logger) =>
        new SingleSendHandler(CreatePrimary(options, logger), isOwnNetwork: true);

#if NET
    /// <summary>Whether the exception itself says that no request went out.</summary>
    internal static bool SaysNeverSent(Exception exception) => exception is HttpRequestException
    {
        HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError
    };

    private static SocketsHttpHandler CreatePrimary(Func<CheckoutOptions> options, ILogger logger)
    {
        var certificate = new ClientCertificateSource(options, logger);
        var trust = new ServerTrust(options, logger);
        return new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            PooledConnectionLifetime = ConnectionLifetime,
            Proxy = options().Proxy,
            SslOptions = new SslClientAuthenticationOptions
            {
                // Unlike a list of certificates, this shows one whose extended usage names servers only.
                LocalCertificateSelectionCallback = (_, _, _, _, _) => certificate.Current()!,
                RemoteCertificateValidationCallback = (_, served, chain, faults) => trust.Accepts(served as X509Certificate2, chain, faults),
            },
        };
    }

    /// <summary>The service's certificate, by the roots of the system or by the merchant's own.</summary>
    private sealed class ServerTrust(Func<CheckoutOptions> options, ILogger logger)
    {
        private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

        private readonly FileContent<X509Certificate2Collection> _roots = new((file, _, _) => CertificateFile.LoadRoots(file), logger);

        public bool Accepts(X509Certificate2? served, X509Chain? presented, SslPolicyErrors faults)
        {
            if (Roots() is not { } roots)
            {
                return faults == SslPolicyErrors.None;
            }

            // Whatever the roots are, the name must be right.
            return served is not null && (faults & ~SslPolicyErrors.RemoteCertificateChainErrors) == SslPolicyErrors.None && LeadsTo(roots, served, presented);
        }

        private X509Certificate2Collection? Roots()
        {
            var current = options();
            return current.TrustedCertificate is { } given ? [given]
                : current.TrustedCertificatePath is { } path ? _roots.Read(path)
                : null;
        }

        private static bool LeadsTo(X509Certificate2Collection roots, X509Certificate2 served, X509Chain? presented)
        {
            using var chain = new X509Chain();
            chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            chain.ChainPolicy.CustomTrustStore.AddRange(roots);
            chain.ChainPolicy.ApplicationPolicy.Add(new Oid(ServerAuthentication));
            chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
            if (presented is not null)
            {
                chain.ChainPolicy.ExtraStore.AddRange(presented.ChainPolicy.ExtraStore);
            }

            return chain.Build(served);
        }
    }
#else
    /// <summary>Whether the exception itself says that no request went out.</summary>
    internal static bool SaysNeverSent(Exception exception) => exception.GetBaseException() is
        SocketException { SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData or SocketError.HostUnreachable or SocketError.NetworkUnreachable }
        or System.Security.Authentication.AuthenticationException
        or WebException { Status: WebExceptionStatus.NameResolutionFailure or WebExceptionStatus.ProxyNameResolutionFailure or WebExceptionStatus.ConnectFailure or WebExceptionStatus.SecureChannelFailure or WebExceptionStatus.TrustFailure };

    private static HttpClientHandler CreatePrimary(Func<CheckoutOptions> options, ILogger logger)
    {
        // As long as the handler lives, which for HttpClientFactory is two minutes.
        ServicePointManager.FindServicePoint(options().Environment.BaseAddress).ConnectionLeaseTimeout = (int)ConnectionLifetime.TotalMilliseconds;
        var handler = new HttpClientHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ClientCertificateOptions = ClientCertificateOption.Manual,
        };
        if (options().Proxy is { } proxy)
        {
            handler.Proxy = proxy;
        }

        if (new ClientCertificateSource(options, logger).Current() is { } certificate)
        {
            handler.ClientCertificates.Add(certificate);
        }

        return handler;
    }
#endif
}
