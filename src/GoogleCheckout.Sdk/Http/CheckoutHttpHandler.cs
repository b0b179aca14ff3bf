using GoogleCheckout.Configuration;
using GoogleCheckout.Diagnostics;
using GoogleCheckout.Http;
using Microsoft.Extensions.Logging;
#if NET
using System.Net.Security;
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
    internal static HttpMessageHandler Create(Func<CheckoutOptions> getOptions, ILogger logger)
    {
        var certificate = new ClientCertificateSource(getOptions, logger);
        return new SingleSendHandler(CreatePrimary(getOptions, certificate, logger), isOwnNetwork: true, certificate);
    }

    /// <summary>Returns whether the service ended the handshake because it requires a client certificate, so that it never read the request.</summary>
    /// <remarks>With TLS 1.3 this arrives after the request was sent. Only OpenSSL's code for the alert distinguishes it from a dropped connection.</remarks>
    internal static bool RequiredCertificate(Exception exception)
    {
        const int AlertCertificateRequired = 0x0A00045C;
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause.HResult == AlertCertificateRequired)
            {
                return true;
            }
        }

        return false;
    }

#if NET
    /// <summary>Returns whether the exception itself shows that no request was sent.</summary>
    internal static bool IsNeverSent(Exception exception) => exception is HttpRequestException
    {
        HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError
    };

    private static SocketsHttpHandler CreatePrimary(Func<CheckoutOptions> getOptions, ClientCertificateSource certificate, ILogger logger)
    {
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
                // The service's certificate is known only if the service has requested one.
                LocalCertificateSelectionCallback = (_, _, _, served, _) => certificate.Select(isRequested: served is not null)!,
                RemoteCertificateValidationCallback = (connection, served, chain, errors) => trust.Accepts(((SslStream)connection).TargetHostName, served as X509Certificate2, chain, errors),
            },
        };
    }
#else
    /// <summary>Returns whether the exception itself shows that no request was sent.</summary>
    internal static bool IsNeverSent(Exception exception) => exception.GetBaseException() is
        SocketException { SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData or SocketError.HostUnreachable or SocketError.NetworkUnreachable }
        or System.Security.Authentication.AuthenticationException
        or WebException { Status: WebExceptionStatus.NameResolutionFailure or WebExceptionStatus.ProxyNameResolutionFailure or WebExceptionStatus.ConnectFailure or WebExceptionStatus.SecureChannelFailure or WebExceptionStatus.TrustFailure };

    private static HttpClientHandler CreatePrimary(Func<CheckoutOptions> getOptions, ClientCertificateSource source, ILogger _)
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

        if (source.GetCurrent() is { } certificate)
        {
            handler.ClientCertificates.Add(certificate);
        }

        return handler;
    }
#endif
}
