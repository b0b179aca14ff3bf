using System.Xml.Linq;

namespace GoogleCheckout.Cli.Archives.Report;

/// <summary>The style of the report: light and dark on a screen, black on white on paper.</summary>
internal static class ReportStyle
{
    // Contains none of the characters that XML escapes, because HTML does not decode them in a style.
    private const string Text =
        """

        :root { color-scheme: light dark; --ink: #1b1f23; --quiet: #545b61; --paper: #ffffff; --line: #d0d5d9; --wash: #f3f5f6; --alert: #9b1c1c; --in: #2f6f8f; --out: #c4622d; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e8eaec; --quiet: #a9b0b5; --paper: #16191c; --line: #3b4248; --wash: #20252a; --alert: #ff9a9a; --in: #6fb3d2; --out: #eb9a6b; } }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 64rem; padding: 1.5rem 1rem 3rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
        h1 { margin: 0 0 .25rem; font-size: 1.7rem; line-height: 1.25; }
        h2 { margin: 2.5rem 0 .5rem; font-size: 1.25rem; border-bottom: 1px solid var(--line); padding-bottom: .25rem; }
        h3 { margin: 1.5rem 0 .5rem; font-size: 1.05rem; }
        p { margin: .5rem 0; max-width: 48rem; }
        a { color: inherit; }
        nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 1rem 0 0; padding: 0; list-style: none; }
        .quiet { color: var(--quiet); }
        .alert { padding-left: .75rem; border-left: .25rem solid var(--alert); }
        dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: .75rem; margin: 1.25rem 0; }
        dl div { padding: .6rem .8rem; background: var(--wash); border-radius: .4rem; }
        dt { color: var(--quiet); font-size: .875rem; }
        dd { margin: 0; font-size: 1.25rem; font-variant-numeric: tabular-nums; }
        .table { overflow-x: auto; margin: .75rem 0 1.25rem; }
        table { width: 100%; border-collapse: collapse; font-size: .925rem; }
        caption { padding: .25rem 0; text-align: left; color: var(--quiet); }
        th, td { padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; font-weight: normal; overflow-wrap: break-word; }
        thead th, tfoot th, tfoot td { font-weight: 600; }
        tfoot th, tfoot td { border-top: 2px solid var(--line); border-bottom: 0; }
        th.number, td.number { padding-right: 0; padding-left: .75rem; text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
        td.number + td, th.number + th:not(.number) { padding-left: 1rem; }
        .short { white-space: nowrap; }
        td ul { margin: 0; padding: 0 0 0 1rem; }
        figure { margin: 1rem 0; overflow-x: auto; }
        svg { display: block; width: 100%; min-width: 38rem; height: auto; }
        svg text { fill: var(--quiet); font: 12px system-ui, sans-serif; }
        .axis { stroke: var(--line); stroke-width: 1; }
        .in { fill: var(--in); background: var(--in); }
        .out { fill: var(--out); background: var(--out); }
        figcaption { color: var(--quiet); font-size: .925rem; }
        .key { display: inline-block; width: .8rem; height: .8rem; margin: 0 .35rem 0 0; border-radius: .15rem; vertical-align: -.05rem; }
        .key + .text { margin-right: 1.25rem; }
        @media print {
          :root { color-scheme: light; --ink: #000000; --quiet: #333333; --paper: #ffffff; --line: #999999; --wash: #ffffff; --alert: #000000; --in: #2f6f8f; --out: #c4622d; }
          body { max-width: none; padding: 0; font-size: 10pt; }
          nav { display: none; }
          dl div { border: 1px solid var(--line); }
          .table, figure { overflow: visible; }
          thead { display: table-header-group; }
          tr, figure, dl div { break-inside: avoid; }
          h2, h3, caption { break-after: avoid; }
          svg, .key { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
        }

        """;

    public static XElement ToElement() => new("style", Text);
}
