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
/// Creates the handler for an <see cref="HttpClient"/>. It presents the client certificate, checks the service's certificate,
/// follows no redirects, keeps connections for at most two minutes, and never sends a command a second time.
/// </summary>
/// <remarks>Only the client certificate is sent. The service must know the intermediate certificates between it and its root.</remarks>
public static class CheckoutHttpHandler
{
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

    /// <summary>Creates a handler. You can add outer handlers that retry, log or sign.</summary>
    /// <param name="options">
    /// The options, the same as for the client. On .NET their certificates are read for each new connection.
    /// </param>
    /// <returns>The handler.</returns>
    /// <exception cref="ArgumentException">The options are invalid. The message lists all errors.</exception>
    public static HttpMessageHandler Create(CheckoutOptions options)
    {
        var valid = CheckoutOptionsValidator.EnsureValid(options, nameof(options));
        return Create(() => valid, valid.LoggerFactory.CreateLogger(Log.Category));
    }

    /// <summary>Creates a handler that reads the current options for each new connection.</summary>
    internal static HttpMessageHandler Create(Func<CheckoutOptions> getOptions, ILogger logger) =>
        new SingleSendHandler(CreatePrimary(getOptions, logger), isOwnNetwork: true);

#if NET
    /// <summary>Returns whether the exception itself shows that no request was sent.</summary>
    internal static bool IsNeverSent(Exception exception) => exception is HttpRequestException
    {
        HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError
    };

    private static SocketsHttpHandler CreatePrimary(Func<CheckoutOptions> getOptions, ILogger logger)
    {
        var certificate = new ClientCertificateSource(getOptions, logger);
        var trust = new ServerTrust(getOptions, logger);
        return new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            PooledConnectionLifetime = ConnectionLifetime,
            Proxy = getOptions().Proxy,
            SslOptions = new SslClientAuthenticationOptions
            {
                // Unlike a list of certificates, this also presents a certificate whose extended key usage is for servers only.
                LocalCertificateSelectionCallback = (_, _, _, _, _) => certificate.GetCurrent()!,
                RemoteCertificateValidationCallback = (_, served, chain, errors) => trust.Accepts(served as X509Certificate2, chain, errors),
            },
        };
    }

    /// <summary>Checks the service's certificate against the roots of the system or of the options.</summary>
    private sealed class ServerTrust(Func<CheckoutOptions> getOptions, ILogger logger)
    {
        private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

        private readonly FileContent<X509Certificate2Collection> _roots = new((file, _, _) => CertificateFile.LoadRoots(file), logger);

        public bool Accepts(X509Certificate2? served, X509Chain? presented, SslPolicyErrors errors)
        {
            if (GetRoots() is not { } roots)
            {
                return errors == SslPolicyErrors.None;
            }

            // The name must match in any case.
            return served is not null && (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) == SslPolicyErrors.None && HasRoot(roots, served, presented);
        }

        private X509Certificate2Collection? GetRoots()
        {
            var current = getOptions();
            return current.TrustedCertificate is { } certificate ? [certificate]
                : current.TrustedCertificatePath is { } path ? _roots.Read(path)
                : null;
        }

        private static bool HasRoot(X509Certificate2Collection roots, X509Certificate2 served, X509Chain? presented)
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
    /// <summary>Returns whether the exception itself shows that no request was sent.</summary>
    internal static bool IsNeverSent(Exception exception) => exception.GetBaseException() is
        SocketException { SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData or SocketError.HostUnreachable or SocketError.NetworkUnreachable }
        or System.Security.Authentication.AuthenticationException
        or WebException { Status: WebExceptionStatus.NameResolutionFailure or WebExceptionStatus.ProxyNameResolutionFailure or WebExceptionStatus.ConnectFailure or WebExceptionStatus.SecureChannelFailure or WebExceptionStatus.TrustFailure };

    private static HttpClientHandler CreatePrimary(Func<CheckoutOptions> getOptions, ILogger logger)
    {
        // The same as the lifetime of a handler of IHttpClientFactory: two minutes.
        ServicePointManager.FindServicePoint(getOptions().Environment.BaseAddress).ConnectionLeaseTimeout = (int)ConnectionLifetime.TotalMilliseconds;
        var handler = new HttpClientHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ClientCertificateOptions = ClientCertificateOption.Manual,
        };
        if (getOptions().Proxy is { } proxy)
        {
            handler.Proxy = proxy;
        }

        if (new ClientCertificateSource(getOptions, logger).GetCurrent() is { } certificate)
        {
            handler.ClientCertificates.Add(certificate);
        }

        return handler;
    }
#endif
}
