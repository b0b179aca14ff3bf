using System.Xml.Linq;
using GoogleCheckout.Carts;

namespace GoogleCheckout.Xml.Carts;

/// <summary>Reads and writes the nine kinds of buyer message, which differ by element name.</summary>
internal static class BuyerMessageXml
{
    private const int MaxNameLength = 100;
    private const int MaxCharsLimit = 1000;
    private const int MaxLineLengthLimit = 50;
    private const int MaxLinesLimit = 20;

    /// <summary>Reads a buyer message; returns null if the element is not a buyer message.</summary>
    public static BuyerMessage? Read(WireElement element) => OfKind(element.Name, element.Value) switch
    {
        AddressedBuyerMessage addressed => addressed with
        {
            From = element.OptionalAttribute(Attributes.From),
            To = element.OptionalAttribute(Attributes.To),
            MaxChars = element.OptionalInt32Attribute(Attributes.MaxChars),
            MaxLineLength = element.OptionalInt32Attribute(Attributes.MaxLineLength),
            MaxLines = element.OptionalInt32Attribute(Attributes.MaxLines),
        },
        BoundedBuyerMessage bounded => bounded with
        {
            MaxChars = element.OptionalInt32Attribute(Attributes.MaxChars),
            MaxLineLength = element.OptionalInt32Attribute(Attributes.MaxLineLength),
            MaxLines = element.OptionalInt32Attribute(Attributes.MaxLines),
        },
        var other => other,
    };

    public static void Write(WireWriter writer, BuyerMessage message)
    {
        writer.Start(NameOf(message));
        if (message is AddressedBuyerMessage addressed)
        {
            writer.LimitedAttribute(Attributes.From, addressed.From, 0, MaxNameLength);
            writer.LimitedAttribute(Attributes.To, addressed.To, 0, MaxNameLength);
        }

        if (message is BoundedBuyerMessage bounded)
        {
            writer.LimitedAttribute(Attributes.MaxChars, bounded.MaxChars, 1, MaxCharsLimit);
            writer.LimitedAttribute(Attributes.MaxLineLength, bounded.MaxLineLength, 1, MaxLineLengthLimit);
            writer.LimitedAttribute(Attributes.MaxLines, bounded.MaxLines, 1, MaxLinesLimit);
        }

        writer.RequiredContent(message.Text);
        writer.End();
    }

    private static BuyerMessage? OfKind(XName name, string text) =>
        name == Elements.GiftMessage ? new GiftMessage { Text = text }
        : name == Elements.InHonorOfMessage ? new InHonorOfMessage { Text = text }
        : name == Elements.InTributeOfMessage ? new InTributeOfMessage { Text = text }
        : name == Elements.InMemoryOfMessage ? new InMemoryOfMessage { Text = text }
        : name == Elements.DeliveryInstructions ? new DeliveryInstructions { Text = text }
        : name == Elements.SpecialInstructions ? new SpecialInstructions { Text = text }
        : name == Elements.SpecialRequests ? new SpecialRequests { Text = text }
        : name == Elements.BuyerNote ? new BuyerNote { Text = text }
        : name == Elements.IncludeGiftReceipt ? new IncludeGiftReceipt { Text = text }
        : null;

    public static XName NameOf(BuyerMessage message) => message switch
    {
        GiftMessage => Elements.GiftMessage,
        InHonorOfMessage => Elements.InHonorOfMessage,
        InTributeOfMessage => Elements.InTributeOfMessage,
        InMemoryOfMessage => Elements.InMemoryOfMessage,
        DeliveryInstructions => Elements.DeliveryInstructions,
        SpecialInstructions => Elements.SpecialInstructions,
        SpecialRequests => Elements.SpecialRequests,
        BuyerNote => Elements.BuyerNote,
        _ => Elements.IncludeGiftReceipt,
    };
}
