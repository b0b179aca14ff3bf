using System.Text.RegularExpressions;

namespace GoogleCheckout.Documentation.Prose;

/// <summary>A phrase that eng/banned-phrases.txt bans, and what to write instead.</summary>
internal sealed partial record BannedPhrase(Regex Pattern, string Advice, string Files)
{
    public const string List = "eng/banned-phrases.txt";

    private const string Separator = " => ";

    /// <summary>Reads the list: the syntax is described in its first lines.</summary>
    public static IReadOnlyList<BannedPhrase> All(Checkout checkout)
    {
        var phrases = new List<BannedPhrase>();
        var files = string.Empty;
        foreach (var line in checkout.Read(List).Split('\n').Where(line => line.Length > 0 && !line.StartsWith('#')))
        {
            if (line.StartsWith('['))
            {
                files = line.Trim('[', ']');
                continue;
            }

            var parts = line.Split(Separator);
            phrases.Add(parts is [var pattern, var advice]
                ? new BannedPhrase(Compile(pattern), advice.Trim(), files)
                : throw new FormatException($"{List}: '{line}' is not a pattern, '{Separator}' and advice."));
        }

        return phrases;
    }

    /// <summary>Finds the banned phrases in some prose.</summary>
    public static IEnumerable<Violation> Check(Checkout checkout, IReadOnlyCollection<Passage> passages) =>
        All(checkout).SelectMany(phrase => passages.SelectMany(phrase.In));

    public IEnumerable<Violation> In(Passage passage) => !IsFor(passage.File)
        ? []
        : Pattern.Matches(passage.Text).Select(match => new Violation(passage.File, passage.LineAt(match.Index), $"\"{Quoted(match.Value)}\": write {Advice}"));

    private bool IsFor(string file) => Files.StartsWith('*')
        ? file.EndsWith(Files[1..], StringComparison.Ordinal)
        : file.StartsWith(Files, StringComparison.Ordinal);

    private static Regex Compile(string pattern) => new(
        pattern.Trim().Replace($"{Passage.Break}", $@"{Passage.Break}\s*", StringComparison.Ordinal).Replace(" ", @"\s+", StringComparison.Ordinal),
        RegexOptions.IgnoreCase);

    private static string Quoted(string text) => WhiteSpace().Replace(text, " ").Trim(' ', Passage.Break);

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
