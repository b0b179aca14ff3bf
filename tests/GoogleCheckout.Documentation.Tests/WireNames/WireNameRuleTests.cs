using GoogleCheckout.Documentation.Sources;
using NUnit.Framework;

namespace GoogleCheckout.Documentation.WireNames;

/// <summary>The comparison of wire names with the codecs finds wrong names, and only them.</summary>
public class WireNameRuleTests
{
    private const string Codec = """
        class XName { public static implicit operator XName(string name) => null!; }
        static class Elements { public static readonly XName City = "city"; }
        static class Attributes { public static readonly XName Id = "id"; }
        class WireElement
        {
            public string Value => "";
            public string Text(XName name) => "";
        }
        static class PlaceXml
        {
            public static Place Read(WireElement element) => new()
            {
                City = element.Text(Elements.City).Trim(),
                Id = Trimmed(element),
                Note = element.Value,
            };

            private static string Trimmed(WireElement element) => element.Text(Attributes.Id) ?? "none";
        }
        """;

    [TestCase("City", "The city. Wire name: <c>city</c>.", null)]
    [TestCase("City", "The city. Wire name: <c>town</c>.", "must end with: Wire name: <c>city</c>.")]
    [TestCase("City", "The city. Wire name: <c>city</c>. Or so.", "must end with: Wire name: <c>city</c>.")]
    [TestCase("City", "Wire name: <c>town</c>. Wire name: <c>city</c>.", "once, at its end: Wire name: <c>city</c>.")]
    [TestCase("City", "The city. Wire\n/// name: <c>city</c>.", null)]
    [TestCase("Id", "The name. Wire name: <c>id</c>.", "must end with: Wire name: <c>id</c> (attribute).")]
    [TestCase("Id", "The name. Wire name: <c>id</c> (attribute).", null)]
    [TestCase("Note", "The note. Wire value: the element's text.", null)]
    [TestCase("Other", "The rest.", "no codec")]
    public void Check_Summary_IsComparedWithTheCodec(string property, string summary, string? violation)
    {
        var record = $"/// <summary>A place.</summary>\npublic record Place\n{{\n/// <summary>{summary}</summary>\npublic string? {property} {{ get; init; }}\n}}";
        var project = SourceProject.FromText(("src/A/Place.cs", record), ("src/A/Xml/PlaceXml.cs", Codec));

        var messages = WireNameDocumentation.Check(project).Select(found => found.Message).ToList();

        Assert.That(messages, violation is null ? Is.Empty : Has.One.Items.And.One.Contain(violation));
    }

    [Test]
    public void Check_TypeOfTheSchema_MustNameIt()
    {
        const string record = "/// <summary>An address.</summary>\npublic record Address { }";
        var project = SourceProject.FromText(("src/A/Address.cs", record), ("src/A/Xml/AddressXml.cs", "class X { object Read() => new Address(); }"));

        Assert.That(WireNameDocumentation.Check(project).Single().ToString(), Is.EqualTo("src/A/Address.cs:2: Address: the <summary> must contain: Schema type <c>Address</c>."));
    }
}
