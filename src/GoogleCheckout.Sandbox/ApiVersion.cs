namespace GoogleCheckout.Sandbox;

/// <summary>The version of the API that a merchant has chosen for his account. It decides what he is told, and how.</summary>
public enum ApiVersion
{
    /// <summary>
    /// Every notification has the order's summary, and receipts what the command brought about; an acknowledgment has to name
    /// the serial number.
    /// </summary>
    Version25,

    /// <summary>
    /// Notifications have no order summary and receipts carry nothing; the first authorization is told where the cart asked
    /// for it; status 200 acknowledges whatever the answer says.
    /// </summary>
    Version20,

    /// <summary>As <see cref="Version20"/>: nothing is known of what differed.</summary>
    Version22,
}
