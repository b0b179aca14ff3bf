using System.Text;
using System.Xml;
using GoogleCheckout.Xml;

namespace GoogleCheckout;

/// <content>Masking of documents.</content>
public static partial class CheckoutXml
{
    /// <summary>
    /// Returns a document without secrets and the buyer's data, for an error report. Their elements contain <c>***</c> instead, as in
    /// <see cref="MessageLogEntry.Xml"/>, and so do elements and attributes that the protocol does not have, and private data.
    /// </summary>
    /// <param name="xml">A document of at most <see cref="DefaultMaxBytes"/>.</param>
    /// <returns>The document with line breaks and indents, without an XML declaration and comments.</returns>
    /// <exception cref="CheckoutXmlException">The document is not well-formed, or exceeds a limit of the reader.</exception>
    public static string Mask(ReadOnlyMemory<byte> xml)
    {
        if (xml.Length > DefaultMaxBytes)
        {
            throw XmlErrors.Unreadable(XmlLimitException.TooLong(DefaultMaxBytes).Message, null, 0, 0);
        }

        var document = xml.ToArray();
        try
        {
            return Redaction.MaskXml(document);
        }
        catch (Exception e) when (e is XmlException or DecoderFallbackException)
        {
            throw XmlErrors.NotWellFormed(e, "/", DocumentExcerpt.Whole(document, DocumentOrigin.None));
        }
        catch (XmlLimitException e)
        {
            throw XmlErrors.LimitExceeded(e, null, "/", DocumentOrigin.None);
        }
    }
}
