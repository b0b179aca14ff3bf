namespace GoogleCheckout.Cli.Callbacks;

/// <summary>The form in which a notification is sent.</summary>
internal enum CallbackBodyFormat
{
    /// <summary>The XML document.</summary>
    Xml,

    /// <summary>Form fields with the content of the notification.</summary>
    NameValue,

    /// <summary>The serial number only. The site fetches the notification from its gateway.</summary>
    SerialNumber,
}
