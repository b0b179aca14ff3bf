using System.Net;
using System.Security.Cryptography.X509Certificates;
using GoogleCheckout.Xml;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace GoogleCheckout;

/// <summary>
/// Who the merchant is, where the service is, and how to talk to it. What is set here is looked at for each request, so
/// that a new key, and on .NET a new certificate, works at once.
/// </summary>
/// <remarks>
/// A client reads the options while it lives, from several threads. Setting one property while requests are sent is safe: each
/// request uses the old value or the new one. It is not safe to set several properties that belong together, such as
/// <see cref="MerchantId"/> and <see cref="MerchantKey"/>, or to change <see cref="AdditionalMerchantKeys"/>, while requests are sent or
/// callbacks arrive. Create another client then, or let the container reload the options from the configuration.
/// </remarks>
public sealed partial class CheckoutOptions
{
    /// <summary>The number of the merchant's account, the user name of each request. Required.</summary>
    public string MerchantId { get; set; } = string.Empty;

    /// <summary>The merchant key, the password of each request. Required; it is in no log, exception or text of this package.</summary>
    public string MerchantKey { get; set; } = string.Empty;

    /// <summary>Where the service is.</summary>
    /// <value><see cref="CheckoutEnvironment.Production"/> unless set.</value>
    public CheckoutEnvironment Environment { get; set; } = CheckoutEnvironment.Production;

    /// <summary>
    /// Keys that callbacks may still carry after <see cref="MerchantKey"/> was changed, or carry already before it is;
    /// requests go out with <see cref="MerchantKey"/> only.
    /// </summary>
    public IList<string> AdditionalMerchantKeys { get; } = [];

    /// <summary>Whether the account is one for donations, which has addresses of its own.</summary>
    public bool Donations { get; set; }

    /// <summary>
    /// The client certificate with its private key, shown where the service asks for one. It may be one made for servers.
    /// Give this, a path or a thumbprint, or nothing.
    /// </summary>
    public X509Certificate2? ClientCertificate { get; set; }

    /// <summary>
    /// The file the client certificate is in: PKCS #12 (PFX), or on .NET also PEM. On .NET it is read again for new
    /// connections when it has changed; while it cannot be read, the certificate had before stays in use.
    /// </summary>
    public string? ClientCertificatePath { get; set; }

    /// <summary>The password of that file, or of the file with its key; null for none.</summary>
    public string? ClientCertificatePassword { get; set; }

    /// <summary>The SHA-1 thumbprint of a certificate in the store <c>My</c> of the user or the machine, in hexadecimal digits.</summary>
    public string? ClientCertificateThumbprint { get; set; }

    /// <summary>How long one operation may take in all, the repetitions of a read included; for lists of pages, each page.</summary>
    /// <value>60 seconds unless set; <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for no limit.</value>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Whether requests that only read are sent again when the service could not be reached or was busy: up to three
    /// times, after the time the service asks for or a random one that grows, within <see cref="Timeout"/>. Commands are
    /// never sent again.
    /// </summary>
    /// <value>True unless set.</value>
    public bool RetryQueries { get; set; } = true;

    /// <summary>How long an answer may be, in bytes. The order list, which is read as it comes, has no limit.</summary>
    /// <value>10 MB unless set.</value>
    public int MaxResponseBytes { get; set; } = XmlLimits.DefaultMaxBytes;

    /// <summary>Names the merchant's program to the service, after the name of this package: <c>MyShop/2.1</c>.</summary>
    public string? ApplicationId { get; set; }

    /// <summary>The proxy to go through, looked at when connections are first made; null for what the system says.</summary>
    public IWebProxy? Proxy { get; set; }

    /// <summary>
    /// Receives each document sent and received, for looking into a problem. Names, addresses, card digits, private data,
    /// digital content, codes and free text are masked; what is bought for how much is not. Rows of the order list are
    /// not among them. It must be thread-safe; what it throws is logged and goes no further.
    /// </summary>
    public Action<MessageLogEntry>? OnMessage { get; set; }

    /// <summary>Where the log goes; with a container, its own logging unless set.</summary>
    public ILoggerFactory LoggerFactory { get; set; } = NullLoggerFactory.Instance;

    /// <summary>The clock for timeouts and for waiting; with a container, the one registered there unless set.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>What was wrong with the configuration these options were read from.</summary>
    internal List<string> ConfigurationErrors { get; } = [];

    /// <summary>The merchant and the environment; no key, no password.</summary>
    public override string ToString() => $"{nameof(CheckoutOptions)} of merchant {MerchantId} at {Environment}";
}
