using System.Xml.Linq;

namespace GoogleCheckout.Xml;

/// <summary>
/// A document does not say what a message must say. Becomes a <see cref="CheckoutXmlException"/> once the line is known.
/// </summary>
/// <param name="element">The element at fault, or the one in which something is missing.</param>
/// <param name="missing">What is missing in it, as the end of a path; empty where the element itself is at fault.</param>
/// <param name="reason">What was expected.</param>
internal sealed class WireFaultException(XElement element, string missing, string reason) : Exception(reason)
{
    public XElement Element { get; } = element;

    /// <summary>Where in the document, such as <c>/new-order-notification/shopping-cart/items/item[2]/unit-price</c>.</summary>
    public string Path { get; } = string.Concat(element.AncestorsAndSelf().Reverse().Select(Step)) + missing;

    private static string Step(XElement element)
    {
        var name = "/" + DocumentReader.NameOf(element);
        var before = element.ElementsBeforeSelf(element.Name).Count();
        return before > 0 || element.ElementsAfterSelf(element.Name).Any() ? $"{name}[{before + 1}]" : name;
    }
}
