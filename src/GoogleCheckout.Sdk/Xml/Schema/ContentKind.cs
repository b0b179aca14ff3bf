namespace GoogleCheckout.Xml;

/// <summary>The content of an element by the schema.</summary>
internal enum ContentKind
{
    /// <summary>Nothing, not even white space.</summary>
    Empty,

    Text,

    /// <summary>Elements of the protocol.</summary>
    Elements,

    /// <summary>Exactly one element of any name.</summary>
    AnyElement,

    /// <summary>Any elements and any text.</summary>
    AnyMarkup,
}
