using System.Globalization;
using System.Net;

namespace GoogleCheckout.Sandbox;

/// <summary>
/// Options of a sandbox and of its first merchant. Every option has a default that suits a test. <see cref="Merchants"/> adds further merchants.
/// </summary>
public sealed class CheckoutSandboxOptions : SandboxMerchantOptions
{
    /// <summary>
    /// The further merchants, each with its own account, orders and settings. They share the server, the clock and the options of this class that
    /// <see cref="SandboxMerchantOptions"/> does not have. The first merchant's options are set on this object.
    /// </summary>
    /// <value>The default is an empty list: a sandbox with one merchant.</value>
    public IList<SandboxMerchantOptions> Merchants { get; } = [];

    /// <summary>
    /// Whether a client must present a certificate that the sandbox issued. If false, the server does not request one. A buyer's
    /// browser has no certificate: set this to false if it posts a form.
    /// </summary>
    /// <value>The default is true.</value>
    public bool RequireClientCertificate { get; set; } = true;

    /// <summary>The loopback address and port to listen on. Port 0 selects a free port.</summary>
    /// <value>The default is 127.0.0.1 and port 0.</value>
    public IPEndPoint Endpoint { get; set; } = new(IPAddress.Loopback, 0);

    /// <summary>
    /// A second loopback address and port for plain HTTP, for old clients that cannot be configured to trust the sandbox's
    /// certificate. Port 0 selects a free port. Clients need no certificate there. Null for HTTPS only.
    /// </summary>
    public IPEndPoint? HttpEndpoint { get; set; }

    /// <summary>
    /// The address and port of the pages for people; null for none. Port 0 selects a free port. If it is set, the redirect URL of
    /// a cart is that of a page on which a buyer places the order: <see cref="CheckoutSandbox.PagesAddress"/>.
    /// </summary>
    /// <value>The default is null. An address that is not a loopback address requires <see cref="UseHttpsForPages"/>; then other machines can open the pages.</value>
    public IPEndPoint? PagesEndpoint { get; set; }

    /// <summary>
    /// Whether the pages are served over HTTPS, with a certificate of the sandbox's authority. They never request a client certificate. If false, they
    /// are served over plain HTTP. Browsers warn of the certificate unless they trust <see cref="CheckoutSandbox.CertificateAuthority"/>.
    /// </summary>
    /// <value>The default is false.</value>
    public bool UseHttpsForPages { get; set; }

    /// <summary>
    /// Whether the sandbox has the control API, with which scripts control it over HTTP: JSON below <c>/sandbox/</c>, with the
    /// merchant's credentials. It is always enabled if the sandbox runs as a process.
    /// </summary>
    /// <value>The default is false.</value>
    public bool EnableControlApi { get; set; }

    /// <summary>The clock that the sandbox's clock follows. <see cref="CheckoutSandbox.AdvanceAsync"/> moves the sandbox's clock ahead of it.</summary>
    /// <value>The default is the machine's clock.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// The seed of merchant, cart, order and serial numbers: the same seed produces the same numbers in the same order.
    /// If null, the numbers differ each time.
    /// </summary>
    public int? Seed { get; set; }

    /// <summary>The sandbox's behavior in cases in which the sources of the protocol disagree.</summary>
    public SandboxRules Rules { get; set; } = new();

    /// <summary>The time within which the merchant must respond to a calculation callback, by the machine's clock.</summary>
    /// <value>The default is three seconds, as the service's was.</value>
    public TimeSpan CalculationTimeout { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>
    /// Whether shipping by FedEx, UPS and USPS is priced with the sandbox's built-in table. If false, the price in the cart applies.
    /// </summary>
    /// <value>The default is true.</value>
    public bool EnableCarrierRates { get; set; } = true;

    /// <summary>The time within which the merchant must acknowledge a notification, by the machine's clock.</summary>
    /// <value>The default is ten seconds.</value>
    public TimeSpan CallbackTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// The memory for the log of the latest requests, in bytes, approximately; as much again is for the deliveries and for the calculations.
    /// Older entries are dropped. Each log also has at most 10,000 entries.
    /// </summary>
    /// <value>The default is 64 MB.</value>
    public long MaxLogBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>
    /// The memory for carts that were not ordered yet, in bytes, approximately. Older carts are dropped. There are also at most 10,000 carts.
    /// </summary>
    /// <value>The default is 64 MB.</value>
    public long MaxCartBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>
    /// The file with the journal of the sandbox. If it is set, the state survives the process: everything that came in is appended to the file before
    /// the sandbox responds, and applied again at the next start. Ids and keys that the sandbox generates are in a second file with <c>.keys</c>
    /// after its name. If null, nothing is written to the disk.
    /// </summary>
    public string? DataPath { get; set; }

    /// <exception cref="ArgumentException">An option is invalid; the message names it.</exception>
    internal void Check()
    {
        CheckMerchant(string.Empty);
        for (var i = 0; i < Merchants.Count; i++)
        {
            CheckFurtherMerchant(Merchants[i], string.Create(CultureInfo.InvariantCulture, $"{nameof(Merchants)}[{i}]"));
        }

        Check(GetRepeatedIdError(), nameof(Merchants));
        Check(Endpoint is not null ? GetEndpointError(Endpoint) : "is required", nameof(Endpoint));
        Check(HttpEndpoint is null ? null : GetEndpointError(HttpEndpoint), nameof(HttpEndpoint));
        Check(PagesEndpoint is null ? null : GetPagesEndpointError(PagesEndpoint), nameof(PagesEndpoint));
        Check(TimeProvider is not null ? null : "is required", nameof(TimeProvider));
        Check(Rules is not null ? null : "is required", nameof(Rules));
        Rules!.Check();
        Check(DataPath is { Length: 0 } ? "must not be empty" : null, nameof(DataPath));
        Check(GetTimeoutError(CallbackTimeout), nameof(CallbackTimeout));
        Check(GetTimeoutError(CalculationTimeout), nameof(CalculationTimeout));
        Check(GetBytesError(MaxLogBytes), nameof(MaxLogBytes));
        Check(GetBytesError(MaxCartBytes), nameof(MaxCartBytes));
    }

    private static void CheckFurtherMerchant(SandboxMerchantOptions? merchant, string name)
    {
        Check(merchant switch
        {
            null => "must not be null",
            CheckoutSandboxOptions => $"must be {nameof(SandboxMerchantOptions)}: the options of a server cannot be those of one merchant",
            _ => null,
        }, name);
        merchant!.CheckMerchant($"{name}.");
    }

    private string? GetRepeatedIdError() => Merchants.Prepend(this).Select(merchant => merchant.MerchantId).OfType<string>()
        .GroupBy(id => id).FirstOrDefault(same => same.Count() > 1) is { } repeated ? $"has the id {repeated.Key} more than once" : null;

    private static string? GetEndpointError(IPEndPoint endpoint) =>
        IPAddress.IsLoopback(endpoint.Address) ? null : "must be a loopback address: the sandbox serves only this machine";

    // The redirect URL of a cart contains the address, so a browser must be able to open it.
    private string? GetPagesEndpointError(IPEndPoint endpoint) => IPAddress.IsLoopback(endpoint.Address) ? null
        : !UseHttpsForPages ? $"must be a loopback address without {nameof(UseHttpsForPages)}: the pages would send the merchant's key in plain text"
        : endpoint.Address.Equals(IPAddress.Any) || endpoint.Address.Equals(IPAddress.IPv6Any) ? "must be one address of this machine: the redirect URL of a cart contains it"
        : null;

    private static string? GetBytesError(long bytes) => bytes > 0 ? null : "must be more than 0";

    private static string? GetTimeoutError(TimeSpan timeout) =>
        timeout > TimeSpan.Zero && timeout <= TimeSpan.FromDays(1) ? null : "must be positive and at most one day";
}
