using System.Globalization;
using System.Text.RegularExpressions;
using NUnit.Framework;

namespace GoogleCheckout.Xml;

/// <summary>Compares the verdict with that of .NET's validator and the official schema.</summary>
public partial class SchemaAgreementTests
{
    // GOOGLE_CHECKOUT_MUTATIONS=100000 runs the long form, which takes more than a minute.
    private static readonly int Mutations = int.Parse(Environment.GetEnvironmentVariable("GOOGLE_CHECKOUT_MUTATIONS") ?? "4000", CultureInfo.InvariantCulture);

    // The values for which .NET's validator and the recommendation XML Schema 1.0 disagree. The SDK follows the recommendation.
    private static readonly (string Kind, Func<string?, string, bool> Applies)[] Differences =
    [
        ("a no-break space around a date, which .NET removes and which is no white space in XML", (value, _) => value is not null && WireTime.TryParse(value.Trim(), out var _)),
        ("a time zone of more than 14:00, which .NET accepts", (value, _) => value is not null && LateZone().IsMatch(value)),
        ("NaN, which is not at least 0, and which .NET accepts in any case of its letters", (value, _) => string.Equals(value, "NaN", StringComparison.OrdinalIgnoreCase)),
        ("a no-break space in a token, which .NET takes for white space", (value, official) => value is null && official.Contains("xs:token", StringComparison.Ordinal)),
        ("a length with surrogate pairs, of which .NET counts both halves", (value, official) => value is null && official.Contains("MaxLength", StringComparison.Ordinal)),
    ];

    [TestCaseSource(nameof(Roots))]
    public void Generated_Always_IsValid(string root)
    {
        Assert.Multiple(() =>
        {
            Assert.That(CheckoutXml.ValidateSchema(SampleDocuments.Minimal(root)), Is.Empty);
            for (var variant = 0; variant < SampleDocuments.Variants; variant++)
            {
                Assert.That(CheckoutXml.ValidateSchema(SampleDocuments.Full(root, variant)), Is.Empty);
            }
        });
    }

    [Test]
    public void Mutated_ComparedWithOfficialSchema_HasTheSameVerdict()
    {
        SharedFolder.Require();
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var unexplained = new List<string>();
        for (var number = 0; number < Mutations; number++)
        {
            var document = new MutatedDocument(number).ToBytes();
            var ours = CheckoutXml.ValidateSchema(document);
            var official = OfficialSchema.GetErrors(document);
            var verdict = ours.Count > 0 == official.Count > 0 ? (ours.Count == 0 ? "valid" : "invalid") : Explain(ours, official);
            counts[verdict ?? "unexplained"] = counts.GetValueOrDefault(verdict ?? "unexplained") + 1;
            if (verdict is null)
            {
                unexplained.Add($"{number}: {string.Join("; ", ours)}{string.Join("; ", official)}");
            }
        }

        TestContext.Out.WriteLine($"{Mutations} documents: {string.Join("; ", counts.Select(count => $"{count.Value} {count.Key}"))}.");
        Assert.That(unexplained, Is.Empty);
    }

    // The document has one verdict here and another there, so each of its errors must be one of the differences.
    private static string? Explain(IReadOnlyList<SchemaViolation> ours, IReadOnlyList<string> official) => ours.Count > 0
        ? Explain(ours.Select(violation => (violation.Value, string.Empty)))
        : Explain(official.Select(error => ((string?)null, error)));

    private static string? Explain(IEnumerable<(string? Value, string Official)> errors)
    {
        var kinds = errors.Select(error => Array.Find(Differences, difference => difference.Applies(error.Value, error.Official)).Kind ?? string.Empty).ToList();
        return kinds.Contains(string.Empty) ? null : $"with {kinds[0]}";
    }

    private static Dictionary<string, string>.KeyCollection Roots() => WireFacts.Table.Roots.Keys;

    [GeneratedRegex(@"[+-]14:(?!00)\d\d$")]
    private static partial Regex LateZone();
}
