namespace GoogleCheckout.Sandbox;

/// <summary>What the body of a notification's POST to the merchant holds.</summary>
public enum CallbackFormat
{
    /// <summary>The notification as an XML document, with the merchant's credentials.</summary>
    Xml,

    /// <summary>The serial number only, without credentials; the merchant fetches the notification with it.</summary>
    SerialNumber,

    /// <summary>The notification as the fields of a form, which the service called HTML, with the merchant's credentials.</summary>
    NameValue,
}
