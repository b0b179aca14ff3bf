using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace GoogleCheckout.Cli.Archives.Report;

/// <summary>The report as one HTML file, which needs no other file and no script.</summary>
/// <param name="report">A complete report.</param>
internal sealed class ReportPage(ArchiveReport report)
{
    private readonly ReportSections _sections = new(report);

    public void Write(Stream output)
    {
        output.Write("<!DOCTYPE html>\n"u8);
        var settings = new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            OmitXmlDeclaration = true,
            CheckCharacters = false,
            CloseOutput = false,
        };
        using var writer = XmlWriter.Create(output, settings);
        CreatePage().WriteTo(writer);
    }

    private XElement CreatePage() => Html.Element(
        "html",
        Html.Attribute("lang", "en"),
        Html.Element(
            "head",
            Html.Element("meta", Html.Attribute("charset", "utf-8")),
            Html.Element("meta", Html.Attribute("name", "viewport"), Html.Attribute("content", "width=device-width, initial-scale=1")),
            Html.Element("meta", Html.Attribute("http-equiv", "Content-Security-Policy"), Html.Attribute("content", "default-src 'none'; style-src 'unsafe-inline'")),
            Html.Element("title", "Google Checkout archive"),
            ReportStyle.ToElement()),
        Html.Element("body", CreateBody()));

    private IReadOnlyList<XElement?> CreateBody()
    {
        var sections = new (string Id, string Title, long? Count, IReadOnlyList<XElement?> Content)[]
        {
            ("money", "Orders and money by month", null, _sections.CreateMoney()),
            ("open", "Open balances", _sections.OpenOrders.Count, _sections.CreateOpen()),
            ("check", "Orders to check", _sections.OrdersToCheck.Count, _sections.CreateChecks()),
            ("duplicates", "Duplicates", report.Reading.Duplicates, _sections.CreateDuplicates()),
            ("faults", "Faults", report.Reading.Faults, _sections.CreateFaults()),
            ("files", "Files", report.Reading.Files.Count, _sections.CreateFiles()),
        };
        return
        [
            .. _sections.CreateIntroduction(),
            Html.Element("nav", Html.Attribute("aria-label", "Sections"), Html.Element("ul", [.. sections.Select(section =>
                Html.Element("li", Html.Element("a", Html.Attribute("href", "#" + section.Id), GetTitle(section.Title, section.Count))))])),
            .. sections.Select(section => Html.Element(
                "section",
                Html.Attribute("id", section.Id),
                Html.Element("h2", GetTitle(section.Title, section.Count)),
                section.Content)),
        ];
    }

    private static string GetTitle(string title, long? count) => count is { } known ? $"{title} ({Html.Count(known)})" : title;
}
