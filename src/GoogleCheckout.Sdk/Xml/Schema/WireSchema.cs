namespace GoogleCheckout.Xml;

/// <summary>The schema that the table of wire facts describes.</summary>
internal sealed class WireSchema
{
    private static readonly Lazy<WireSchema> Shared = new(() => new WireSchema(WireFacts.Table));

    private readonly WireFacts _facts;
    private readonly Dictionary<string, ContentType> _types = [];
    private readonly Dictionary<string, ElementDeclaration> _roots = [];

    private WireSchema(WireFacts facts)
    {
        _facts = facts;
        foreach (var root in facts.Roots)
        {
            _roots.Add(root.Key, new ElementDeclaration(root.Key, IsRequired: true, IsList: false, GetContent(root.Value)));
        }

        TextElements = [.. facts.Types.Values.SelectMany(type => type).Where(IsTextElement).Select(fact => LastStep(fact.Name))];
    }

    public static WireSchema Instance => Shared.Value;

    /// <summary>The names of the elements that contain only text. No other element has one of these names.</summary>
    public HashSet<string> TextElements { get; }

    public IEnumerable<string> RootNames => _roots.Keys;

    /// <summary>Returns a root element; null if the protocol does not have it.</summary>
    public ElementDeclaration? FindRoot(string name) => _roots.TryGetValue(name, out var root) ? root : null;

    private ContentType GetContent(string type)
    {
        if (_types.TryGetValue(type, out var known))
        {
            return known;
        }

        if (!_facts.Types.TryGetValue(SimpleType.NameOf(type), out var facts))
        {
            return _types[type] = ContentType.OfText(SimpleType.Parse(type, _facts.Enums));
        }

        var content = _types[type] = new ContentType();
        var text = facts.FirstOrDefault(fact => fact.Name == "text()");
        var any = facts.FirstOrDefault(fact => fact.Name == "any()");
        content.Define(
            text is not null ? ContentKind.Text
                : any is not null ? (any.IsList ? ContentKind.AnyMarkup : ContentKind.AnyElement)
                : facts.Any(fact => fact.Name[0] != '@') ? ContentKind.Elements
                : ContentKind.Empty,
            text is null ? null : SimpleType.Parse(type.Replace(SimpleType.NameOf(type), text.Type), _facts.Enums),
            any is null ? GetElements(facts, string.Empty) : [],
            [.. facts.Where(fact => fact.Name[0] == '@').Select(fact => new AttributeDeclaration(fact.Name.Substring(1), fact.IsRequired, SimpleType.Parse(fact.Type, _facts.Enums)))]);
        return content;
    }

    private ElementDeclaration[] GetElements(List<WireFact> facts, string container) =>
    [
        .. Within(facts, container).Select(fact => new ElementDeclaration(
            LastStep(fact.Name),
            fact.Cardinality == "1",
            fact.IsList,
            fact.Type == "-" ? GetContainer(facts, fact.Name + "/") : GetContent(fact.Type))),
    ];

    private ContentType GetContainer(List<WireFact> facts, string container) =>
        ContentType.OfElements(GetElements(facts, container), Within(facts, container).Any(fact => fact.Cardinality == "one-of"));

    private static IEnumerable<WireFact> Within(List<WireFact> facts, string container) => facts.Where(fact =>
        fact.Name.StartsWith(container, StringComparison.Ordinal)
        && fact.Name.IndexOf('/', container.Length) < 0
        && fact.Name[0] != '@'
        && fact.Name != "text()");

    private bool IsTextElement(WireFact fact) =>
        fact.Name[0] != '@' && fact.Name[fact.Name.Length - 1] != ')' && fact.Type != "-" && GetContent(fact.Type).Kind == ContentKind.Text;

    private static string LastStep(string name) => name.Substring(name.LastIndexOf('/') + 1);
}
