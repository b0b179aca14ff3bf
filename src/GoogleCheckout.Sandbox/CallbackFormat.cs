namespace GoogleCheckout.Sandbox;

/// <summary>The format of the notifications that the sandbox posts to the merchant.</summary>
public enum CallbackFormat
{
    /// <summary>The notification as an XML document, with the merchant's credentials.</summary>
    Xml,

    /// <summary>The serial number only, without credentials. The merchant uses it to fetch the notification.</summary>
    SerialNumber,

    /// <summary>The notification as form fields, with the merchant's credentials. The service called this format HTML.</summary>
    NameValue,
}
