namespace GoogleCheckout;

/// <summary>The kinds of schema violations.</summary>
public enum SchemaViolationKind
{
    /// <summary>An element that the schema does not allow here, or a root element that the protocol does not have.</summary>
    UnknownElement,

    /// <summary>An element of the protocol in another namespace, or in none.</summary>
    WrongNamespace,

    /// <summary>An element that occurs more often than the schema allows, or a second alternative of a choice.</summary>
    RepeatedElement,

    /// <summary>A required element is missing.</summary>
    MissingElement,

    /// <summary>An attribute that the schema does not allow here.</summary>
    UnknownAttribute,

    /// <summary>A required attribute is missing.</summary>
    MissingAttribute,

    /// <summary>A value that its type does not allow.</summary>
    InvalidValue,

    /// <summary>Text where only elements are allowed, or anything in an element that must be empty.</summary>
    UnexpectedText,

    /// <summary>An element in an element that must contain only text.</summary>
    ElementInText,
}
