using System.Text.RegularExpressions;
using NUnit.Framework;

namespace GoogleCheckout.Documentation.Samples;

/// <summary>The files and tests that the samples' table of features names exist, and each row names a test.</summary>
public partial class FeatureTableTests
{
    private const string Page = "samples/README.md";
    private const string Store = "samples/MerchantStore";
    private const string Header = "| feature of the old module";

    [Test]
    public void Files_NamedByTheTable_Exist()
    {
        var missing = from row in Rows()
                      from path in Code().Matches(row.Cells[1]).SelectMany(code => Alternatives(code.Groups[1].Value))
                      where path.Contains('/', StringComparison.Ordinal) && !Checkout.Current.Exists($"{Store}/{path.TrimEnd('/')}")
                      select new Violation(Page, row.Line, $"there is no {path} in {Store}");

        Violations.AssertNone([.. missing]);
    }

    [Test]
    public void Tests_NamedByTheTable_Exist()
    {
        var sources = string.Concat(Checkout.Current.Files("tests", "*.cs").Select(Checkout.Current.Read));
        var declared = Declaration().Matches(sources).Select(declaration => declaration.Groups[1].Value).ToHashSet();
        var violations = new List<Violation>();
        foreach (var row in Rows())
        {
            var named = Code().Matches(row.Cells[2]).Select(code => code.Groups[1].Value).ToList();
            violations.AddRange(named.Where(test => !declared.Contains(test)).Select(test => new Violation(Page, row.Line, $"there is no test {test}")));
            if (named.Count == 0)
            {
                violations.Add(new Violation(Page, row.Line, "the row names no test"));
            }
        }

        Violations.AssertNone(violations);
    }

    // The rows of all tables with that header, which end where the next line is no row.
    private static List<(string[] Cells, int Line)> Rows()
    {
        var rows = new List<(string[] Cells, int Line)>();
        var isTable = false;
        foreach (var (line, number) in Checkout.Current.Read(Page).Split('\n').Select((line, index) => (line, index + 1)))
        {
            isTable = line.StartsWith('|') && (isTable || line.StartsWith(Header, StringComparison.Ordinal));
            if (isTable && !line.StartsWith(Header, StringComparison.Ordinal) && !line.StartsWith("|---", StringComparison.Ordinal))
            {
                rows.Add((line.Trim('|').Split('|'), number));
            }
        }

        Assert.That(rows, Is.Not.Empty);
        return rows;
    }

    // "Orders/{A,B}.cs" names two files.
    private static IEnumerable<string> Alternatives(string path) => Braces().Match(path) is { Success: true } braces
        ? braces.Groups[1].Value.Split(',').Select(name => path.Replace(braces.Value, name, StringComparison.Ordinal))
        : [path];

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\{([^}]+)\}")]
    private static partial Regex Braces();

    [GeneratedRegex(@"\b(?:class |Task |void )(\w+)")]
    private static partial Regex Declaration();
}
