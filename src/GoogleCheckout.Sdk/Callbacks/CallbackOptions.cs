using GoogleCheckout.Calculations;

namespace GoogleCheckout.Callbacks;

/// <summary>How callbacks are received. Set them with <c>services.Configure&lt;CallbackOptions&gt;(...)</c>; they are for all merchants of a program.</summary>
public sealed class CallbackOptions
{
    /// <summary>Whether a request that did not come over HTTPS is refused with status 403.</summary>
    /// <value>Null unless set: it is, where a merchant's environment is <see cref="CheckoutEnvironment.Production"/>.</value>
    public bool? RequireHttps { get; set; }

    /// <summary>The longest body of a request with the right credentials, in bytes. One without, which only needs to name a serial number, may have 64 KB.</summary>
    /// <value><see cref="CheckoutXml.DefaultMaxBytes"/> unless set.</value>
    public int MaxBodyBytes { get; set; } = CheckoutXml.DefaultMaxBytes;

    /// <summary>How long a body may take to arrive; then the answer is 408.</summary>
    /// <value>10 seconds unless set.</value>
    public TimeSpan BodyTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Whether a notification that does not make sense, as <see cref="Notifications.NotificationValidator"/> sees it, is
    /// refused with status 400 instead of handled. What does not make sense is logged in any case, as a warning.
    /// </summary>
    /// <value>False unless set: the service sends what is refused again, and again the same.</value>
    public bool RejectInconsistentNotifications { get; set; }

    /// <summary>How long after its arrival a calculation callback is answered at the latest. The service waits three seconds.</summary>
    /// <value>2.5 seconds unless set.</value>
    public TimeSpan CalculationTimeout { get; set; } = TimeSpan.FromSeconds(2.5);

    /// <summary>
    /// What to answer a calculation callback whose handler is not done by the deadline; null, or a null result, answers 503
    /// without a body, upon which the service goes by the prices and rates of the cart. It must answer at once.
    /// </summary>
    public Func<MerchantCalculationCallback, MerchantCalculationResults?>? CalculationTimeoutFallback { get; set; }

    /// <summary>How many notifications are fetched by serial number at a time; eight times as many wait for their turn, and beyond these the answer is 503.</summary>
    /// <value>8 unless set.</value>
    public int MaxConcurrentFetches { get; set; } = 8;

    /// <summary>How long waiting for its turn and fetching a notification may take in all; then the answer is 503.</summary>
    /// <value>20 seconds unless set.</value>
    public TimeSpan FetchTimeout { get; set; } = TimeSpan.FromSeconds(20);
}
