namespace GoogleCheckout.Xml;

/// <summary>The tags that matter for finding notifications.</summary>
internal enum ArchiveTag
{
    /// <summary>The bytes end inside a tag, or before the next one.</summary>
    MoreBytesNeeded,

    /// <summary>Another tag, a comment or a CDATA section.</summary>
    Other,

    /// <summary>An XML declaration.</summary>
    Declaration,

    /// <summary>The start tag of a notification.</summary>
    Notification,

    /// <summary>The end tag of a notification.</summary>
    NotificationEnd,

    /// <summary>The start tag of private data.</summary>
    PrivateData,

    /// <summary>The end tag of private data.</summary>
    PrivateDataEnd,
}
