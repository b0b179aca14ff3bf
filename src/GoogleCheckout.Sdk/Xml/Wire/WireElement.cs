using System.Xml.Linq;

namespace GoogleCheckout.Xml;

/// <summary>One element of a document: what a codec reads from. Good only while its document is.</summary>
internal readonly struct WireElement(WireDocument document, int number)
{
    public XName Name => document.NodeAt(number).Name;

    /// <summary>The name as the document has it, also where the protocol does not have it.</summary>
    public UnknownName NameInDocument => document.NodeAt(number).UnknownName ?? new UnknownName(Name.LocalName, Name.NamespaceName);

    /// <summary>The text; empty where there is none or the element has elements in it.</summary>
    public string Value => document.NodeAt(number).Text ?? string.Empty;

    /// <summary>The element's own text out of a list; null where it is no member of a list.</summary>
    public string? Markup => document.NodeAt(number).Markup;

    /// <summary>Counted from 0 in document order.</summary>
    public int Number => number;

    public WireElement? Parent => document.NodeAt(number).Parent is >= 0 and var parent ? new WireElement(document, parent) : null;

    public string? Attribute(XName name) => document.Attribute(number, name);

    /// <summary>The first element of that name directly in this one.</summary>
    public WireElement? Element(XName name)
    {
        var end = document.NodeAt(number).End;
        for (var child = number + 1; child < end; child = document.NodeAt(child).End)
        {
            if (document.NodeAt(child).Name == name)
            {
                return new WireElement(document, child);
            }
        }

        return null;
    }

    /// <summary>The first element directly in this one; <see cref="Next"/> leads on from there.</summary>
    public WireElement? First => number + 1 < document.NodeAt(number).End ? new WireElement(document, number + 1) : null;

    /// <summary>The element that follows this one in the same parent.</summary>
    public WireElement? Next
    {
        get
        {
            ref readonly var node = ref document.NodeAt(number);
            return node.Parent >= 0 && node.End < document.NodeAt(node.Parent).End ? new WireElement(document, node.End) : null;
        }
    }

    /// <summary>The elements directly in this one, in their order.</summary>
    public IEnumerable<WireElement> Elements()
    {
        for (var child = First; child is { } element; child = element.Next)
        {
            yield return element;
        }
    }

    /// <summary>This element and those around it, up to the root.</summary>
    public IEnumerable<WireElement> AncestorsAndSelf()
    {
        for (WireElement? element = this; element is { } known; element = known.Parent)
        {
            yield return known;
        }
    }
}
