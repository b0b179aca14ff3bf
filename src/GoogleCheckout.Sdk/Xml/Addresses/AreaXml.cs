using System.Xml.Linq;

namespace GoogleCheckout.Xml;

/// <summary>Reads and writes the five kinds of area, which differ by element name.</summary>
internal static class AreaXml
{
    public static readonly EnumText<USAreas> CountryAreas = new(
        (USAreas.Continental48, "CONTINENTAL_48"),
        (USAreas.Full50States, "FULL_50_STATES"),
        (USAreas.All, "ALL"));

    /// <summary>Reads the areas of a container; empty if it is missing. An element with several states or ZIP patterns, as real carts have, is an area for each.</summary>
    public static IReadOnlyList<Area> Areas(this WireElement? container)
    {
        List<Area>? areas = null;
        for (var child = container?.First; child is { } element; child = element.Next)
        {
            (areas ??= []).AddRange(Read(element));
        }

        return ElementReading.CreateList(container, areas);
    }

    /// <summary>Reads the areas of a container that the schema requires.</summary>
    public static IReadOnlyList<Area> RequiredAreas(this WireElement? container) => container is null ? AbsentContainer<Area>.Instance : container.Areas();

    /// <summary>Reads an area; returns none if the element is not an area.</summary>
    private static IEnumerable<Area> Read(WireElement element)
    {
        var name = element.Name;
        return name == Elements.UsStateArea ? [CreateStateArea(element.RequiredText(Elements.State)), .. Others(element, Elements.State).Select(CreateStateArea)]
            : name == Elements.UsZipArea ? [CreateZipArea(element.RequiredText(Elements.ZipPattern)), .. Others(element, Elements.ZipPattern).Select(CreateZipArea)]
            : name == Elements.UsCountryArea ? [ReadCountryArea(element)]
            : name == Elements.PostalArea ? [ReadPostalArea(element)]
            : name == Elements.WorldArea ? [new WorldArea()]
            : [];
    }

    private static USStateArea CreateStateArea(string state) => new() { State = state };

    private static USZipArea CreateZipArea(string zipPattern) => new() { ZipPattern = zipPattern };

    private static IEnumerable<string> Others(WireElement element, XName name) => element.Elements().Where(child => child.Name == name).Skip(1).Select(child => child.Value);

    public static void Write(WireWriter writer, Area area)
    {
        switch (area)
        {
            case USStateArea state:
                writer.Start(Elements.UsStateArea);
                writer.RequiredText(Elements.State, state.State);
                writer.End();
                break;
            case USZipArea zip:
                writer.Start(Elements.UsZipArea);
                writer.RequiredText(Elements.ZipPattern, zip.ZipPattern);
                writer.End();
                break;
            case USCountryArea country:
                writer.Start(Elements.UsCountryArea);
                writer.EnumAttribute(Attributes.CountryArea, country.CountryArea, CountryAreas);
                writer.End();
                break;
            case PostalArea postal:
                writer.Start(Elements.PostalArea);
                writer.RequiredText(Elements.CountryCode, postal.CountryCode);
                writer.Text(Elements.PostalCodePattern, postal.PostalCodePattern);
                writer.End();
                break;
            default:
                writer.Empty(Elements.WorldArea);
                break;
        }
    }

    private static USCountryArea ReadCountryArea(WireElement element) => new()
    {
        CountryArea = CountryAreas.Parse(element.RequiredAttribute(Attributes.CountryArea)),
    };

    private static PostalArea ReadPostalArea(WireElement element) => new()
    {
        CountryCode = element.RequiredText(Elements.CountryCode),
        PostalCodePattern = element.OptionalText(Elements.PostalCodePattern),
    };
}
