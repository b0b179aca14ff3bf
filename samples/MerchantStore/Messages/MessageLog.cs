using System.Threading.Channels;
using System.Xml;
using System.Xml.Linq;

namespace MerchantStore.Messages;

/// <summary>Collects the messages that were exchanged until <see cref="MessageLogWriter"/> writes them. It never holds up a payment: if the database is too slow, messages are lost.</summary>
internal sealed class MessageLog(TimeProvider time)
{
    private const int Capacity = 1000;

    private readonly Channel<LoggedMessage> _messages = Channel.CreateBounded<LoggedMessage>(
        new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    public ChannelReader<LoggedMessage> Messages => _messages.Reader;

    /// <param name="direction">Who sent it.</param>
    /// <param name="name">The name if the document is not XML.</param>
    /// <param name="maskedXml">The document, or a remark if it is not XML. It must be masked.</param>
    /// <param name="statusCode">The HTTP status of a response; null for a request.</param>
    public void Add(MessageDirection direction, string name, string maskedXml, int? statusCode)
    {
        var root = TryParse(maskedXml);
        _messages.Writer.TryWrite(new LoggedMessage
        {
            LoggedAt = time.GetUtcNow(),
            Direction = direction,
            Name = root?.Name.LocalName ?? name,
            OrderNumber = GetOrderNumber(root),
            StatusCode = statusCode,
            Xml = root?.ToString() ?? maskedXml,
        });
    }

    // A history has those of many orders: its text is searched.
    private static string? GetOrderNumber(XElement? root)
    {
        var numbers = root?.DescendantsAndSelf()
            .Select(element => element.Attribute("google-order-number")?.Value ?? (element.Name.LocalName == "google-order-number" ? element.Value : null))
            .Where(number => number is not null).Distinct().Take(2).ToArray();
        return numbers is [var only] ? only : null;
    }

    private static XElement? TryParse(string maskedXml)
    {
        try
        {
            return XElement.Parse(maskedXml);
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
