namespace GoogleCheckout.Xml;

/// <summary>
/// The content of a document is not valid. The SDK converts it to a <see cref="CheckoutXmlException"/> with the line.
/// </summary>
/// <param name="element">The element that is not valid, or in which something is missing.</param>
/// <param name="missing">The end of the path if something is missing in the element; empty if the element itself is not valid.</param>
/// <param name="reason">The reason, as the end of a sentence.</param>
internal sealed class WireFormatException(WireElement element, string missing, string reason) : Exception(reason)
{
    /// <summary>The number of the element, for finding its line in the document.</summary>
    public int ElementNumber => element.Number;

    /// <summary>
    /// The path in the document, such as <c>/new-order-notification/shopping-cart/items/item[2]/unit-price</c>. Valid until the document is
    /// disposed.
    /// </summary>
    public string Path => ToPath(element.AncestorsAndSelf());

    /// <summary>Returns the path in an element of a list, as if the element were a document. Its siblings, which may be many, are not looked at.</summary>
    public string GetPathIn(WireElement listMember) =>
        ToPath(element.AncestorsAndSelf().TakeWhile(ancestor => ancestor.Number > listMember.Number)).Insert(0, "/" + listMember.NameInDocument.Quoted);

    private string ToPath(IEnumerable<WireElement> elements) => string.Concat(elements.Reverse().Select(GetStep)) + missing;

    private static string GetStep(WireElement element)
    {
        var name = "/" + element.NameInDocument.Quoted;
        var siblings = element.Parent?.Elements().Where(other => other.Name == element.Name).Select(other => other.Number).ToList();
        return siblings is { Count: > 1 } ? $"{name}[{siblings.IndexOf(element.Number) + 1}]" : name;
    }
}
