namespace GoogleCheckout.Xml;

/// <summary>Reads and writes the five kinds of area, which differ by element name.</summary>
internal static class AreaXml
{
    public static readonly EnumText<USAreas> CountryAreas = new(
        (USAreas.Continental48, "CONTINENTAL_48"),
        (USAreas.Full50States, "FULL_50_STATES"),
        (USAreas.All, "ALL"));

    /// <summary>Reads an area; returns null if the element is not an area.</summary>
    public static Area? Read(WireElement element)
    {
        var name = element.Name;
        return name == Elements.UsStateArea ? new USStateArea { State = element.RequiredText(Elements.State) }
            : name == Elements.UsZipArea ? new USZipArea { ZipPattern = element.RequiredText(Elements.ZipPattern) }
            : name == Elements.UsCountryArea ? ReadCountryArea(element)
            : name == Elements.PostalArea ? ReadPostalArea(element)
            : name == Elements.WorldArea ? new WorldArea()
            : null;
    }

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
