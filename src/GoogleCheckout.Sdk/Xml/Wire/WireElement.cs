using System.Xml.Linq;

namespace GoogleCheckout.Xml;

/// <summary>An element of a document, from which a codec reads. Valid until its document is disposed.</summary>
internal readonly struct WireElement(WireDocument document, int number)
{
    public XName Name => document.NodeAt(number).Name;

    /// <summary>The name in the document, even if the protocol does not have it.</summary>
    public UnknownName NameInDocument => document.NodeAt(number).UnknownName ?? new UnknownName(Name.LocalName, Name.NamespaceName);

    /// <summary>The text, without the tags of elements in it; empty if the element has no text, or contains elements of the protocol.</summary>
    public string Value => document.TextOf(number);

    /// <summary>Whether the text contains elements.</summary>
    public bool HasMarkup => document.NodeAt(number).HasMarkup;

    /// <summary>The text of a value that cannot contain elements, such as a number or a code.</summary>
    /// <exception cref="WireFormatException">The text contains elements.</exception>
    public string PlainValue => HasMarkup ? throw ContainsElements() : Value;

    /// <summary>The text of a token: a plain value without white space around it.</summary>
    /// <exception cref="WireFormatException">The text contains elements.</exception>
    public string Token => HasMarkup ? throw ContainsElements() : document.TrimmedTextOf(number);

    /// <summary>The characters of <see cref="Token"/>, for values that are not kept as text. Valid until the document is disposed.</summary>
    /// <exception cref="WireFormatException">The text contains elements.</exception>
    public ReadOnlySpan<char> TokenSpan => HasMarkup ? throw ContainsElements() : document.TokenOf(number);

    /// <summary>The characters of <see cref="Value"/> without white space around them, whether or not the text contains elements.</summary>
    public ReadOnlySpan<char> ValueSpan => document.TokenOf(number);

    /// <summary>The XML of an element in a list of messages; null for other elements.</summary>
    public string? Markup => document.NodeAt(number).Markup;

    /// <summary>The number of the element in document order, from 0.</summary>
    public int Number => number;

    public WireElement? Parent => document.NodeAt(number).Parent is >= 0 and var parent ? new WireElement(document, parent) : null;

    public string? Attribute(XName name) => document.Attribute(number, name);

    /// <summary>Returns the characters of an attribute without white space around them; none if the element does not have it.</summary>
    public ReadOnlySpan<char> AttributeToken(XName name) => document.AttributeToken(number, name);

    /// <summary>Returns the first child with the name; null if there is none.</summary>
    public WireElement? Element(XName name) => document.FindChild(number, name) is >= 0 and var child ? new WireElement(document, child) : null;

    /// <summary>The first child; null if there is none. <see cref="Next"/> of a child is the following one.</summary>
    public WireElement? First => number + 1 < document.NodeAt(number).End ? new WireElement(document, number + 1) : null;

    /// <summary>The next sibling; null if there is none.</summary>
    public WireElement? Next
    {
        get
        {
            ref readonly var node = ref document.NodeAt(number);
            return node.Parent >= 0 && node.End < document.NodeAt(node.Parent).End ? new WireElement(document, node.End) : null;
        }
    }

    /// <summary>Returns the children in document order.</summary>
    public IEnumerable<WireElement> Elements()
    {
        for (var child = First; child is { } element; child = element.Next)
        {
            yield return element;
        }
    }

    /// <summary>Returns this element and its ancestors, up to the root.</summary>
    public IEnumerable<WireElement> AncestorsAndSelf()
    {
        for (WireElement? element = this; element is { } known; element = known.Parent)
        {
            yield return known;
        }
    }

    private WireFormatException ContainsElements() => new(this, string.Empty, "must not contain elements");
}
