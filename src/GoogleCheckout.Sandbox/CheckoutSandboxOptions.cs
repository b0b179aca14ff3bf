using System.Net;
using System.Security.Cryptography.X509Certificates;
using GoogleCheckout.Carts;

namespace GoogleCheckout.Sandbox;

/// <summary>How a sandbox behaves. Every setting has a default that suits a test.</summary>
public sealed class CheckoutSandboxOptions
{
    /// <summary>The merchant's id, 10 or 15 digits; null makes one up.</summary>
    public string? MerchantId { get; set; }

    /// <summary>The merchant's key; null makes one up.</summary>
    public string? MerchantKey { get; set; }

    /// <summary>
    /// Whether a client must present a certificate that the sandbox issued. Where it need not, it is not asked. A buyer's browser
    /// has none: to have it post a form, set this to false.
    /// </summary>
    /// <value>The default is true.</value>
    public bool RequireClientCertificate { get; set; } = true;

    /// <summary>
    /// Whether a cart that a browser posts must be signed: the merchant's setting to take only digitally signed carts. A wrong
    /// signature is refused either way.
    /// </summary>
    /// <value>The default is false.</value>
    public bool RequireSignedCarts { get; set; }

    /// <summary>The loopback address and port to listen on; port 0 takes a free one.</summary>
    /// <value>The default is 127.0.0.1 and port 0.</value>
    public IPEndPoint Endpoint { get; set; } = new(IPAddress.Loopback, 0);

    /// <summary>
    /// A second loopback address and port that speaks plain HTTP, for old clients that cannot be taught to trust the
    /// sandbox's certificate; port 0 takes a free one. No client certificate is asked for there. Null for HTTPS only.
    /// </summary>
    public IPEndPoint? HttpEndpoint { get; set; }

    /// <summary>
    /// Whether scripts may do over HTTP what a test does from code: JSON below <c>/sandbox/</c>, with the merchant's
    /// credentials. The sandbox as a process always has it.
    /// </summary>
    /// <value>The default is false.</value>
    public bool EnableControlApi { get; set; }

    /// <summary>The clock to go by. <see cref="CheckoutSandbox.AdvanceAsync"/> sets the sandbox's own ahead of it.</summary>
    /// <value>The default is the machine's clock.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// Makes merchant, cart, order and serial numbers repeatable: the same seed gives the same ones in the same order.
    /// Null makes others each time.
    /// </summary>
    public int? Seed { get; set; }

    /// <summary>How long an order stays REVIEWING. <see cref="TimeSpan.Zero"/> ends the review as soon as the order is placed.</summary>
    /// <value>The default is one minute.</value>
    public TimeSpan ReviewDelay { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How long an order stays CHARGING. With <see cref="TimeSpan.Zero"/> the charge is made before the command is answered,
    /// and the answer tells of it.
    /// </summary>
    /// <value>The default is no time.</value>
    public TimeSpan CaptureDelay { get; set; }

    /// <summary>
    /// Whether the service charges an order by itself as soon as it is CHARGEABLE, and makes it PROCESSING. Carts posted to
    /// the addresses of donations are charged so in any case.
    /// </summary>
    /// <value>The default is false: the merchant charges.</value>
    public bool AutoCharge { get; set; }

    /// <summary>The version of the API that the merchant has chosen.</summary>
    /// <value>The default is <see cref="ApiVersion.Version25"/>.</value>
    public ApiVersion ApiVersion { get; set; } = ApiVersion.Version25;

    /// <summary>
    /// The service's fees, where the merchant has chosen to be told of them in notifications; null where he has not.
    /// </summary>
    public SandboxFees? Fees { get; set; }

    /// <summary>
    /// Whether only those notifications are pushed that the answer to no command tells: new orders, authorizations,
    /// chargebacks and cancelled subscriptions. The history and polling have all. An account had this choice with version 2.5.
    /// </summary>
    /// <value>The default is false: all are pushed.</value>
    public bool FilterNotifications { get; set; }

    /// <summary>
    /// Whether an acknowledgment has to name the serial number before version 2.5 too, where otherwise status 200 is enough.
    /// </summary>
    /// <value>The default is false.</value>
    public bool RequireSerialNumberInAcknowledgments { get; set; }

    /// <summary>What happens where the sources of the protocol disagree.</summary>
    public SandboxRules Rules { get; set; } = new();

    /// <summary>
    /// Where the merchant takes notifications, https or http; null for a merchant who takes none.
    /// <see cref="CheckoutSandbox.CallbackUrl"/> sets it later.
    /// </summary>
    public Uri? CallbackUrl { get; set; }

    /// <summary>What is posted there.</summary>
    /// <value>The default is <see cref="CallbackFormat.Xml"/>.</value>
    public CallbackFormat CallbackFormat { get; set; }

    /// <summary>
    /// The root that the merchant's server certificate must lead to, such as a test's own authority. No other root counts
    /// then; name and validity are checked as ever. Null for the system's own roots.
    /// </summary>
    public X509Certificate2? CallbackTrustedCertificate { get; set; }

    /// <summary>How long the merchant may take to answer a calculation callback, by the machine's clock.</summary>
    /// <value>The default is three seconds, as the service's was.</value>
    public TimeSpan CalculationTimeout { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>The tax rates of the merchant's account, for carts that bring no tax tables; null for none, which is no tax.</summary>
    public TaxTables? AccountTaxTables { get; set; }

    /// <summary>
    /// How the merchant's account rounds tax, for carts that do not say. Null goes by the currency: for GBP half up on each
    /// line, otherwise half to even on the total.
    /// </summary>
    public RoundingPolicy? AccountRoundingPolicy { get; set; }

    /// <summary>
    /// Whether FedEx, UPS and USPS tell their prices, by a table of the sandbox's own; where they do not, the price in the cart holds.
    /// </summary>
    /// <value>The default is true.</value>
    public bool EnableCarrierRates { get; set; } = true;

    /// <summary>How long the merchant may take to acknowledge a notification, by the machine's clock.</summary>
    /// <value>The default is ten seconds.</value>
    public TimeSpan CallbackTimeout { get; set; } = TimeSpan.FromSeconds(10);

    internal bool RequireAcknowledgedSerialNumber => RequireSerialNumberInAcknowledgments || ApiVersion == ApiVersion.Version25;

    internal string? CallbackFormatError =>
        !Enum.IsDefined(CallbackFormat) ? "must be one of those there are"
        : CallbackFormat == CallbackFormat.SerialNumber && ApiVersion != ApiVersion.Version25 ? "of serial numbers need version 2.5 of the API"
        : null;

    internal string? MerchantIdError =>
        MerchantId is null || (MerchantId.Length is 10 or 15 && MerchantId.All(char.IsAsciiDigit)) ? null : "must have 10 or 15 digits";

    internal string? MerchantKeyError => MerchantKey is { Length: 0 } ? "must not be empty" : null;

    internal static string? GetCallbackUrlError(Uri? url) =>
        url is null or { IsAbsoluteUri: true, Scheme: "https" or "http", UserInfo.Length: 0 }
            ? null
            : "must be a whole https or http URL without a user name, such as https://localhost:5001/checkout/callback";

    /// <exception cref="ArgumentException">A setting is wrong; it is named.</exception>
    internal void Check()
    {
        Check(MerchantIdError, nameof(MerchantId));
        Check(MerchantKeyError, nameof(MerchantKey));
        Check(Endpoint is not null ? GetEndpointError(Endpoint) : "is required", nameof(Endpoint));
        Check(HttpEndpoint is null ? null : GetEndpointError(HttpEndpoint), nameof(HttpEndpoint));
        Check(TimeProvider is not null ? null : "is required", nameof(TimeProvider));
        Check(ReviewDelay >= TimeSpan.Zero ? null : "may not be negative", nameof(ReviewDelay));
        Check(CaptureDelay >= TimeSpan.Zero ? null : "may not be negative", nameof(CaptureDelay));
        Check(Rules is not null ? null : "is required", nameof(Rules));
        Rules!.Check();
        Check(GetCallbackUrlError(CallbackUrl), nameof(CallbackUrl));
        Check(Enum.IsDefined(ApiVersion) ? null : "must be one of those there are", nameof(ApiVersion));
        Check(CallbackFormatError, nameof(CallbackFormat));
        Check(FilterNotifications && ApiVersion != ApiVersion.Version25 ? "needs version 2.5 of the API" : null, nameof(FilterNotifications));
        Fees?.Check();
        Check(GetTimeoutError(CallbackTimeout), nameof(CallbackTimeout));
        Check(GetTimeoutError(CalculationTimeout), nameof(CalculationTimeout));
        Check(AccountTaxTables is { MerchantCalculated: true } ? "may not be merchant-calculated: only a cart says so" : null, nameof(AccountTaxTables));
    }

    private static string? GetEndpointError(IPEndPoint endpoint) =>
        IPAddress.IsLoopback(endpoint.Address) ? null : "must be a loopback address: the sandbox serves nobody else";

    private static string? GetTimeoutError(TimeSpan timeout) =>
        timeout > TimeSpan.Zero && timeout <= TimeSpan.FromDays(1) ? null : "must be positive and at most a day";

    private static void Check(string? fault, string setting)
    {
        if (fault is not null)
        {
            throw new ArgumentException($"{setting} {fault}.");
        }
    }
}
