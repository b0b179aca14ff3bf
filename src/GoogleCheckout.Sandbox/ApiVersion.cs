namespace GoogleCheckout.Sandbox;

/// <summary>The version of the API that the merchant has chosen for the account. It determines the content of notifications and responses.</summary>
public enum ApiVersion
{
    /// <summary>
    /// Every notification contains the order's summary. The response to a command contains the notification that the command caused.
    /// An acknowledgment must contain the serial number.
    /// </summary>
    Version25,

    /// <summary>
    /// Notifications contain no order summary, and responses to commands contain no notification. The first authorization is reported
    /// only if the cart requests it. Status 200 acknowledges a notification, with any body.
    /// </summary>
    Version20,

    /// <summary>The same as <see cref="Version20"/>: the differences are not known.</summary>
    Version22,
}
