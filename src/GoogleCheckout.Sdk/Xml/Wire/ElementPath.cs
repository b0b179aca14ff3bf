using System.Xml.Linq;

namespace GoogleCheckout.Xml;

/// <summary>The path of an element, in XPath notation. The string is created only if an error is reported.</summary>
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

    /// <summary>Returns the path of the only child with the name.</summary>
    public ElementPath To(XName name) => new(this, name.LocalName, number: 0);

    /// <summary>Returns the path of one of several children with the name, from 1. Without a number if there is only one.</summary>
    public ElementPath To(XName name, int number, int count) => new(this, name.LocalName, count > 1 ? number : 0);

    public ElementPath ToAttribute(XName name) => new(this, "@" + name.LocalName, number: 0);

    public override string ToString() => $"{_parent}/{_name}{(_number > 0 ? FormattableString.Invariant($"[{_number}]") : string.Empty)}";
}
