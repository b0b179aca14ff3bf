using System.Globalization;
using System.Text;

namespace GoogleCheckout.Endurance;

/// <summary>Draws the curves of a run as an SVG, each in a chart of its own that begins at zero.</summary>
internal static class CurveChart
{
    private const int Width = 380;
    private const int Height = 200;
    private const int PlotLeft = 48;
    private const int PlotTop = 44;
    private const int PlotWidth = 312;
    private const int PlotHeight = 116;

    private const string Style =
        """
          <style>
            svg { --back: #ffffff; --ink: #1f2328; --line: #57606a; --curve: #3573b9; --grid: #d8dee4; }
            @media (prefers-color-scheme: dark) {
              svg { --back: #0d1117; --ink: #e6edf3; --line: #9aa4af; --curve: #6cb0ff; --grid: #30363d; }
            }
            .back { fill: var(--back); }
            text { font: 13px "Segoe UI", "Helvetica Neue", Arial, sans-serif; fill: var(--ink); }
            .heading { font-size: 15px; font-weight: 600; }
            .end { text-anchor: end; }
            .middle { text-anchor: middle; }
            .note { fill: var(--line); }
            .grid { stroke: var(--grid); stroke-width: 1; }
            .curve { fill: none; stroke: var(--curve); stroke-width: 2; stroke-linejoin: round; }
          </style>
        """;

    public static string Draw(EnduranceOptions options, IReadOnlyList<Sample> samples, IReadOnlyList<Curve> curves)
    {
        var rows = (curves.Count + 1) / 2;
        var description = string.Join("; ", curves.Select(Describe));
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {2 * Width} {rows * Height}" width="{2 * Width}" height="{rows * Height}" role="img" aria-labelledby="title desc">
              <title id="title">What a merchant's host holds in {options.Minutes} minutes</title>
              <desc id="desc">Lower quartiles of the middle third and of the last third: {description}.</desc>
            {Style}
              <rect class="back" width="{2 * Width}" height="{rows * Height}"/>
            """);
        for (var i = 0; i < curves.Count; i++)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"""  <g transform="translate({i % 2 * Width} {i / 2 * Height})">""");
            Draw(text, options, samples, curves[i]);
            text.AppendLine("  </g>");
        }

        return text.AppendLine("</svg>").ToString();
    }

    private static string Describe(Curve curve) => $"{curve.Name} {EnduranceReport.Format(curve, curve.Middle)} and {EnduranceReport.Format(curve, curve.Last)}";

    private static void Draw(StringBuilder text, EnduranceOptions options, IReadOnlyList<Sample> samples, Curve curve)
    {
        var step = GetStep(curve.Values.Max());
        var top = step * Math.Ceiling(curve.Values.Max() / step);
        var heading = char.ToUpperInvariant(curve.Name[0]) + curve.Name[1..];
        text.AppendLine(CultureInfo.InvariantCulture, $"""
                <text class="heading" x="16" y="26">{heading}</text>
                <text class="end note" x="{PlotLeft + PlotWidth}" y="26">{EnduranceReport.Format(curve, curve.Middle)} → {EnduranceReport.Format(curve, curve.Last)}</text>
            """);
        for (var value = 0.0; value <= top; value += step)
        {
            var y = GetY(value, top);
            text.AppendLine(CultureInfo.InvariantCulture, $"""
                    <path class="grid" d="M{PlotLeft} {y:0.#} H{PlotLeft + PlotWidth}"/>
                    <text class="end note" x="{PlotLeft - 6}" y="{y + 4:0.#}">{value:0.#}</text>
                """);
        }

        foreach (var third in Enumerable.Range(0, 4))
        {
            var x = PlotLeft + (PlotWidth * third / 3.0);
            text.AppendLine(CultureInfo.InvariantCulture, $"""    <text class="{(third == 3 ? "end" : "middle")} note" x="{x:0.#}" y="{PlotTop + PlotHeight + 20}">{options.Minutes * third / 3.0:0.#}{(third == 3 ? " minutes" : string.Empty)}</text>""");
        }

        var points = samples.Zip(curve.Values, (sample, value) => string.Create(CultureInfo.InvariantCulture, $"{PlotLeft + (PlotWidth * Math.Min(sample.Minute / options.Minutes, 1)):0.#},{GetY(value, top):0.#}"));
        text.AppendLine(CultureInfo.InvariantCulture, $"""    <polyline class="curve" points="{string.Join(' ', points)}"/>""");
    }

    private static double GetY(double value, double top) => PlotTop + (PlotHeight * (1 - (value / top)));

    // 1, 2 or 5 times a power of ten, for two to five lines.
    private static double GetStep(double max)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(max, 1) / 2)));
        return new[] { 1, 2, 5 }.Select(factor => factor * power).First(step => max / step <= 4 || step == 5 * power);
    }
}
