using System.Text;
using GoogleCheckout.Notifications;
using GoogleCheckout.Reports;
using GoogleCheckout.Xml.Notifications;

namespace GoogleCheckout.Xml.Reports;

/// <summary>The notifications of a history or polling response, and those that cannot be read: one of these must not hide the others.</summary>
internal sealed class NotificationList
{
    // The reader looks at an unreadable notification again to find the line. A response with more is rejected, so that it does not take minutes.
    public const int MaxUnreadable = 1000;

    private readonly List<Notification> _notifications = [];
    private readonly List<UnreadableNotification> _unreadable = [];

    /// <param name="elements">The elements of the list. Those that are no notifications are ignored.</param>
    /// <exception cref="WireFormatException">More notifications than the limit cannot be read.</exception>
    public NotificationList(IEnumerable<WireElement> elements)
    {
        var position = 0;
        foreach (var element in elements.Where(element => element.NameInDocument.LocalName.EndsWith("-notification", StringComparison.Ordinal)))
        {
            Add(element, ++position);
        }
    }

    /// <summary>The notifications that were read, in document order.</summary>
    public IReadOnlyList<Notification> Notifications => _notifications.AsReadOnly();

    /// <summary>Those that cannot be read, in document order.</summary>
    public IReadOnlyList<UnreadableNotification> UnreadableNotifications => _unreadable.AsReadOnly();

    private void Add(WireElement element, int position)
    {
        try
        {
            if (NotificationCodecs.Read(element) is { } notification)
            {
                _notifications.Add(notification);
            }
        }
        catch (WireFormatException e) when (_unreadable.Count < MaxUnreadable && element.Markup is not null)
        {
            _unreadable.Add(ToUnreadable(element, position, e));
        }
    }

    private static UnreadableNotification ToUnreadable(WireElement element, int position, WireFormatException cause)
    {
        var xml = Encoding.UTF8.GetBytes(element.Markup!);
        return new UnreadableNotification
        {
            Position = position,
            RootName = element.NameInDocument.LocalName,
            SerialNumber = element.IdentifierAttributeIfValid(Attributes.SerialNumber),
            GoogleOrderNumber = element.IdentifierIfValid(Elements.GoogleOrderNumber),
            Error = XmlErrors.InvalidListMember(cause, element, xml),
            RawXml = xml,
        };
    }
}
