using System.Xml;
using GoogleCheckout.Notifications;

namespace GoogleCheckout.Xml;

/// <summary>Notifications one at a time out of a document of any length.</summary>
internal sealed class NotificationStream : IDisposable
{
    private readonly LimitedStream _limited;
    private readonly XmlReader _xml;

    public NotificationStream(Stream document, int maxNotificationBytes)
    {
        _limited = new LimitedStream(document, maxNotificationBytes);
        _xml = XmlReader.Create(_limited, DocumentReader.Settings());
    }

    public void Dispose() => _xml.Dispose();

    /// <summary>The next notification; null at the end of the document.</summary>
    public Notification? ReadNext()
    {
        using var reader = new DocumentReader(_xml);
        var (line, column) = (0, 0);
        try
        {
            Notification? notification = null;
            while (notification is null && MoveToNotification())
            {
                var position = (IXmlLineInfo)_xml;
                (line, column) = (position.LineNumber, position.LinePosition);

                // One of an unknown kind without a serial number is no notification.
                notification = Messages.Read(reader.ReadElement(keepMarkup: true)) as Notification;
                _limited.Restart();
            }

            return notification;
        }
        catch (XmlException e)
        {
            throw DocumentFault.NotWellFormed(e, reader.Path, beginsAsXml: true);
        }
        catch (XmlLimitException e)
        {
            throw DocumentFault.Limit(e, _xml, reader.Path);
        }
        catch (WireFaultException e)
        {
            throw DocumentFault.Unreadable($"{e.Path} {e.Message}", e.Path, line, column);
        }
    }

    private bool MoveToNotification()
    {
        // The reader stands on the first node it has not given yet, except at the very beginning.
        var more = _xml.ReadState != ReadState.Initial || _xml.Read();
        while (more && !_xml.EOF)
        {
            if (_xml.NodeType == XmlNodeType.Element)
            {
                DocumentReader.CheckLimits(_xml);
                if (IsNotification())
                {
                    return true;
                }
            }

            more = _xml.Read();
        }

        return false;
    }

    private bool IsNotification() =>
        WireNameTable.IsProtocolNamespace(_xml.NamespaceURI)
        && _xml.LocalName.EndsWith("-notification", StringComparison.Ordinal);
}
