using System.Xml;
using GoogleCheckout.Notifications;

namespace GoogleCheckout.Xml;

/// <summary>Notifications one at a time out of a document of any length.</summary>
internal sealed class NotificationStream(Stream document, int maxNotificationBytes) : IDisposable
{
    private readonly LimitedStream _limited = new(document, maxNotificationBytes);
    private XmlReader? _xml;

    public void Dispose() => _xml?.Dispose();

    /// <summary>The next notification; null at the end of the document.</summary>
    public Notification? ReadNext()
    {
        DocumentReader? reader = null;
        var (line, column) = (0, 0);
        try
        {
            // To make a reader is to read the beginning of the document.
            var xml = _xml ??= XmlReader.Create(_limited, DocumentReader.Settings());
            Notification? notification = null;
            while (notification is null && MoveToNotification(xml))
            {
                reader?.Dispose();
                reader = new DocumentReader(xml);
                var position = (IXmlLineInfo)xml;
                (line, column) = (position.LineNumber, position.LinePosition);
                _limited.Restart();

                // One of an unknown kind without a serial number is no notification.
                notification = Messages.Read(reader.ReadElement(keepMarkup: true)) as Notification;
                _limited.Restart();
            }

            return notification is null || notification.OriginalXml.Length <= maxNotificationBytes
                ? notification
                : throw LimitedStream.TooLong(maxNotificationBytes);
        }
        catch (XmlException e)
        {
            throw DocumentFault.NotWellFormed(e, reader?.Path ?? "/", beginsAsXml: true);
        }
        catch (XmlLimitException e)
        {
            throw DocumentFault.Limit(e, _xml, reader?.Path ?? "/");
        }
        catch (WireFaultException e)
        {
            throw DocumentFault.Unreadable($"{e.Path} {e.Message}", e.Path, line, column);
        }
        finally
        {
            reader?.Dispose();
        }
    }

    private static bool MoveToNotification(XmlReader xml)
    {
        // The reader stands on the first node it has not given yet, except at the very beginning.
        var more = xml.ReadState != ReadState.Initial || xml.Read();
        while (more && !xml.EOF)
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                DocumentReader.CheckLimits(xml);
                if (IsNotification(xml))
                {
                    return true;
                }
            }

            more = xml.Read();
        }

        return false;
    }

    private static bool IsNotification(XmlReader xml) =>
        ProtocolNamespace.Contains(xml.NamespaceURI)
        && xml.LocalName.EndsWith("-notification", StringComparison.Ordinal);
}
