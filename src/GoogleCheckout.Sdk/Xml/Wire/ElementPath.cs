using System.Xml.Linq;

namespace GoogleCheckout.Xml;

/// <summary>The way to an element, as XPath has it; written out only when there is something to say about it.</summary>
internal sealed class ElementPath
{
    private readonly ElementPath? _parent;
    private readonly string _name;
    private readonly int _number;

    private ElementPath(ElementPath? parent, string name, int number)
    {
        _parent = parent;
        _name = name;
        _number = number;
    }

    public static ElementPath Root(string name) => new(null, name, number: 0);

    /// <summary>The only element of that name.</summary>
    public ElementPath To(XName name) => new(this, name.LocalName, number: 0);

    /// <summary>One of several elements of that name, counted from 1; named without its number where it is the only one.</summary>
    public ElementPath To(XName name, int number, int count) => new(this, name.LocalName, count > 1 ? number : 0);

    public ElementPath ToAttribute(XName name) => new(this, "@" + name.LocalName, number: 0);

    public override string ToString() => $"{_parent}/{_name}{(_number > 0 ? FormattableString.Invariant($"[{_number}]") : string.Empty)}";
}
