using System.Xml.Linq;

namespace GoogleCheckout.Cli.Archives.Report;

/// <summary>A table of a page: its caption, its headings, and as many rows as a browser shows with ease.</summary>
/// <param name="caption">The content of the table.</param>
/// <param name="columns">The headings; those that begin with # are of numbers.</param>
internal sealed class HtmlTable(string caption, params IReadOnlyList<string> columns)
{
    /// <summary>The number of rows that are shown.</summary>
    public const int MaxRows = 1000;

    private readonly List<XElement> _rows = [];
    private XElement? _footer;
    private long _count;

    /// <summary>Whether the names of the rows are so short that they stay on one line.</summary>
    public bool HasShortNames { get; init; }

    /// <summary>Adds a row. The first cell names it.</summary>
    public void Add(params IReadOnlyList<object?> cells)
    {
        _count++;
        if (_rows.Count < MaxRows)
        {
            _rows.Add(CreateRow(cells));
        }
    }

    /// <summary>Adds a row of sums below the others.</summary>
    public void AddFooter(params IReadOnlyList<object?> cells) => _footer = Html.Element("tfoot", CreateRow(cells));

    /// <summary>Returns the table, and a line about the rows that are not shown.</summary>
    public XElement ToElement() => Html.Element(
        "div",
        Html.Class("table"),
        Html.Element(
            "table",
            Html.Element("caption", caption),
            Html.Element("thead", Html.Element("tr", [.. columns.Select(CreateHeading)])),
            Html.Element("tbody", [.. _rows]),
            _footer),
        _count > _rows.Count ? Html.Element("p", Html.Class("quiet"), $"{Html.Count(_count - _rows.Count)} more are not shown. The CSV tables have all.") : null);

    private static XElement CreateHeading(string column) => column.StartsWith('#')
        ? Html.Element("th", Html.Attribute("scope", "col"), Html.Class("number"), column[1..])
        : Html.Element("th", Html.Attribute("scope", "col"), column);

    private XElement CreateRow(IReadOnlyList<object?> cells) => Html.Element("tr", [.. cells.Select((cell, index) => index == 0
        ? Html.Element("th", Html.Attribute("scope", "row"), HasShortNames ? Html.Class("short") : null, cell)
        : Html.Element("td", columns[index].StartsWith('#') ? Html.Class("number") : null, cell))]);
}
