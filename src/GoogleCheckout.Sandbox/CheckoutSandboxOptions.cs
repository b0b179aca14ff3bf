using System.Net;
using System.Security.Cryptography.X509Certificates;
using GoogleCheckout.Carts;

namespace GoogleCheckout.Sandbox;

/// <summary>Options of a sandbox. Every option has a default that suits a test.</summary>
public sealed class CheckoutSandboxOptions
{
    /// <summary>The merchant's id, 10 or 15 digits. If null, the sandbox generates one.</summary>
    public string? MerchantId { get; set; }

    /// <summary>The merchant's key. If null, the sandbox generates one.</summary>
    public string? MerchantKey { get; set; }

    /// <summary>
    /// Whether a client must present a certificate that the sandbox issued. If false, the server does not request one. A buyer's
    /// browser has no certificate: set this to false if it posts a form.
    /// </summary>
    /// <value>The default is true.</value>
    public bool RequireClientCertificate { get; set; } = true;

    /// <summary>
    /// Whether a cart that a browser posts must be signed: the account's setting to accept only digitally signed carts. A wrong
    /// signature is rejected in either case.
    /// </summary>
    /// <value>The default is false.</value>
    public bool RequireSignedCarts { get; set; }

    /// <summary>The loopback address and port to listen on. Port 0 selects a free port.</summary>
    /// <value>The default is 127.0.0.1 and port 0.</value>
    public IPEndPoint Endpoint { get; set; } = new(IPAddress.Loopback, 0);

    /// <summary>
    /// A second loopback address and port for plain HTTP, for old clients that cannot be configured to trust the sandbox's
    /// certificate. Port 0 selects a free port. Clients need no certificate there. Null for HTTPS only.
    /// </summary>
    public IPEndPoint? HttpEndpoint { get; set; }

    /// <summary>
    /// The address and port of the pages for people, over plain HTTP; null for none. Port 0 selects a free port. If it is set, the redirect URL of
    /// a cart is that of a page on which a buyer places the order: <see cref="CheckoutSandbox.PagesAddress"/>.
    /// </summary>
    /// <value>The default is null. Only loopback addresses are allowed.</value>
    public IPEndPoint? PagesEndpoint { get; set; }

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

    /// <summary>The time that an order is REVIEWING. With <see cref="TimeSpan.Zero"/>, the review ends as soon as the order is placed.</summary>
    /// <value>The default is one minute.</value>
    public TimeSpan ReviewDelay { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// The time that an order is CHARGING. With <see cref="TimeSpan.Zero"/>, the charge is completed before the sandbox responds to
    /// the command, and the response contains it.
    /// </summary>
    /// <value>The default is <see cref="TimeSpan.Zero"/>.</value>
    public TimeSpan CaptureDelay { get; set; }

    /// <summary>
    /// Whether the service charges an order automatically as soon as it is CHARGEABLE, and changes it to PROCESSING. Carts posted to
    /// the donation addresses are always charged automatically.
    /// </summary>
    /// <value>The default is false: the merchant charges.</value>
    public bool AutoCharge { get; set; }

    /// <summary>The version of the API that the merchant has chosen.</summary>
    /// <value>The default is <see cref="ApiVersion.Version25"/>.</value>
    public ApiVersion ApiVersion { get; set; } = ApiVersion.Version25;

    /// <summary>
    /// The service's fees, if notifications contain them, as the merchant could choose; null if they do not.
    /// </summary>
    public SandboxFees? Fees { get; set; }

    /// <summary>
    /// Whether only those notifications are pushed that no response to a command contains: new orders, authorizations, chargebacks
    /// and canceled subscriptions. The history and polling contain all. An account had this setting with version 2.5 only.
    /// </summary>
    /// <value>The default is false: all are pushed.</value>
    public bool FilterNotifications { get; set; }

    /// <summary>
    /// Whether an acknowledgment must contain the serial number with versions before 2.5 too. Otherwise, status 200 is sufficient there.
    /// </summary>
    /// <value>The default is false.</value>
    public bool RequireSerialNumberInAcknowledgments { get; set; }

    /// <summary>The sandbox's behavior in cases in which the sources of the protocol disagree.</summary>
    public SandboxRules Rules { get; set; } = new();

    /// <summary>
    /// The https or http URL to which notifications are posted; null to post none.
    /// <see cref="CheckoutSandbox.CallbackUrl"/> changes it later.
    /// </summary>
    public Uri? CallbackUrl { get; set; }

    /// <summary>The format in which notifications are posted.</summary>
    /// <value>The default is <see cref="CallbackFormat.Xml"/>.</value>
    public CallbackFormat CallbackFormat { get; set; }

    /// <summary>
    /// The only root certificate that is trusted for the merchant's server certificate, for example a test's authority. Name and
    /// validity are checked as usual. If null, the system's root certificates are trusted.
    /// </summary>
    public X509Certificate2? CallbackTrustedCertificate { get; set; }

    /// <summary>The time within which the merchant must respond to a calculation callback, by the machine's clock.</summary>
    /// <value>The default is three seconds, as the service's was.</value>
    public TimeSpan CalculationTimeout { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>
    /// The two-letter ISO 3166-1 code of the merchant's country, in upper case. A shipping method without restrictions is offered there
    /// only. If null, the currency of the cart determines it: the United States for USD, the United Kingdom for GBP; with other currencies
    /// such a method is offered everywhere.
    /// </summary>
    public string? MerchantCountry { get; set; }

    /// <summary>The tax rates of the merchant's account, for carts without tax tables. If null, no tax is added to these carts.</summary>
    public TaxTables? AccountTaxTables { get; set; }

    /// <summary>
    /// The tax rounding of the merchant's account, for carts without a rounding policy. If null, it depends on the currency: for GBP
    /// half up on each line, otherwise half to even on the total.
    /// </summary>
    public RoundingPolicy? AccountRoundingPolicy { get; set; }

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

    /// <summary>The longest delay or deadline: a time plus it is a time of the calendar.</summary>
    internal static TimeSpan MaxDelay { get; } = TimeSpan.FromDays(36_500);

    internal bool RequireAcknowledgedSerialNumber => RequireSerialNumberInAcknowledgments || ApiVersion == ApiVersion.Version25;

    internal string? CallbackFormatError =>
        !Enum.IsDefined(CallbackFormat) ? "is not a defined CallbackFormat"
        : CallbackFormat == CallbackFormat.SerialNumber && ApiVersion != ApiVersion.Version25 ? "with serial numbers requires version 2.5 of the API"
        : null;

    internal string? MerchantIdError =>
        MerchantId is null || (MerchantId.Length is 10 or 15 && MerchantId.All(char.IsAsciiDigit)) ? null : "must have 10 or 15 digits";

    internal string? MerchantCountryError =>
        MerchantCountry is null || (MerchantCountry.Length == 2 && MerchantCountry.All(char.IsAsciiLetterUpper)) ? null : "must be the two upper-case letters of a country, for example GB";

    internal string? MerchantKeyError => MerchantKey is { Length: 0 } ? "must not be empty" : null;

    internal static string? GetCallbackUrlError(Uri? url) =>
        url is null or { IsAbsoluteUri: true, Scheme: "https" or "http", UserInfo.Length: 0 }
            ? null
            : "must be an absolute https or http URL without a user name, for example https://localhost:5001/checkout/callback";

    /// <exception cref="ArgumentException">An option is invalid; the message names it.</exception>
    internal void Check()
    {
        Check(MerchantIdError, nameof(MerchantId));
        Check(MerchantKeyError, nameof(MerchantKey));
        Check(MerchantCountryError, nameof(MerchantCountry));
        Check(Endpoint is not null ? GetEndpointError(Endpoint) : "is required", nameof(Endpoint));
        Check(HttpEndpoint is null ? null : GetEndpointError(HttpEndpoint), nameof(HttpEndpoint));
        Check(PagesEndpoint is null ? null : GetEndpointError(PagesEndpoint), nameof(PagesEndpoint));
        Check(TimeProvider is not null ? null : "is required", nameof(TimeProvider));
        Check(GetDelayError(ReviewDelay), nameof(ReviewDelay));
        Check(GetDelayError(CaptureDelay), nameof(CaptureDelay));
        Check(Rules is not null ? null : "is required", nameof(Rules));
        Rules!.Check();
        Check(GetCallbackUrlError(CallbackUrl), nameof(CallbackUrl));
        Check(Enum.IsDefined(ApiVersion) ? null : "is not a defined ApiVersion", nameof(ApiVersion));
        Check(CallbackFormatError, nameof(CallbackFormat));
        Check(FilterNotifications && ApiVersion != ApiVersion.Version25 ? "requires version 2.5 of the API" : null, nameof(FilterNotifications));
        Fees?.Check();
        Check(GetTimeoutError(CallbackTimeout), nameof(CallbackTimeout));
        Check(GetTimeoutError(CalculationTimeout), nameof(CalculationTimeout));
        Check(GetBytesError(MaxLogBytes), nameof(MaxLogBytes));
        Check(GetBytesError(MaxCartBytes), nameof(MaxCartBytes));
        Check(AccountTaxTables is { MerchantCalculated: true } ? "must not be merchant-calculated: only a cart's tax tables can be" : null, nameof(AccountTaxTables));
        Check(IsEmpty(AccountTaxTables) ? null : GetCartError("tax-tables", new MerchantCheckoutFlowSupport { TaxTables = AccountTaxTables }), nameof(AccountTaxTables));
        Check(GetCartError("rounding-policy", new MerchantCheckoutFlowSupport { RoundingPolicy = AccountRoundingPolicy }), nameof(AccountRoundingPolicy));
    }

    // An account without tax rates taxes nothing. In a cart, empty tables are probably a mistake.
    private static bool IsEmpty(TaxTables? tables) => tables is { DefaultTaxTable: null or { TaxRules.Count: 0 }, AlternateTaxTables.Count: 0 };

    /// <summary>Returns the first error that the settings have in a cart, with the path below the element.</summary>
    private static string? GetCartError(string element, MerchantCheckoutFlowSupport settings)
    {
        var item = new Item { ItemName = "Any", ItemDescription = "Any", UnitPrice = new Money(1m, "USD"), Quantity = 1 };
        var error = (CheckoutShoppingCart.Create(item) with { CheckoutFlowSupport = settings }).Validate().FirstOrDefault(found => !found.IsWarning);
        return error is null ? null : $"is invalid: {error.Path[error.Path.IndexOf(element, StringComparison.Ordinal)..]} {error.Reason}";
    }

    private static string? GetEndpointError(IPEndPoint endpoint) =>
        IPAddress.IsLoopback(endpoint.Address) ? null : "must be a loopback address: the sandbox serves only this machine";

    private static string? GetDelayError(TimeSpan delay) => delay >= TimeSpan.Zero && delay <= MaxDelay ? null : "must be from 0 to 36500 days";

    private static string? GetBytesError(long bytes) => bytes > 0 ? null : "must be more than 0";

    private static string? GetTimeoutError(TimeSpan timeout) =>
        timeout > TimeSpan.Zero && timeout <= TimeSpan.FromDays(1) ? null : "must be positive and at most one day";

    private static void Check(string? error, string option)
    {
        if (error is not null)
        {
            throw new ArgumentException($"{option} {error}.");
        }
    }
}
