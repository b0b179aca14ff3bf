using System.Xml;
using GoogleCheckout.Notifications;

namespace GoogleCheckout.Xml;

/// <summary>Reads notifications one at a time from a document of any length.</summary>
internal sealed class NotificationStream(Stream document, int maxNotificationBytes, CancellationToken cancellationToken = default) : IDisposable
{
    private readonly LimitedStream _limited = new(document, maxNotificationBytes, cancellationToken);
    private XmlReader? _xml;
    private DocumentReader? _reader;
    private int _line;
    private int _column;

    public void Dispose() => _xml?.Dispose();

    /// <summary>Reads the next notification. Returns null at the end of the document.</summary>
    public Notification? ReadNext()
    {
        try
        {
            // Creating a reader reads the beginning of the document and can throw.
            var xml = _xml ??= XmlReader.Create(_limited, DocumentReader.CreateSettings());
            while (MoveToNotification(xml))
            {
                if (ToNotification(StartElement(xml).ReadElement(keepMarkup: true)) is { } notification)
                {
                    return notification;
                }
            }

            return null;
        }
        catch (Exception e) when (GetError(e) is { } error)
        {
            throw error;
        }
        finally
        {
            EndElement();
        }
    }

    /// <summary>Reads the next notification without a blocking read. A document must be read with only one of the two methods.</summary>
    public async Task<Notification?> ReadNextAsync()
    {
        try
        {
            var xml = _xml ??= XmlReader.Create(_limited, DocumentReader.CreateSettings(isAsync: true));
            while (await MoveToNotificationAsync(xml).ConfigureAwait(false))
            {
                if (ToNotification(await StartElement(xml).ReadElementAsync(keepMarkup: true).ConfigureAwait(false)) is { } notification)
                {
                    return notification;
                }
            }

            return null;
        }
        catch (Exception e) when (GetError(e) is { } error)
        {
            throw error;
        }
        finally
        {
            EndElement();
        }
    }

    private DocumentReader StartElement(XmlReader xml)
    {
        EndElement();
        _reader = new DocumentReader(xml);
        var position = (IXmlLineInfo)xml;
        (_line, _column) = (position.LineNumber, position.LinePosition);
        _limited.Restart();
        return _reader;
    }

    private void EndElement()
    {
        _reader?.Dispose();
        _reader = null;
    }

    // An element of an unknown kind without a serial number is not a notification.
    private Notification? ToNotification(WireElement element)
    {
        var notification = MessageCodecs.Read(element) as Notification;
        _limited.Restart();
        return notification is null || notification.OriginalXml.Length <= maxNotificationBytes
            ? notification
            : throw LimitedStream.TooLong(maxNotificationBytes);
    }

    private CheckoutXmlException? GetError(Exception e) => e switch
    {
        XmlException xml => XmlErrors.NotWellFormed(xml, _reader?.Path ?? "/", beginsAsXml: true),
        XmlLimitException limit => XmlErrors.LimitExceeded(limit, _xml, _reader?.Path ?? "/"),
        WireFormatException wire => XmlErrors.Unreadable($"{wire.Path} {wire.Message}", wire.Path, _line, _column),
        _ => null,
    };

    private static bool MoveToNotification(XmlReader xml)
    {
        // The reader is on the first node that is not processed yet, except before the first read.
        var more = xml.ReadState != ReadState.Initial || xml.Read();
        while (more && !xml.EOF)
        {
            if (IsAtNotification(xml))
            {
                return true;
            }

            more = xml.Read();
        }

        return false;
    }

    private static async Task<bool> MoveToNotificationAsync(XmlReader xml)
    {
        var more = xml.ReadState != ReadState.Initial || await xml.ReadAsync().ConfigureAwait(false);
        while (more && !xml.EOF)
        {
            if (IsAtNotification(xml))
            {
                return true;
            }

            more = await xml.ReadAsync().ConfigureAwait(false);
        }

        return false;
    }

    private static bool IsAtNotification(XmlReader xml)
    {
        if (xml.NodeType != XmlNodeType.Element)
        {
            return false;
        }

        ElementLimits.Check(xml);
        return IsNotification(xml);
    }

    private static bool IsNotification(XmlReader xml) =>
        ProtocolNamespace.Contains(xml.NamespaceURI)
        && xml.LocalName.EndsWith("-notification", StringComparison.Ordinal);
}
