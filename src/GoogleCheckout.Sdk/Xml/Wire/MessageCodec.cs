using System.Text;
using System.Xml.Linq;

namespace GoogleCheckout.Xml;

/// <summary>A root element, its record and the two directions of its codec.</summary>
internal sealed record MessageCodec(XName Name, Type Type, Func<WireElement, CheckoutMessage> Read, Action<WireWriter, XName, CheckoutMessage> Write)
{
    public static MessageCodec For<T>(XName name, Func<WireElement, T> read, Action<WireWriter, XName, T> write)
        where T : CheckoutMessage =>
        new(name, typeof(T), read, (writer, element, message) => write(writer, element, (T)message));

    /// <summary>Returns a reader that also keeps the XML of an element inside a list as the message's original XML.</summary>
    public static Func<WireElement, T> KeepXml<T>(Func<WireElement, T> read)
        where T : CheckoutMessage =>
        element => KeepXml(element, read(element));

    /// <summary>Keeps the element's own text, which only an element inside a list has, as the message's original XML.</summary>
    public static T KeepXml<T>(WireElement element, T message)
        where T : CheckoutMessage
    {
        if (element.Markup is { } markup)
        {
            message.OriginalXml = Encoding.UTF8.GetBytes(markup);
        }

        return message;
    }

    /// <summary>Returns the exception for a message that the protocol does not have.</summary>
    public static ArgumentException CannotWrite(CheckoutMessage message) =>
        new($"{message.GetType().Name} cannot be written, because the protocol does not have it. Its XML is in OriginalXml.", nameof(message));
}
