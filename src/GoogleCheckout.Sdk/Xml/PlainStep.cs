namespace GoogleCheckout.Xml;

/// <summary>The result of <see cref="PlainNotifications.TryRead"/>.</summary>
internal enum PlainStep
{
    /// <summary>More bytes, or the end of the document, must be added first.</summary>
    MoreBytesNeeded,

    /// <summary>A notification.</summary>
    Notification,

    /// <summary>The end of the document.</summary>
    End,

    /// <summary>Something that an XML reader must read.</summary>
    Declined,
}
