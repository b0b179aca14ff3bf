namespace GoogleCheckout.Xml;

/// <summary>An attribute that an element may or must have.</summary>
internal sealed record AttributeDeclaration(string Name, bool IsRequired, SimpleType Type);
