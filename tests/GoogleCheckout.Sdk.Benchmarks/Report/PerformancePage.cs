using System.Globalization;
using System.Text;
using System.Text.Json;

namespace GoogleCheckout.Benchmarks.Report;

/// <summary>
/// docs/performance.md and the sentence of the README. What was measured is kept in docs/performance.json, so that a part that is
/// measured again replaces its own rows only. The run writes between the comments of the page; the text around them is edited by hand.
/// </summary>
internal sealed class PerformancePage(string repository)
{
    private const string Beginning = "<!-- measured -->";
    private const string End = "<!-- /measured -->";
    private const string ReadmeBeginning = "- **Speed.** ";

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private string ResultsPath => Path.Combine(repository, "docs", "performance.json");

    private string PagePath => Path.Combine(repository, "docs", "performance.md");

    private string ReadmePath => Path.Combine(repository, "README.md");

    /// <summary>Returns the page of the repository that contains this program.</summary>
    public static PerformancePage OfThisRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "GoogleCheckout.Sdk.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} contains GoogleCheckout.Sdk.sln.");
        }

        return new PerformancePage(folder.FullName);
    }

    /// <summary>Replaces the rows of one part in the results, the page and the README.</summary>
    public void Replace(Measurement measurement)
    {
        var order = Part.All.Select(part => part.Name).ToList();
        Measurement[] measurements = [.. Load().Where(known => known.Part != measurement.Part && order.Contains(known.Part)).Append(measurement).OrderBy(each => order.IndexOf(each.Part))];
        var sentence = Sentence(measurements);
        File.WriteAllText(ResultsPath, JsonSerializer.Serialize(new Results(sentence, measurements), Json) + "\n");

        var page = File.ReadAllText(PagePath);
        var (start, end) = (page.IndexOf(Beginning, StringComparison.Ordinal), page.IndexOf(End, StringComparison.Ordinal));
        File.WriteAllText(PagePath, $"{page[..(start + Beginning.Length)]}\n\n{Render(measurements)}\n{page[end..]}");

        var lines = File.ReadAllLines(ReadmePath).Select(line => line.StartsWith(ReadmeBeginning, StringComparison.Ordinal) ? $"{ReadmeBeginning}{sentence}" : line);
        File.WriteAllText(ReadmePath, string.Join('\n', lines) + "\n");
    }

    private Measurement[] Load() => File.Exists(ResultsPath) ? JsonSerializer.Deserialize<Results>(File.ReadAllText(ResultsPath), Json)!.Measurements : [];

    private static string Sentence(Measurement[] measurements)
    {
        var order = measurements.FirstOrDefault(each => each.Part == "read-order")?.Rows[0].Measured;
        var history = measurements.FirstOrDefault(each => each.Part == "long-history")?.Rows[0].Measured.Split(',')[0];
        return $"A 3.3 KB notification is read in {order ?? "?"}, a gigabyte of history in {history ?? "?"}: [performance](docs/performance.md).";
    }

    private static string Render(Measurement[] measurements)
    {
        var text = new StringBuilder();
        foreach (var places in measurements.GroupBy(each => (each.Machine, each.Date)))
        {
            var parts = places.Count() == measurements.Length ? string.Empty : $" ({string.Join(", ", places.Select(each => $"`{each.Part}`"))})";
            text.Append(CultureInfo.InvariantCulture, $"Measured on {places.Key.Date:yyyy-MM-dd} on {places.Key.Machine}{parts}.\n");
        }

        text.Append("\n| part | what | measured | against | ratio | goal | |\n|---|---|---|---|---|---|---|\n");
        foreach (var (part, row) in measurements.SelectMany(each => each.Rows, (each, row) => (each.Part, row)))
        {
            text.Append(CultureInfo.InvariantCulture, $"| `{part}` | {row.What} | {row.Measured} | {row.Against} | {row.Ratio:0.00} | {row.Goal} | {(row.IsMet ? "met" : "**missed**")} |\n");
        }

        return text.ToString();
    }

    private sealed record Results(string Sentence, Measurement[] Measurements);
}
