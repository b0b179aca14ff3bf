using System.Text;
using System.Xml;

namespace GoogleCheckout.Xml;

/// <summary>
/// Copies the nodes of a reader as text: private data, whose content only the merchant defines, and single notifications of a
/// list. Prefixes, attributes, CDATA sections and comments are unchanged. A namespace is declared unless the surrounding text
/// declares it already.
/// </summary>
/// <param name="surroundingNamespace">The namespace of names without a prefix in the surrounding text.</param>
/// <param name="budget">Limits the length of the copy.</param>
internal sealed class MarkupCopy(string surroundingNamespace, MarkupBudget budget)
{
    private readonly StringBuilder _text = new();
    private readonly Dictionary<string, string> _namespaces = new() { [string.Empty] = surroundingNamespace };
    private readonly Stack<(int Depth, string Prefix, string? Outer)> _declarations = new();
    private int _depth;
    private int _attributes;
    private int _spent;

    public override string ToString() => _text.ToString();

    /// <summary>Appends the current node of the reader, without moving the reader.</summary>
    public void Append(XmlReader reader)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                AppendStart(reader);
                break;
            case XmlNodeType.EndElement:
                CloseScope();
                _text.Append("</").Append(reader.Name).Append('>');
                break;
            case XmlNodeType.CDATA:
                AppendCData(reader.Value);
                break;
            case XmlNodeType.Comment:
                _text.Append("<!--").Append(reader.Value).Append("-->");
                break;
            case XmlNodeType.ProcessingInstruction:
                _text.Append("<?").Append(reader.Name).Append(' ').Append(reader.Value).Append("?>");
                break;
            case XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                AppendEscaped(reader.Value, inAttribute: false);
                break;
            default:
                break;
        }

        Spend();
    }

    // Also called for each declaration: a single element can repeat many of them.
    private void Spend()
    {
        budget.Spend(_text.Length - _spent, _text.Length);
        _spent = _text.Length;
    }

    private void AppendStart(XmlReader reader)
    {
        var isEmpty = reader.IsEmptyElement;
        _text.Append('<').Append(reader.Name);
        _attributes = 0;
        Declare(reader.Prefix, reader.NamespaceURI);
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            AppendAttribute(reader);
        }

        reader.MoveToElement();
        _depth++;
        if (isEmpty)
        {
            CloseScope();
        }

        _text.Append(isEmpty ? "/>" : ">");
    }

    private void AppendAttribute(XmlReader reader)
    {
        if (reader.Name == "xmlns")
        {
            return;
        }

        if (reader.Prefix == "xmlns")
        {
            Declare(reader.LocalName, reader.Value);
            return;
        }

        if (reader.Prefix is not ("" or "xml"))
        {
            Declare(reader.Prefix, reader.NamespaceURI);
        }

        AppendAttribute(reader.Name, reader.Value);
    }

    // A copy has more attributes than its element if it declares prefixes. The limit ensures that it can be read again.
    private void AppendAttribute(string name, string value)
    {
        ElementLimits.CheckAttributes(++_attributes);
        _text.Append(' ').Append(name).Append("=\"");
        AppendEscaped(value, inAttribute: true);
        _text.Append('"');
    }

    private void Declare(string prefix, string namespaceName)
    {
        // Documents of the beta are read as documents of the current namespace; so are the copies of their parts. Prefixes keep their
        // namespaces: with two prefixes for one namespace, two attributes could get the same name.
        var effective = prefix.Length == 0 && namespaceName == ProtocolNamespace.Beta ? ProtocolNamespace.Current.NamespaceName : namespaceName;
        _namespaces.TryGetValue(prefix, out var outer);
        if (effective == outer)
        {
            return;
        }

        _declarations.Push((_depth, prefix, outer));
        _namespaces[prefix] = effective;
        AppendAttribute(prefix.Length == 0 ? "xmlns" : "xmlns:" + prefix, effective);
        Spend();
    }

    private void CloseScope()
    {
        _depth--;
        while (_declarations.Count > 0 && _declarations.Peek().Depth >= _depth)
        {
            var (_, prefix, outer) = _declarations.Pop();
            if (outer is null)
            {
                _namespaces.Remove(prefix);
            }
            else
            {
                _namespaces[prefix] = outer;
            }
        }
    }

    // A CDATA section can contain neither its own end nor a reference, and a reader would change CR.
    private void AppendCData(string value) => _text
        .Append("<![CDATA[")
        .Append(value.Replace("]]>", "]]]]><![CDATA[>").Replace("\r", "]]>&#xD;<![CDATA["))
        .Append("]]>");

    private void AppendEscaped(string value, bool inAttribute)
    {
        var written = 0;
        for (var position = 0; position < value.Length; position++)
        {
            if (XmlEscape.GetReference(value[position], inAttribute) is { } reference)
            {
                _text.Append(value, written, position - written).Append(reference);
                written = position + 1;
            }
        }

        _text.Append(value, written, value.Length - written);
    }
}
