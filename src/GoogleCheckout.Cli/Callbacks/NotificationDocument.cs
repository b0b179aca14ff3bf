using System.Xml;
using System.Xml.Linq;
using GoogleCheckout.Cli.Commands;
using GoogleCheckout.Notifications;
using GoogleCheckout.Sandbox.Callbacks;

namespace GoogleCheckout.Cli.Callbacks;

/// <summary>A notification as it is sent.</summary>
internal sealed record NotificationDocument(XElement Root, ReadOnlyMemory<byte> Xml, string SerialNumber)
{
    /// <summary>Reads a file or the standard input. Its bytes are sent as they are.</summary>
    /// <exception cref="InvalidInputException">The file cannot be read, or is not a notification.</exception>
    public static async Task<NotificationDocument> ReadAsync(string file, ToolConsole console, CancellationToken cancellationToken)
    {
        var content = await InputFile.ReadAsync(file, console, cancellationToken).ConfigureAwait(false);
        try
        {
            return CheckoutXml.Parse(content) is Notification notification
                ? new NotificationDocument(XElement.Load(new MemoryStream(content, writable: false)), content, notification.SerialNumber)
                : throw new InvalidInputException($"{InputFile.Quote(file)} is not a notification.");
        }
        catch (CheckoutXmlException e)
        {
            throw new InvalidInputException($"{InputFile.Quote(file)}: {e.Message}", e);
        }
        catch (XmlException e)
        {
            throw new InvalidInputException(FormattableString.Invariant($"{InputFile.Quote(file)} is not well-formed XML (line {e.LineNumber}, position {e.LinePosition})."), e);
        }
    }

    /// <summary>Creates the document of an edited notification.</summary>
    public static NotificationDocument Create(XElement root)
    {
        using var content = new MemoryStream();
        root.Save(content);
        return new NotificationDocument(root, content.ToArray(), (string?)root.Attribute("serial-number") ?? string.Empty);
    }

    /// <summary>Returns the body of a request.</summary>
    public HttpContent ToContent(CallbackBodyFormat format)
    {
        switch (format)
        {
            case CallbackBodyFormat.SerialNumber:
                return new FormUrlEncodedContent([KeyValuePair.Create("serial-number", SerialNumber)]);
            case CallbackBodyFormat.NameValue:
                return new FormUrlEncodedContent(NameValueForm.GetFields(Root));
            default:
                var content = new ReadOnlyMemoryContent(Xml);
                content.Headers.TryAddWithoutValidation("Content-Type", "application/xml; charset=UTF-8");
                return content;
        }
    }
}
