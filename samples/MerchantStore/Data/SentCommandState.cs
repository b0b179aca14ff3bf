namespace MerchantStore.Data;

/// <summary>The state of a command to Google Checkout.</summary>
internal enum SentCommandState
{
    /// <summary>In the outbox, which executes it once.</summary>
    Waiting,

    /// <summary>Being sent without the outbox. If the program ends now, the outcome is unknown.</summary>
    Sending,

    /// <summary>Google Checkout executed it.</summary>
    Accepted,

    /// <summary>Google Checkout rejected it, or the order does not allow it.</summary>
    Refused,

    /// <summary>It did not reach Google Checkout.</summary>
    NotSent,

    /// <summary>It may have been executed; there was no response.</summary>
    Unknown,
}
