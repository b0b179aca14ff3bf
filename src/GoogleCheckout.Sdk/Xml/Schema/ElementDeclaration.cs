namespace GoogleCheckout.Xml;

/// <summary>An element that another element may or must contain.</summary>
internal sealed record ElementDeclaration(string Name, bool IsRequired, bool IsList, ContentType Content);
