namespace GoogleCheckout.Notifications;

/// <summary>A notification of a kind that the protocol does not define. Its XML is in <see cref="CheckoutMessage.OriginalXml"/>.</summary>
public sealed record UnknownNotification : Notification
{
    /// <summary>The local name of the root element. Wire value: the element's name.</summary>
    public required string RootName { get; init; }
}
