namespace GoogleCheckout;

/// <summary>The ids of the log events of this package, for filters and alerts.</summary>
/// <remarks>An id means one event in all packages. The page <c>docs/telemetry.md</c> describes each event with its level.</remarks>
public static class CheckoutEventIds
{
    /// <summary>A command succeeded (Information).</summary>
    public const int CommandSucceeded = 101;

    /// <summary>A query succeeded (Debug).</summary>
    public const int QuerySucceeded = 102;

    /// <summary>A call failed, with its outcome (Warning; Information if the caller canceled it).</summary>
    public const int CallFailed = 103;

    /// <summary>A query failed and is retried (Information).</summary>
    public const int QueryRetried = 104;

    /// <summary>The primary handler of the <c>HttpClient</c> was replaced, so the certificates and the proxy of the options are not used (Warning).</summary>
    public const int PrimaryHandlerReplaced = 105;

    /// <summary>A changed certificate file was read (Information).</summary>
    public const int CertificateReplaced = 106;

    /// <summary>A changed certificate file cannot be read; the previous certificate is still in use (Error).</summary>
    public const int CertificateNotReplaced = 107;

    /// <summary>Changed options are invalid; the previous options are still in use (Error).</summary>
    public const int OptionsRejected = 108;

    /// <summary><c>OnMessage</c> threw an exception; the call continues (Warning).</summary>
    public const int OnMessageFailed = 109;

    /// <summary>An option is probably wrong: a merchant id that is none, a key with white space around it, no <c>Environment</c> (Warning).</summary>
    public const int OptionDoubtful = 110;

    /// <summary>A callback was rejected, with the status and the reason (Warning).</summary>
    public const int CallbackRejected = 201;

    /// <summary>A notification was acknowledged (Debug).</summary>
    public const int NotificationAcknowledged = 202;

    /// <summary>A handler failed; the notification is not acknowledged (Error).</summary>
    public const int HandlerFailed = 203;

    /// <summary>The service disconnected, or the program stops, before the handler was done (Warning).</summary>
    public const int NotificationInterrupted = 204;

    /// <summary>A notification is inconsistent, with the element and the reason (Warning).</summary>
    public const int NotificationInconsistent = 205;

    /// <summary>A message arrived that is not a notification; it is acknowledged (Information).</summary>
    public const int NotANotification = 206;

    /// <summary>The service does not know the serial number that a post contains (Warning).</summary>
    public const int SerialNumberUnknown = 207;

    /// <summary>A notification could not be fetched by its serial number (Error).</summary>
    public const int NotificationNotFetched = 208;

    /// <summary>A calculation callback arrived, but no calculation handler is registered (Error).</summary>
    public const int NoCalculationHandler = 209;

    /// <summary>A calculation was not done within <c>CalculationTimeout</c>; the response is sent without it (Error).</summary>
    public const int CalculationTimedOut = 210;

    /// <summary>A calculation failed (Error).</summary>
    public const int CalculationFailed = 211;

    /// <summary>Calculation results have issues, so the service may use the values in the cart (Warning).</summary>
    public const int CalculationHasIssues = 212;

    /// <summary><c>CalculationTimeoutFallback</c> threw an exception (Error).</summary>
    public const int CalculationFallbackFailed = 213;

    /// <summary>A calculation callback was handled (Debug).</summary>
    public const int CalculationHandled = 214;

    /// <summary>At start: only a calculation handler is registered, so notifications would be acknowledged and lost (Warning).</summary>
    public const int OnlyCalculationHandler = 215;

    /// <summary>The host could not read the body of a callback (Warning).</summary>
    public const int BodyNotRead = 216;

    /// <summary>Changed <c>CallbackOptions</c> are invalid; the previous options are still in use (Error).</summary>
    public const int CallbackOptionsRejected = 217;

    /// <summary>No handler is registered for a kind of notification; it counts as handled. Debug from the second notification of the kind on (Information).</summary>
    public const int NoNotificationHandler = 601;
}
