namespace GoogleCheckout.Xml;

/// <summary>
/// A document does not say what a message must say. Becomes a <see cref="CheckoutXmlException"/> once the line is known.
/// </summary>
/// <param name="element">The element at fault, or the one in which something is missing.</param>
/// <param name="missing">What is missing in it, as the end of a path; empty where the element itself is at fault.</param>
/// <param name="reason">What was expected.</param>
internal sealed class WireFormatException(WireElement element, string missing, string reason) : Exception(reason)
{
    /// <summary>The number of the element, for finding it again in the document.</summary>
    public int ElementNumber { get; } = element.Number;

    /// <summary>Where in the document, such as <c>/new-order-notification/shopping-cart/items/item[2]/unit-price</c>.</summary>
    public string Path { get; } = string.Concat(element.AncestorsAndSelf().Reverse().Select(Step)) + missing;

    private static string Step(WireElement element)
    {
        var name = "/" + element.NameInDocument.Quoted;
        var alike = element.Parent?.Elements().Where(other => other.Name == element.Name).Select(other => other.Number).ToList();
        return alike is { Count: > 1 } ? $"{name}[{alike.IndexOf(element.Number) + 1}]" : name;
    }
}
