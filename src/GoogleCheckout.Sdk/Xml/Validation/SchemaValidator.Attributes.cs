namespace GoogleCheckout.Xml;

// The attributes of the open element.
internal sealed partial class SchemaValidator
{
    private const string InstanceNamespace = "http://www.w3.org/2001/XMLSchema-instance";
    private const string DeclarationNamespace = "http://www.w3.org/2000/xmlns/";

    private void CheckAttributes(IReadOnlyList<AttributeDeclaration> declarations)
    {
        var found = 0;
        for (var more = _reader.MoveToFirstAttribute(); more; more = _reader.MoveToNextAttribute())
        {
            var index = _reader.NamespaceURI.Length == 0 ? IndexOf(declarations, _reader.LocalName) : None;
            if (index >= 0)
            {
                found |= 1 << index;
                CheckAttribute(declarations[index]);
            }
            else if (!IsDeclaration() && !_violations.IsFull)
            {
                var name = QuotedText.Of(_reader.Name);
                _violations.Add(SchemaViolationKind.UnknownAttribute, PathTo("@" + name, number: 0), _violations.Place, ViolationText.UnknownAttribute(_open[_depth], _reader.Name));
            }
        }

        _reader.MoveToElement();
        for (var i = 0; i < declarations.Count; i++)
        {
            if (declarations[i].IsRequired && (found & (1 << i)) == 0)
            {
                _violations.Add(SchemaViolationKind.MissingAttribute, PathTo("@" + declarations[i].Name, number: 0), _violations.Place, "is missing");
            }
        }
    }

    private void CheckAttribute(AttributeDeclaration declaration)
    {
        if (declaration.Type.IsRestricted && declaration.Type.GetError(_reader.Value) is { } error)
        {
            _violations.AddValue(PathTo("@" + declaration.Name, number: 0), _violations.Place, declaration.Type, _reader.Value, error);
        }
    }

    // Declarations of namespaces, and the place of a schema, which says nothing about the message.
    private bool IsDeclaration() =>
        _reader.NamespaceURI == DeclarationNamespace
        || (_reader.NamespaceURI == InstanceNamespace && _reader.LocalName is ("schemaLocation" or "noNamespaceSchemaLocation"));

    private static int IndexOf(IReadOnlyList<AttributeDeclaration> declarations, string name)
    {
        for (var i = 0; i < declarations.Count; i++)
        {
            if (declarations[i].Name == name)
            {
                return i;
            }
        }

        return None;
    }
}
