using System.Xml;

namespace GoogleCheckout.Xml;

/// <summary>An element whose content is not read. The limits apply to it too.</summary>
internal struct SkippedElement
{
    private int _depth;

    /// <summary>Whether an element is being skipped.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Skips the element at which the reader is.</summary>
    public void Start(XmlReader reader)
    {
        ElementLimits.Check(reader);
        (_depth, IsOpen) = (reader.Depth, !reader.IsEmptyElement);
    }

    /// <summary>Skips the node at which the reader is: part of the element, or its end.</summary>
    public void Add(XmlReader reader)
    {
        if (reader.NodeType == XmlNodeType.Element)
        {
            ElementLimits.Check(reader);
        }
        else if (reader.NodeType == XmlNodeType.EndElement && reader.Depth == _depth)
        {
            IsOpen = false;
        }
    }
}
