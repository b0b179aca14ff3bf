using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace GoogleCheckout.Xml;

/// <summary>
/// Writes elements of the protocol. Throws if the schema does not allow a value; the exception names the property and the path of
/// the element.
/// </summary>
/// <remarks>
/// For null, <c>Required...</c> methods throw and the others write nothing. The compiler fills in the last parameter with the
/// caller's expression, such as <c>request.Reason</c>; callers do not pass it.
/// </remarks>
internal sealed partial class WireWriter(XmlOutput output)
{
    private const string NotAllowedInXml = "contains a character that XML does not allow";

    private readonly List<XName> _open = new(8);

    public void Start(XName name)
    {
        output.StartElement(name.LocalName);
        if (_open.Count == 0)
        {
            output.TryAttribute("xmlns", ProtocolNamespace.Current.NamespaceName);
        }

        _open.Add(name);
    }

    public void End()
    {
        var last = _open.Count - 1;
        output.EndElement(_open[last].LocalName);
        _open.RemoveAt(last);
    }

    /// <summary>Writes an empty element.</summary>
    public void Empty(XName name)
    {
        Start(name);
        End();
    }

    /// <summary>Writes the text of the open element.</summary>
    public void RequiredContent(string? text, [CallerArgumentExpression(nameof(text))] string property = "")
    {
        if (!output.TryText(text ?? throw CreateException(property, "is required")))
        {
            throw CreateException(property, NotAllowedInXml);
        }
    }

    /// <summary>Writes well-formed markup into the open element.</summary>
    public void Markup(string xml) => output.Markup(xml);

    /// <summary>Writes a value with its codec, as an element of the given name. Null writes nothing.</summary>
    public void Child<T>(XName name, T? value, Action<WireWriter, XName, T> write)
        where T : class
    {
        if (value is not null)
        {
            write(this, name, value);
        }
    }

    public void RequiredChild<T>(XName name, T? value, Action<WireWriter, XName, T> write, [CallerArgumentExpression(nameof(value))] string property = "")
        where T : class =>
        write(this, name, value ?? throw CreateException(property, "is required", name));

    /// <summary>Writes a container with an element for each item. An empty list writes nothing, unless it was read from an empty container.</summary>
    public void List<T>(XName container, IReadOnlyList<T> items, XName item, Action<WireWriter, XName, T> write, [CallerArgumentExpression(nameof(items))] string property = "")
    {
        if (items is null or { Count: > 0 } or EmptyContainer<T>)
        {
            RequiredList(container, items, item, write, property);
        }
    }

    /// <summary>Writes a container with an element for each item. An empty list writes an empty container, unless it was missing when read.</summary>
    public void RequiredList<T>(XName container, IReadOnlyList<T>? items, XName item, Action<WireWriter, XName, T> write, [CallerArgumentExpression(nameof(items))] string property = "")
    {
        if (items is AbsentContainer<T>)
        {
            return;
        }

        Start(container);
        _ = items ?? throw CreateException(property, "is required");
        for (var i = 0; i < items.Count; i++)
        {
            write(this, item, items[i] ?? throw CreateException(property, "must not contain null"));
        }

        End();
    }

    /// <summary>Writes a container with items whose codec determines the element name. An empty list writes nothing, unless it was read from an empty container.</summary>
    public void List<T>(XName container, IReadOnlyList<T> items, Action<WireWriter, T> write, [CallerArgumentExpression(nameof(items))] string property = "")
    {
        if (items is null or { Count: > 0 } or EmptyContainer<T>)
        {
            RequiredList(container, items, write, property);
        }
    }

    /// <summary>Writes a container with items whose codec determines the element name. An empty list writes an empty container, unless it was missing when read.</summary>
    public void RequiredList<T>(XName container, IReadOnlyList<T>? items, Action<WireWriter, T> write, [CallerArgumentExpression(nameof(items))] string property = "")
    {
        if (items is AbsentContainer<T>)
        {
            return;
        }

        Start(container);
        _ = items ?? throw CreateException(property, "is required");
        for (var i = 0; i < items.Count; i++)
        {
            write(this, items[i] ?? throw CreateException(property, "must not contain null"));
        }

        End();
    }

    /// <summary>Throws if the condition is false.</summary>
    public void Check(bool condition, string property, string reason, XName? child = null)
    {
        if (!condition)
        {
            throw CreateException(property, reason, child);
        }
    }

    private ArgumentException CreateException(string property, string reason, XName? child = null)
    {
        var path = string.Concat(_open.Select(name => "/" + name.LocalName)) + (child is null ? string.Empty : "/" + child.LocalName);
        var simpleName = property.Substring(property.LastIndexOf('.') + 1);
        return new ArgumentException($"{simpleName} {reason} ({path}).");
    }
}
