using System.Text;
using System.Xml;

namespace GoogleCheckout.Xml;

/// <summary>Finds all violations of the schema in one pass over a document.</summary>
internal sealed partial class SchemaValidator
{
    private const int None = -1;

    private readonly XmlReader _reader;
    private readonly ViolationList _violations;
    private readonly List<OpenElement> _open = [];
    private int _depth = None;
    private SkippedElement _skipped;
    private int _elements;

    private SchemaValidator(XmlReader reader)
    {
        _reader = reader;
        _violations = new ViolationList(reader);
    }

    /// <summary>The path of the open element.</summary>
    private string Path
    {
        get
        {
            var path = new StringBuilder();
            for (var i = 0; i <= _depth; i++)
            {
                AddStep(path, _open[i].Name, _open[i].Number);
            }

            return path.ToString();
        }
    }

    /// <exception cref="XmlException">The document is not well-formed.</exception>
    /// <exception cref="XmlLimitException">The document exceeds a limit.</exception>
    public static IReadOnlyList<SchemaViolation> Validate(XmlReader reader)
    {
        var validator = new SchemaValidator(reader);
        reader.MoveToContent();
        validator.StartRoot();
        while (reader.Read())
        {
            validator.AddNode();
        }

        return validator._violations.Violations;
    }

    private void AddNode()
    {
        if (_violations.IsFull)
        {
            // Nothing more is listed, but the rest must be within the limits too.
            if (_reader.NodeType == XmlNodeType.Element)
            {
                ElementLimits.Check(_reader);
            }

            return;
        }

        if (_skipped.IsOpen)
        {
            _skipped.Add(_reader);
            return;
        }

        switch (_reader.NodeType)
        {
            case XmlNodeType.Element:
                StartChild(_open[_depth]);
                break;
            case XmlNodeType.EndElement:
                EndElement();
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace when _depth != None:
                AddText(_open[_depth]);
                break;
            default:
                break;
        }
    }

    private void StartRoot()
    {
        var name = _reader.LocalName;
        if (WireSchema.Instance.FindRoot(name) is not { } root)
        {
            _violations.Add(SchemaViolationKind.UnknownElement, PathTo(QuotedText.Of(name), number: 0), _violations.Place, ViolationText.UnknownMessage(name));
            _skipped.Start(_reader);
            return;
        }

        Start(name, number: 0, root.Content, ProtocolNamespace.Current.NamespaceName);
    }

    private void StartChild(OpenElement parent)
    {
        var name = _reader.LocalName;
        switch (parent.Content.Kind)
        {
            case ContentKind.Text:
                AddUnexpected(SchemaViolationKind.ElementInText, $"is not allowed: '{parent.Name}' must contain only text");
                _skipped.Start(_reader);
                break;
            case ContentKind.AnyElement:
                parent.CountAny();
                _skipped.Start(_reader);
                break;
            case ContentKind.AnyMarkup:
                _skipped.Start(_reader);
                break;
            default:
                StartAllowed(parent, name, parent.Content.IndexOf(name));
                break;
        }
    }

    private void StartAllowed(OpenElement parent, string name, int index)
    {
        if (index < 0)
        {
            AddUnexpected(SchemaViolationKind.UnknownElement, ViolationText.UnknownElement(parent, name));
            _skipped.Start(_reader);
            return;
        }

        var declaration = parent.Content.Elements[index];
        var count = parent.Count(index);
        var number = declaration.IsList || count > 1 ? count : 0;
        if (parent.Content.IsChoice ? parent.Children > 1 : count > 1 && !declaration.IsList)
        {
            _violations.Add(SchemaViolationKind.RepeatedElement, PathTo(name, number), _violations.Place, ViolationText.RepeatedElement(parent));
        }

        Start(name, number, declaration.Content, parent.NamespaceName);
    }

    // A namespace is reported once, at the element that first has it.
    private void Start(string name, int number, ContentType content, string namespaceAround)
    {
        ElementLimits.Check(_reader);
        ElementLimits.CheckCount(_elements++);
        var namespaceName = _reader.NamespaceURI;
        if (namespaceName != ProtocolNamespace.Current.NamespaceName && namespaceName != namespaceAround)
        {
            var quoted = ViolationList.Shorten(namespaceName);
            _violations.Add(SchemaViolationKind.WrongNamespace, PathTo(name, number), _violations.Place, ViolationText.WrongNamespace(quoted), quoted);
        }

        if (++_depth == _open.Count)
        {
            _open.Add(new OpenElement());
        }

        var isEmpty = _reader.IsEmptyElement;
        _open[_depth].Start(name, namespaceName, number, content, _violations.Place);
        if (_reader.HasAttributes || content.Attributes.Count > 0)
        {
            CheckAttributes(content.Attributes);
        }

        if (isEmpty)
        {
            EndElement();
        }
    }

    private void AddText(OpenElement element)
    {
        switch (element.Content.Kind)
        {
            case ContentKind.Text:
                if (element.Content.Text!.IsRestricted)
                {
                    element.AddText(_reader.Value);
                }

                break;
            case ContentKind.Elements or ContentKind.AnyElement when !XmlWhiteSpace.Fills(_reader.Value.AsSpan()):
                AddTextViolation(element, "must contain only elements, but contains text");
                break;
            case ContentKind.Empty:
                AddTextViolation(element, $"must be empty, but contains {(XmlWhiteSpace.Fills(_reader.Value.AsSpan()) ? "white space" : "text")}");
                break;
            default:
                break;
        }
    }

    private void AddTextViolation(OpenElement element, string reason)
    {
        if (!element.HasReportedText)
        {
            element.HasReportedText = true;
            _violations.Add(SchemaViolationKind.UnexpectedText, Path, _violations.Place, reason);
        }
    }

    private void EndElement()
    {
        var element = _open[_depth];
        var place = (element.Line, element.Position);
        var content = element.Content;
        if (content.Text is { IsRestricted: true } type && type.GetError(element.Text) is { } error)
        {
            _violations.AddValue(Path, place, type, element.Text, error);
        }

        if (content.Kind == ContentKind.AnyElement && element.Children != 1)
        {
            _violations.Add(
                element.Children == 0 ? SchemaViolationKind.MissingElement : SchemaViolationKind.RepeatedElement, Path, place, "must contain exactly one element");
        }
        else if (content.IsChoice && element.Children == 0)
        {
            _violations.Add(SchemaViolationKind.MissingElement, Path, place, ViolationText.MissingAlternative(content));
        }

        CheckRequired(element, place);
        _depth--;
    }

    private void CheckRequired(OpenElement element, (int Line, int Position) place)
    {
        for (var i = 0; i < element.Content.Elements.Count; i++)
        {
            var child = element.Content.Elements[i];
            if (child.IsRequired && !element.Has(i))
            {
                _violations.Add(SchemaViolationKind.MissingElement, PathTo(child.Name, number: 0), place, "is missing");
            }
        }
    }

    private void AddUnexpected(SchemaViolationKind kind, string reason) =>
        _violations.Add(kind, PathTo(QuotedText.Of(_reader.LocalName), number: 0), _violations.Place, reason);

    private string PathTo(string name, int number) => AddStep(new StringBuilder(Path), name, number).ToString();

    private static StringBuilder AddStep(StringBuilder path, string name, int number)
    {
        path.Append('/').Append(name);
        return number > 0 ? path.Append('[').Append(number).Append(']') : path;
    }
}
