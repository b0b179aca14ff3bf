using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace GoogleCheckout.Sandbox.Faults;

/// <summary>The edit of each quirk. This class contains those that change the whole document or its numbers.</summary>
internal static class QuirkEdits
{
    private const string Page = "<html><head><title>Google Checkout</title></head><body><p>This is no document.<br></body></html>";

    /// <exception cref="ArgumentOutOfRangeException">The value is not a defined <see cref="Quirk"/>.</exception>
    public static Func<EditedDocument, EditedDocument> Get(Quirk quirk) => quirk switch
    {
        Quirk.ByteOrderMark => document => document with { HasByteOrderMark = true },
        Quirk.HtmlBody => document => document with { Page = Page },
        Quirk.ReceiptInstead => document => document with { Root = WireXml.New("request-received", document.Root.Attributes("serial-number")) },
        _ => ApplyToRoot(GetRootEdit(quirk)),
    };

    private static Action<XElement> GetRootEdit(Quirk quirk) => quirk switch
    {
        Quirk.EmptyRoot => root => root.RemoveAll(),
        Quirk.UnknownKind => root => root.Name = WireXml.Namespace + "some-new-notification",
        Quirk.NamespaceDeclaredAgain => DeclareNamespaceAgain,
        Quirk.ReversedElements => Reverse,
        Quirk.NoSerialNumber => root => root.Attributes("serial-number").Remove(),
        Quirk.OddSerialNumber => root => EditSerialNumber(root, ToOddGuid),
        Quirk.NumericSerialNumber => root => EditSerialNumber(root, ToDigits),
        Quirk.LongOrderNumber => root => EditOrderNumber(root, number => number.PadRight(16, '7')),
        Quirk.ShortOrderNumber => root => EditOrderNumber(root, number => number[..Math.Min(10, number.Length)]),
        Quirk.OrderNumberTwice => RepeatOrderNumber,
        _ => ValueQuirks.Find(quirk) ?? OrderQuirks.Find(quirk) ?? throw new ArgumentOutOfRangeException(nameof(quirk), quirk, "The value is not a defined Quirk."),
    };

    private static Func<EditedDocument, EditedDocument> ApplyToRoot(Action<XElement> edit) => document =>
    {
        edit(document.Root);
        return document;
    };

    private static void DeclareNamespaceAgain(XElement root)
    {
        foreach (var element in root.Descendants().Where(element => element.HasElements))
        {
            element.SetAttributeValue("xmlns", element.Name.NamespaceName);
        }
    }

    private static void Reverse(XElement parent)
    {
        var children = parent.Elements().ToList();
        if (children.Count > 0)
        {
            children.ForEach(Reverse);
            parent.ReplaceNodes(Enumerable.Reverse(children));
        }
    }

    private static void EditSerialNumber(XElement root, Func<string, string> edit)
    {
        if (root.Attribute("serial-number") is { } serialNumber)
        {
            serialNumber.Value = edit(serialNumber.Value);
        }
    }

    private static string ToOddGuid(string serialNumber) => $"{new Guid(Hash(serialNumber)[..16])}0";

    private static string ToDigits(string serialNumber) => BitConverter.ToUInt64(Hash(serialNumber)).ToString(CultureInfo.InvariantCulture);

    // Unique for each serial number, and the same each time.
    private static byte[] Hash(string serialNumber) => SHA256.HashData(Encoding.UTF8.GetBytes(serialNumber));

    private static void EditOrderNumber(XElement root, Func<string, string> edit)
    {
        foreach (var number in WireXml.All(root, "google-order-number"))
        {
            number.Value = edit(number.Value);
        }
    }

    private static void RepeatOrderNumber(XElement root)
    {
        foreach (var number in WireXml.Direct(root, "google-order-number").ToList())
        {
            number.AddAfterSelf(new XElement(number));
        }
    }
}
