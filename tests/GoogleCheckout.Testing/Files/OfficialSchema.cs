using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

namespace GoogleCheckout.Testing;

/// <summary>The official schema, as a validator and as facts in the same form as our table.</summary>
public static class OfficialSchema
{
    private static readonly XNamespace Xs = "http://www.w3.org/2001/XMLSchema";

    private static readonly Lazy<XmlSchemaSet> Compiled = new(Compile);

    /// <summary>Returns the schema errors of a document; empty if it is valid.</summary>
    public static IReadOnlyList<string> GetErrors(XElement document)
    {
        SharedFolder.Require();
        var faults = new List<string>();
        new XDocument(document).Validate(Compiled.Value, (_, e) => faults.Add(e.Message));
        return faults;
    }

    /// <summary>Returns the schema errors of a document as it is on the wire; empty if it is valid. Attributes such as xml:lang are errors, as the schema does not have them.</summary>
    public static IReadOnlyList<string> GetErrors(byte[] document)
    {
        SharedFolder.Require();
        var errors = new List<string>();
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = Compiled.Value, ValidationFlags = XmlSchemaValidationFlags.ReportValidationWarnings };
        settings.ValidationEventHandler += (_, e) => errors.Add(e.Message);
        using var reader = XmlReader.Create(new MemoryStream(document), settings);
        while (reader.Read())
        {
            // Each node is validated as it is read.
        }

        return errors;
    }

    public static IEnumerable<string> Roots() => Schema().Elements(Xs + "element").Select(root => $"{Name(root)} {TypeName(root)}");

    public static IEnumerable<string> Words() =>
        from type in Schema().Elements(Xs + "simpleType")
        from word in type.Descendants(Xs + "enumeration")
        select $"{Name(type)} {(string?)word.Attribute("value")}";

    public static IEnumerable<string> Facts() =>
        from type in Schema().Elements(Xs + "complexType")
        from fact in Content(type, string.Empty)
        select $"{Name(type)} {fact}";

    private static XmlSchemaSet Compile()
    {
        var schemas = new XmlSchemaSet();
        schemas.Add(null, SharedFolder.Schema);
        schemas.Compile();
        return schemas;
    }

    private static XElement Schema() => XDocument.Load(SharedFolder.Schema).Root!;

    private static IEnumerable<string> Content(XElement type, string prefix) => type.Elements().SelectMany(part => part.Name.LocalName switch
    {
        "all" or "sequence" => Content(part, prefix),
        "choice" => part.Elements().SelectMany(element => Element(element, prefix, Cardinality(part) == "*" ? "*" : "one-of")),
        "element" => Element(part, prefix, Cardinality(part)),
        "attribute" => [$"{prefix}@{Name(part)} {((string?)part.Attribute("use") == "required" ? "1" : "0..1")} {TypeName(part)}"],
        "simpleContent" => SimpleContent(part.Element(Xs + "extension")!, prefix),
        "any" => [$"{prefix}any() {((string?)part.Attribute("maxOccurs") == "unbounded" ? "*" : "1")} any"],
        _ => [],
    });

    private static IEnumerable<string> SimpleContent(XElement extension, string prefix) =>
        [$"{prefix}text() 1 {Local((string)extension.Attribute("base")!)}", .. Content(extension, prefix)];

    private static IEnumerable<string> Element(XElement element, string prefix, string cardinality)
    {
        var type = TypeName(element);
        var fact = $"{prefix}{Name(element)} {cardinality} {type}";
        return type == "-" ? [fact, .. Content(element.Element(Xs + "complexType")!, $"{prefix}{Name(element)}/")] : [fact];
    }

    private static string TypeName(XElement element)
    {
        if ((string?)element.Attribute("type") is { } named)
        {
            return Local(named);
        }

        return element.Descendants(Xs + "restriction").FirstOrDefault() is { } restriction
            && restriction.Ancestors(Xs + "element").Concat(restriction.Ancestors(Xs + "attribute")).First() is var owner && OwnerOf(restriction, element, owner)
            ? Local((string)restriction.Attribute("base")!) + Bounds(restriction)
            : "-";
    }

    private static bool OwnerOf(XElement restriction, XElement element, XElement nearest) =>
        nearest == element || (element.Name == Xs + "attribute" && restriction.Ancestors(Xs + "attribute").FirstOrDefault() == element);

    private static string Bounds(XElement restriction)
    {
        string? Value(string name) => (string?)restriction.Element(Xs + name)?.Attribute("value");
        return (Value("minLength") ?? Value("minInclusive")?.Replace(".0", string.Empty, StringComparison.Ordinal), Value("maxLength") ?? Value("maxInclusive")) switch
        {
            (null, null) => string.Empty,
            (var least, null) => ">=" + least,
            var (least, most) => $"[{least}..{most}]",
        };
    }

    private static string Cardinality(XElement element) =>
        (string?)element.Attribute("maxOccurs") == "unbounded" ? "*" : (string?)element.Attribute("minOccurs") == "0" ? "0..1" : "1";

    private static string Name(XElement element) => (string)element.Attribute("name")!;

    private static string Local(string name) => name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..];
}
