using System.Xml;

namespace GoogleCheckout.Xml;

/// <summary>What no message exceeds, so that a document that does is refused before it costs memory.</summary>
internal static class ElementLimits
{
    private const int MaxDepth = 64;
    private const int MaxAttributes = 64;
    private const int MaxElements = 500_000;

    /// <summary>Refuses an element that is deeper or has more attributes than any in a message.</summary>
    public static void Check(XmlReader reader)
    {
        if (reader.Depth >= MaxDepth)
        {
            throw new XmlLimitException($"elements are nested more than {MaxDepth} deep");
        }

        if (reader.AttributeCount > MaxAttributes)
        {
            throw new XmlLimitException($"an element has more than {MaxAttributes} attributes");
        }
    }

    /// <summary>Refuses one more element if there are as many as allowed.</summary>
    public static void CheckCount(int elements)
    {
        if (elements == MaxElements)
        {
            throw new XmlLimitException($"it has more than {MaxElements} elements");
        }
    }
}
