using System.Net;
using System.Security.Cryptography.X509Certificates;
using GoogleCheckout.Configuration;
using GoogleCheckout.Xml;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace GoogleCheckout;

/// <summary>
/// The options of a client: the merchant, the address of the service, and how requests are sent. Options are read for each
/// request, so a new key, and on .NET a new certificate, applies immediately.
/// </summary>
/// <remarks>
/// A client reads its options during its whole lifetime, from several threads. Setting one property while requests are sent is safe: each
/// request uses the old value or the new one. It is not safe to set several properties that belong together, such as
/// <see cref="MerchantId"/> and <see cref="MerchantKey"/>, or to change <see cref="AdditionalMerchantKeys"/>, while requests are sent or
/// callbacks arrive. Create another client then, or let the container reload the options from the configuration.
/// </remarks>
public sealed partial class CheckoutOptions
{
    /// <summary>Gets or sets the number of the merchant's account, the user name of each request. Required.</summary>
    public string MerchantId { get; set; } = string.Empty;

    /// <summary>Gets or sets the merchant key, the password of each request. Required. No log, exception or text of this package contains it.</summary>
    public string MerchantKey { get; set; } = string.Empty;

    /// <summary>Gets or sets the address of the service.</summary>
    /// <value><see cref="CheckoutEnvironment.Production"/> unless set.</value>
    public CheckoutEnvironment Environment
    {
        get;
        set
        {
            field = value;
            IsEnvironmentSet = true;
        }
    } = CheckoutEnvironment.Production;

    /// <summary>
    /// Gets additional keys that are accepted on callbacks, before and after <see cref="MerchantKey"/> changes. Requests are
    /// sent with <see cref="MerchantKey"/> only.
    /// </summary>
    public IList<string> AdditionalMerchantKeys { get; } = [];

    /// <summary>Gets or sets whether the account is a donation account, which uses separate addresses.</summary>
    public bool Donations { get; set; }

    /// <summary>
    /// Gets or sets the client certificate with its private key, presented if the service requests one. A server certificate
    /// is accepted too. Set only one of this, the path and the thumbprint, or none.
    /// </summary>
    public X509Certificate2? ClientCertificate { get; set; }

    /// <summary>
    /// Gets or sets the file of the client certificate: PKCS #12 (PFX), on .NET also PEM. On .NET it is read again for new
    /// connections after it changes; while it cannot be read, the previous certificate stays in use.
    /// </summary>
    public string? ClientCertificatePath { get; set; }

    /// <summary>Gets or sets the password of that file, or of its key file; null for none.</summary>
    public string? ClientCertificatePassword { get; set; }

    /// <summary>Gets or sets the SHA-1 thumbprint of a certificate in the store <c>My</c> of the user or the machine, in hexadecimal digits.</summary>
    public string? ClientCertificateThumbprint { get; set; }

    /// <summary>Gets or sets the timeout of an operation, the retries of a query included. For paged lists, it applies to each page.</summary>
    /// <value>60 seconds unless set; <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for no limit.</value>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Gets or sets whether a query is retried if the service cannot be reached or is busy: up to three times, within
    /// <see cref="Timeout"/>. The delay is the one that the service requests, or a random one that increases. Commands are
    /// never retried.
    /// </summary>
    /// <value>True unless set.</value>
    public bool RetryQueries { get; set; } = true;

    /// <summary>Gets or sets the maximum length of a response, in bytes. The order list, which is read while it arrives, has no limit.</summary>
    /// <value>10 MB unless set.</value>
    public int MaxResponseBytes { get; set; } = XmlLimits.DefaultMaxBytes;

    /// <summary>Gets or sets the name and version of the merchant's program, added to the User-Agent header; for example <c>MyShop/2.1</c>.</summary>
    public string? ApplicationId { get; set; }

    /// <summary>Gets or sets the proxy, read when the first connections are created; null for the proxy of the system.</summary>
    public IWebProxy? Proxy { get; set; }

    /// <summary>
    /// Gets or sets a callback that receives each document sent and received, for diagnosis. Names, addresses, card digits,
    /// private data, digital content, codes and free text are masked; items and prices are not. Rows of the order list are
    /// not passed. The callback must be thread-safe. Its exceptions are logged and ignored.
    /// </summary>
    public Action<MessageLogEntry>? OnMessage { get; set; }

    /// <summary>Gets or sets the logger factory; with a container, the container's factory unless set.</summary>
    public ILoggerFactory LoggerFactory { get; set; } = NullLoggerFactory.Instance;

    /// <summary>Gets or sets the clock for timeouts and delays; with a container, the registered one unless set.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Gets whether <see cref="Environment"/> was set, and is not only the default.</summary>
    internal bool IsEnvironmentSet { get; private set; }

    /// <summary>Gets or sets the folder from which relative paths count; null for the current directory.</summary>
    internal string? ContentRoot { get; set; }

    /// <summary>Gets whether a client certificate is set.</summary>
    internal bool HasClientCertificate => ClientCertificate is not null || ClientCertificatePath is not null || ClientCertificateThumbprint is not null;

    /// <summary>Gets or sets a section of the configuration with almost the right name, if the right one is missing.</summary>
    internal string? SimilarSection { get; set; }

    /// <summary>Gets where the options come from.</summary>
    internal OptionsOrigin<CheckoutOptions> Origin { get; } = new(nameof(CheckoutOptions), CheckoutSettings.All);

    /// <summary>Returns the full path of a file of these options.</summary>
    internal string GetFullPath(string path) => Path.GetFullPath(Path.Combine(ContentRoot ?? Directory.GetCurrentDirectory(), path));

    /// <summary>Returns a text for logs.</summary>
    /// <returns>The merchant id and the environment, without key and password.</returns>
    public override string ToString() => $"{nameof(CheckoutOptions)} of merchant {MerchantId} at {Environment}";
}
