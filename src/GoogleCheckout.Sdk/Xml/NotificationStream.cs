using System.Text;
using System.Xml;
using GoogleCheckout.Notifications;

namespace GoogleCheckout.Xml;

/// <summary>Reads notifications one at a time from a document of any length, or from several documents one after the other.</summary>
internal sealed class NotificationStream : IDisposable
{
    private readonly Stream _source;
    private readonly MarkupBudget _budget;
    private readonly int _maxNotificationBytes;
    private readonly CancellationToken _cancellationToken;
    private PlainNotifications? _plain;
    private DocumentStream _documents;
    private LimitedStream _limited;
    private XmlReader? _xml;
    private DocumentReader? _reader;
    private bool _isAfterRoot;
    private int _line;
    private int _column;

    /// <param name="documents">The documents.</param>
    /// <param name="maxNotificationBytes">The maximum length of a notification.</param>
    /// <param name="tryPlain">Whether documents in the plain form are read without an XML reader. The result is the same.</param>
    /// <param name="cancellationToken">Cancels reading without blocking.</param>
    public NotificationStream(Stream documents, int maxNotificationBytes, bool tryPlain = true, CancellationToken cancellationToken = default)
    {
        _source = documents;
        _plain = tryPlain ? new PlainNotifications(maxNotificationBytes) : null;
        _documents = new DocumentStream(documents);
        _budget = new MarkupBudget(maxNotificationBytes);
        _limited = new LimitedStream(_documents, maxNotificationBytes, _budget, cancellationToken);
        _maxNotificationBytes = maxNotificationBytes;
        _cancellationToken = cancellationToken;
    }

    public void Dispose()
    {
        _xml?.Dispose();
        _plain?.Dispose();
        _documents.Dispose();
    }

    /// <summary>Reads the next notification. Returns null at the end of the last document.</summary>
    public Notification? ReadNext()
    {
        while (_plain is { } plain)
        {
            if (IsPlainResult(plain, out var notification))
            {
                return notification;
            }

            if (_plain is not null)
            {
                var room = plain.GetRoom();
                plain.Add(_source.Read(room.Array!, room.Offset, room.Count));
            }
        }

        while (true)
        {
            try
            {
                var xml = _xml ??= XmlInput.Open(_limited, _documents.StartDocument(), isAsync: false);
                while (MoveToNotification(xml))
                {
                    if (ToNotification(StartElement(xml).ReadElement(keepMarkup: true)) is { } notification)
                    {
                        return notification;
                    }
                }

                return null;
            }
            catch (Exception e)
            {
                if (TryStartNextDocument(e))
                {
                    continue;
                }

                if (GetError(e) is { } error)
                {
                    throw error;
                }

                throw;
            }
            finally
            {
                EndElement();
            }
        }
    }

    /// <summary>Reads the next notification without a blocking read. A document must be read with only one of the two methods.</summary>
    public async Task<Notification?> ReadNextAsync()
    {
        while (_plain is { } plain)
        {
            if (IsPlainResult(plain, out var notification))
            {
                return notification;
            }

            if (_plain is not null)
            {
                var room = plain.GetRoom();
                plain.Add(await _source.ReadAsync(room.AsMemory(), _cancellationToken).ConfigureAwait(false));
            }
        }

        while (true)
        {
            try
            {
                var xml = _xml ??= XmlInput.Open(_limited, await _documents.StartDocumentAsync(_cancellationToken).ConfigureAwait(false), isAsync: true);
                while (await MoveToNotificationAsync(xml).ConfigureAwait(false))
                {
                    if (ToNotification(await StartElement(xml).ReadElementAsync(keepMarkup: true).ConfigureAwait(false)) is { } notification)
                    {
                        return notification;
                    }
                }

                return null;
            }
            catch (Exception e)
            {
                if (TryStartNextDocument(e))
                {
                    continue;
                }

                if (GetError(e) is { } error)
                {
                    throw error;
                }

                throw;
            }
            finally
            {
                EndElement();
            }
        }
    }

    // A notification, or null at the end of the document. If the rest is not plain, an XML reader continues with it.
    private bool IsPlainResult(PlainNotifications plain, out Notification? notification)
    {
        var step = plain.TryRead(out notification);
        if (step == PlainStep.Declined)
        {
            _documents.Dispose();
            _documents = plain.CreateRest(_source);
            _limited = new LimitedStream(_documents, _maxNotificationBytes, _budget, _cancellationToken);
            plain.Dispose();
            _plain = null;
        }

        return step is PlainStep.Notification or PlainStep.End;
    }

    private DocumentReader StartElement(XmlReader xml)
    {
        EndElement();
        _reader = new DocumentReader(xml, _budget);
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
        _isAfterRoot = _xml!.Depth == 0;
        var notification = MessageCodecs.Read(element) as Notification;
        _limited.Restart();
        return notification is null || notification.OriginalXml.Length <= _maxNotificationBytes
            ? notification
            : throw XmlLimitException.TooLong(_maxNotificationBytes);
    }

    // An XML reader stops at the second document of a stream, because it reads one.
    private bool TryStartNextDocument(Exception e)
    {
        if (!_isAfterRoot || e is not XmlException stopped || !_documents.TryMoveToNextDocument((stopped.LineNumber, stopped.LinePosition)))
        {
            return false;
        }

        _xml?.Dispose();
        _xml = null;
        _isAfterRoot = false;
        _limited.Restart();
        return true;
    }

    private CheckoutXmlException? GetError(Exception e)
    {
        var path = _reader?.Path ?? "/";
        switch (e)
        {
            case XmlException or DecoderFallbackException:
                return XmlErrors.NotWellFormed(e, path, _documents.GetExcerpt(_isAfterRoot));
            case XmlLimitException limit:
                return XmlErrors.LimitExceeded(limit, _xml, path, _documents.Origin);
            case WireFormatException wire:
                var (line, column) = _documents.Origin.ToOuter((_line, _column));
                return XmlErrors.Unreadable($"{wire.Path} {wire.Message}", wire.Path, line, column);
            default:
                return null;
        }
    }

    private bool MoveToNotification(XmlReader xml)
    {
        while (xml.Read())
        {
            if (IsAtNotification(xml))
            {
                return true;
            }
        }

        return false;
    }

    private async Task<bool> MoveToNotificationAsync(XmlReader xml)
    {
        while (await xml.ReadAsync().ConfigureAwait(false))
        {
            if (IsAtNotification(xml))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsAtNotification(XmlReader xml)
    {
        if (xml.NodeType != XmlNodeType.Element)
        {
            _isAfterRoot |= xml.NodeType == XmlNodeType.EndElement && xml.Depth == 0;
            return false;
        }

        ElementLimits.Check(xml);
        _isAfterRoot |= xml.Depth == 0 && xml.IsEmptyElement;
        return ProtocolNamespace.Contains(xml.NamespaceURI) && xml.LocalName.EndsWith("-notification", StringComparison.Ordinal);
    }
}
