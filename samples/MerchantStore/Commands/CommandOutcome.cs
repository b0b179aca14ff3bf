namespace MerchantStore.Commands;

/// <summary>The result of a command to Google Checkout.</summary>
internal enum CommandOutcome
{
    /// <summary>Recorded; the store sends it automatically.</summary>
    Waiting,

    /// <summary>Being sent. If the program ends now, the result is unknown.</summary>
    Sending,

    /// <summary>Google Checkout accepted it.</summary>
    Accepted,

    /// <summary>Google Checkout rejected it.</summary>
    Refused,

    /// <summary>It did not reach Google Checkout.</summary>
    NotSent,

    /// <summary>It may have been executed; there was no response.</summary>
    Unknown,
}
