using System.Xml;
using GoogleCheckout.Notifications;
using GoogleCheckout.Reports;
using GoogleCheckout.Xml.Reports;

namespace GoogleCheckout.Xml;

/// <summary>
/// The notifications in a list that is not well-formed. If each has a start tag and an end tag, and nothing is between them, those that can be
/// read are what the service sent. Otherwise the ends of a damaged one are not known, and what follows it may be its private data, which the
/// buyer may have written: then the notifications behind it are reported, and not returned as notifications.
/// </summary>
internal sealed class DamagedList
{
    private readonly byte[] _document;
    private readonly int _end;
    private readonly ArchiveScanner _scanner;
    private readonly MarkupBudget _budget;
    private readonly List<(string Name, Notification? Notification, UnreadableNotification? Unreadable)> _members = [];
    private int _position;
    private int _unreadableCount;
    private bool _hasKnownEnds = true;

    private DamagedList(byte[] document, int start, int end)
    {
        (_document, _position, _end) = (document, start, end);
        _budget = MarkupBudget.ForDocument(document.Length);
        _scanner = new ArchiveScanner(document.Length);
        _scanner.Add(document, end);
        _scanner.Complete();
    }

    /// <summary>The notifications that were read, in document order.</summary>
    public IEnumerable<Notification> Notifications => _members.Select(member => member.Notification).OfType<Notification>();

    /// <summary>Everything else, in document order.</summary>
    public IEnumerable<UnreadableNotification> UnreadableNotifications => _members.Select(member => member.Unreadable).OfType<UnreadableNotification>();

    /// <summary>Reads a list.</summary>
    /// <param name="document">The document in UTF-8.</param>
    /// <param name="start">Where the start tag of the list ends.</param>
    /// <param name="end">Where its end tag begins.</param>
    /// <returns>The list; null if more notifications than the limit cannot be read.</returns>
    public static DamagedList? TryRead(byte[] document, int start, int end)
    {
        var list = new DamagedList(document, start, end);
        try
        {
            list.Read();
        }
        catch (XmlLimitException)
        {
            return null;
        }

        return list._unreadableCount <= NotificationList.MaxUnreadable ? list : null;
    }

    private void Read()
    {
        using var elements = new WireDocument();
        while (_unreadableCount <= NotificationList.MaxUnreadable && _scanner.TryFind(out var fragment))
        {
            // A notification before the list was read with what surrounds the list.
            if (!fragment.IsForm && fragment.Offset >= _position)
            {
                AddGap((int)fragment.Offset);
                _position = (int)fragment.Offset + Add(fragment, elements);
            }
        }

        AddGap(_end);
        if (!_hasKnownEnds)
        {
            ReportAllAfterDamage();
        }
    }

    /// <summary>Adds a notification, and returns the length that it has in the list.</summary>
    private int Add(ArchiveFragment fragment, WireDocument elements)
    {
        var name = fragment.Name.Substring(fragment.Name.IndexOf(':') + 1);
        var xml = CreateDocument(fragment);
        try
        {
            if (DocumentParser.Parse(xml, DocumentOrigin.None, elements) is Notification notification)
            {
                _members.Add((name, notification, null));
            }
        }
        catch (CheckoutXmlException e)
        {
            _hasKnownEnds &= fragment is { End: ArchiveFragmentEnd.EndTag, InnerStart: < 0 };
            if (fragment.InnerStart >= 0)
            {
                fragment = _scanner.ContinueInside(fragment);
                xml = CreateDocument(fragment);
            }

            var (serialNumber, orderNumber) = FindIdentifiers(xml);
            AddUnreadable(name, serialNumber, orderNumber, e, xml);
        }

        return fragment.Xml.Length;
    }

    private byte[] CreateDocument(ArchiveFragment fragment) => ArchiveDocument.Create(fragment, fragment.Xml.ToArray(), encoding: null, _scanner.Namespaces, _budget).Xml;

    // Between two notifications there is only white space, unless the damage hides where one begins or ends.
    private void AddGap(int end)
    {
        var gap = new ReadOnlySpan<byte>(_document, _position, end - _position);
        foreach (var value in gap)
        {
            if (!XmlWhiteSpace.Contains((char)value))
            {
                _hasKnownEnds = false;
                var name = Elements.Notifications.LocalName;
                AddUnreadable(name, null, null, XmlErrors.Unreadable("it has neither the start nor the end of a notification", "/" + name, 1, 1), gap.ToArray());
                return;
            }
        }
    }

    private void AddUnreadable(string name, string? serialNumber, string? orderNumber, CheckoutXmlException error, byte[] xml)
    {
        _unreadableCount++;
        _members.Add((name, null, CreateUnreadable(_members.Count + 1, name, serialNumber, orderNumber, error, xml)));
    }

    private void ReportAllAfterDamage()
    {
        for (var index = _members.FindIndex(member => member.Notification is null) + 1; index < _members.Count; index++)
        {
            if (_members[index] is { Name: var name, Notification: { } notification })
            {
                var error = XmlErrors.Unreadable("it follows a damaged notification whose end is not known, and may be a part of it", "/" + name, 1, 1);
                _members[index] = (name, null, CreateUnreadable(index + 1, name, notification.SerialNumber, notification.GoogleOrderNumber, error, notification.OriginalXml));
            }
        }
    }

    private static UnreadableNotification CreateUnreadable(int position, string name, string? serialNumber, string? orderNumber, CheckoutXmlException error, ReadOnlyMemory<byte> xml) => new()
    {
        Position = position,
        RootName = name,
        SerialNumber = serialNumber,
        GoogleOrderNumber = orderNumber,
        Error = error,
        RawXml = xml,
    };

    /// <summary>Finds the numbers of a notification that are before the damage.</summary>
    private static (string? SerialNumber, string? OrderNumber) FindIdentifiers(byte[] xml)
    {
        (string? SerialNumber, string? OrderNumber) found = (null, null);
        try
        {
            // Bytes that are not UTF-8 would end the reader before it comes to what precedes them.
            using var reader = XmlInput.Open(DocumentEncoding.Utf8.GetBytes(System.Text.Encoding.UTF8.GetString(xml)));
            while (found.OrderNumber is null && reader.Read())
            {
                if (reader is { NodeType: XmlNodeType.Element, Depth: 0 })
                {
                    found.SerialNumber = GetValid(reader.GetAttribute(Attributes.SerialNumber.LocalName));
                }
                else if (reader is { NodeType: XmlNodeType.Element, Depth: 1 } && reader.LocalName == Elements.GoogleOrderNumber.LocalName)
                {
                    found.OrderNumber = GetValid(reader.ReadElementContentAsString().Trim());
                }
            }
        }
        catch (Exception e) when (e is XmlException or XmlLimitException)
        {
            return found;
        }

        return found;
    }

    private static string? GetValid(string? identifier) => identifier is { Length: > 0 } && Identifier.FindDefect(identifier) is null ? identifier : null;
}
