namespace GoogleCheckout.Xml;

/// <summary>The content that the schema allows in an element. It does not change after the schema is built.</summary>
internal sealed class ContentType
{
    public ContentKind Kind { get; private set; } = ContentKind.Empty;

    /// <summary>The type of the text; null if the element must not contain text.</summary>
    public SimpleType? Text { get; private set; }

    /// <summary>Whether exactly one of <see cref="Elements"/> must be present.</summary>
    public bool IsChoice { get; private set; }

    public IReadOnlyList<ElementDeclaration> Elements { get; private set; } = [];

    public IReadOnlyList<AttributeDeclaration> Attributes { get; private set; } = [];

    public static ContentType OfText(SimpleType text) => new() { Kind = ContentKind.Text, Text = text };

    public static ContentType OfElements(IReadOnlyList<ElementDeclaration> elements, bool isChoice) =>
        new() { Kind = ContentKind.Elements, Elements = elements, IsChoice = isChoice };

    /// <summary>Sets the content. A type can contain itself, so it must exist before its content is known.</summary>
    public void Define(ContentKind kind, SimpleType? text, IReadOnlyList<ElementDeclaration> elements, IReadOnlyList<AttributeDeclaration> attributes)
    {
        Kind = kind;
        Text = text;
        Elements = elements;
        Attributes = attributes;
    }

    /// <summary>Returns the index of an element in <see cref="Elements"/>; -1 if it is not allowed.</summary>
    public int IndexOf(string name)
    {
        for (var i = 0; i < Elements.Count; i++)
        {
            if (Elements[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }
}
