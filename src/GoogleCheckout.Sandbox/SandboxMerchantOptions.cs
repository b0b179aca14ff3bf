using System.Security.Cryptography.X509Certificates;
using GoogleCheckout.Carts;

namespace GoogleCheckout.Sandbox;

/// <summary>
/// Options of one merchant of a sandbox: credentials and the settings of the account. Every option has a default that suits a test.
/// </summary>
public class SandboxMerchantOptions
{
    /// <summary>The merchant's id, 10 or 15 digits. If null, the sandbox generates one.</summary>
    public string? MerchantId { get; set; }

    /// <summary>The merchant's key. If null, the sandbox generates one.</summary>
    public string? MerchantKey { get; set; }

    /// <summary>
    /// Whether a cart that a browser posts must be signed: the account's setting to accept only digitally signed carts. A wrong
    /// signature is rejected in either case.
    /// </summary>
    /// <value>The default is false.</value>
    public bool RequireSignedCarts { get; set; }

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

    /// <summary>
    /// The https or http URL to which notifications are posted; null to post none.
    /// <see cref="SandboxMerchant.CallbackUrl"/> changes it later.
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

    /// <summary>The longest delay or deadline: a time plus it is a time of the calendar.</summary>
    internal static TimeSpan MaxDelay { get; } = TimeSpan.FromDays(36_500);

    internal string? MerchantIdError =>
        MerchantId is null || (MerchantId.Length is 10 or 15 && MerchantId.All(char.IsAsciiDigit)) ? null : "must have 10 or 15 digits";

    internal string? MerchantCountryError =>
        MerchantCountry is null || (MerchantCountry.Length == 2 && MerchantCountry.All(char.IsAsciiLetterUpper)) ? null : "must be the two upper-case letters of a country, for example GB";

    internal string? MerchantKeyError => MerchantKey is { Length: 0 } ? "must not be empty" : null;

    internal static string? GetCallbackFormatError(CallbackFormat format, ApiVersion version) =>
        !Enum.IsDefined(format) ? "is not a defined CallbackFormat"
        : format == CallbackFormat.SerialNumber && version != ApiVersion.Version25 ? "with serial numbers requires version 2.5 of the API"
        : null;

    internal static string? GetFilterError(bool isFiltered, ApiVersion version) => isFiltered && version != ApiVersion.Version25 ? "requires version 2.5 of the API" : null;

    internal static string? GetDelayError(TimeSpan delay) => delay >= TimeSpan.Zero && delay <= MaxDelay ? null : "must be from 0 to 36500 days";

    internal static string? GetCallbackUrlError(Uri? url) =>
        url is null or { IsAbsoluteUri: true, Scheme: "https" or "http", UserInfo.Length: 0 }
            ? null
            : "must be an absolute https or http URL without a user name, for example https://localhost:5001/checkout/callback";

    /// <param name="path">The text before the name of an option in messages.</param>
    /// <exception cref="ArgumentException">An option is invalid; the message names it.</exception>
    internal void CheckMerchant(string path)
    {
        Check(MerchantIdError, path + nameof(MerchantId));
        Check(MerchantKeyError, path + nameof(MerchantKey));
        Check(MerchantCountryError, path + nameof(MerchantCountry));
        Check(GetDelayError(ReviewDelay), path + nameof(ReviewDelay));
        Check(GetDelayError(CaptureDelay), path + nameof(CaptureDelay));
        Check(GetCallbackUrlError(CallbackUrl), path + nameof(CallbackUrl));
        Check(Enum.IsDefined(ApiVersion) ? null : "is not a defined ApiVersion", path + nameof(ApiVersion));
        Check(GetCallbackFormatError(CallbackFormat, ApiVersion), path + nameof(CallbackFormat));
        Check(GetFilterError(FilterNotifications, ApiVersion), path + nameof(FilterNotifications));
        Fees?.Check(path);
        Check(AccountTaxTables is { MerchantCalculated: true } ? "must not be merchant-calculated: only a cart's tax tables can be" : null, path + nameof(AccountTaxTables));
        Check(IsEmpty(AccountTaxTables) ? null : GetCartError("tax-tables", new MerchantCheckoutFlowSupport { TaxTables = AccountTaxTables }), path + nameof(AccountTaxTables));
        Check(GetCartError("rounding-policy", new MerchantCheckoutFlowSupport { RoundingPolicy = AccountRoundingPolicy }), path + nameof(AccountRoundingPolicy));
    }

    /// <exception cref="ArgumentException">There is an error.</exception>
    private protected static void Check(string? error, string option)
    {
        if (error is not null)
        {
            throw new ArgumentException($"{option} {error}.");
        }
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
}
