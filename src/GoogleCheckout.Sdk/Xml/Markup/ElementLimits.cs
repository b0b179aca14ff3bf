using System.Xml;

namespace GoogleCheckout.Xml;

/// <summary>The limits of elements, which no message exceeds. A document that exceeds them is rejected before it needs memory.</summary>
internal static class ElementLimits
{
    private const int MaxDepth = 64;
    private const int MaxAttributes = 64;
    private const int MaxElements = 500_000;

    /// <summary>Throws if the reader's current element is too deep or has too many attributes.</summary>
    public static void Check(XmlReader reader)
    {
        if (reader.Depth >= MaxDepth)
        {
            throw new XmlLimitException($"elements are nested more than {MaxDepth} deep");
        }

        CheckAttributes(reader.AttributeCount);
    }

    /// <summary>Throws if an element has too many attributes. Declarations of namespaces are counted too.</summary>
    public static void CheckAttributes(int attributes)
    {
        if (attributes > MaxAttributes)
        {
            throw new XmlLimitException($"an element has more than {MaxAttributes} attributes");
        }
    }

    /// <summary>Throws if the document already has the maximum number of elements.</summary>
    public static void CheckCount(int elements)
    {
        if (elements == MaxElements)
        {
            throw new XmlLimitException($"it has more than {MaxElements} elements");
        }
    }
}
