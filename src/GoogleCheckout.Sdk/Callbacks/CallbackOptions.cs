using GoogleCheckout.Calculations;
using GoogleCheckout.Configuration;

namespace GoogleCheckout.Callbacks;

/// <summary>
/// The options for receiving callbacks, for all merchants. Set them in the configuration section <c>GoogleCheckout:Callbacks</c>, or
/// with <c>services.Configure&lt;CallbackOptions&gt;(...)</c>, which takes precedence. They are read for each request, so that changes
/// apply at run time.
/// </summary>
public sealed class CallbackOptions
{
    /// <summary>Whether a request that is not HTTPS is rejected with status 403.</summary>
    /// <value>Null by default: HTTPS is required if any registered merchant uses <see cref="CheckoutEnvironment.Production"/>.</value>
    public bool? RequireHttps { get; set; }

    /// <summary>
    /// The maximum length of the body of an authenticated request, in bytes. A request without credentials, which only contains a
    /// serial number, may have at most 64 KB.
    /// </summary>
    /// <value><see cref="CheckoutXml.DefaultMaxBytes"/> (10 MB) by default.</value>
    public int MaxBodyBytes { get; set; } = CheckoutXml.DefaultMaxBytes;

    /// <summary>The timeout for reading the body of a request. If it expires, the response is 408.</summary>
    /// <value>10 seconds by default.</value>
    public TimeSpan BodyTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Whether an inconsistent notification is rejected with status 400 instead of handled. The issues that
    /// <see cref="Notifications.NotificationValidator"/> finds are always logged, as warnings.
    /// </summary>
    /// <value>False by default, because the service sends a rejected notification again without changes.</value>
    public bool RejectInconsistentNotifications { get; set; }

    /// <summary>The timeout for a calculation, measured from the arrival of the callback. The service waits three seconds for the response.</summary>
    /// <value>2.5 seconds by default.</value>
    public TimeSpan CalculationTimeout { get; set; } = TimeSpan.FromSeconds(2.5);

    /// <summary>
    /// Returns the results to send if a calculation is not finished when <see cref="CalculationTimeout"/> expires. If the delegate or
    /// its result is null, the response is 503 with an empty body; the service then uses the prices and rates in the cart. The
    /// delegate must return without blocking.
    /// </summary>
    /// <value>Null by default.</value>
    public Func<MerchantCalculationCallback, MerchantCalculationResults?>? CalculationTimeoutFallback { get; set; }

    /// <summary>
    /// The maximum number of notifications that are fetched by serial number at the same time. At most eight times as many posts wait;
    /// the response to further posts is 503.
    /// </summary>
    /// <value>8 by default.</value>
    public int MaxConcurrentFetches { get; set; } = 8;

    /// <summary>The timeout for waiting and fetching a notification, in total. If it expires, the response is 503.</summary>
    /// <value>20 seconds by default.</value>
    public TimeSpan FetchTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Where the options come from.</summary>
    internal OptionsOrigin<CallbackOptions> Origin { get; } = new(nameof(CallbackOptions), CallbackSettings.All);
}
