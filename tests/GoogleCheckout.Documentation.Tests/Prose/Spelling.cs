using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace GoogleCheckout.Documentation.Prose;

/// <summary>Checks the spelling of words: American English by Hunspell's dictionary, and the words of the project in eng/words.txt.</summary>
internal sealed partial class Spelling(Checkout checkout)
{
    public const string WordList = "eng/words.txt";

    private const string Program = "hunspell";

    private readonly HashSet<string> _words = [.. checkout.Read(WordList).Split('\n', StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>Whether the spell checker and its dictionary are installed on this machine.</summary>
    public static bool IsInstalled
    {
        get
        {
            try
            {
                return Unknown(["color", "colour"]).SetEquals(["colour"]);
            }
            catch (Exception failure) when (failure is Win32Exception or InvalidOperationException)
            {
                return false;
            }
        }
    }

    public IEnumerable<Violation> Check(IReadOnlyCollection<Passage> passages)
    {
        var found = passages.SelectMany(passage => Words(passage.Text), (passage, word) => (Passage: passage, word.Word, word.Offset)).ToList();
        var unknown = Unknown(found.Select(word => word.Word).Where(word => !IsOfProject(word)));
        return found
            .Where(word => unknown.Contains(word.Word))
            .Select(word => new Violation(word.Passage.File, word.Passage.LineAt(word.Offset), $"\"{word.Word}\" is not in the dictionary, nor in {WordList}"));
    }

    /// <summary>Returns the words that the dictionary does not contain.</summary>
    public static HashSet<string> Unknown(IEnumerable<string> words) =>
        [.. Run("-d en_US -i utf-8 -l", string.Join('\n', words.Distinct())).Split('\n', StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>Splits a text into words, without names of types, files, settings and the like.</summary>
    internal static IEnumerable<(string Word, int Offset)> Words(string text) => Token().Matches(text)
        .Where(token => !Name().IsMatch(token.Value))
        .SelectMany(token => Word().Matches(token.Value), (token, word) => (word.Value.Replace('\u2019', '\''), token.Index + word.Index))
        .Select(word => word.Item1.EndsWith("'s", StringComparison.Ordinal) ? (word.Item1[..^2], word.Item2) : word);

    private bool IsOfProject(string word) => _words.Contains(word) || _words.Contains(char.ToLowerInvariant(word[0]) + word[1..]);

    private static string Run(string arguments, string input)
    {
        using var process = Process.Start(new ProcessStartInfo(Program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        return process.ExitCode == 0 ? output.Result : throw new InvalidOperationException($"{Program} {arguments} failed: {errors.Result}");
    }

    // Text between white space, without the punctuation around it; options of a command line are left out.
    [GeneratedRegex(@"(?<![\p{L}\p{N}-])[\p{L}\p{N}](?:[^\s\u25A1\u00B6|]*[\p{L}\p{N}])?/?")]
    private static partial Regex Token();

    [GeneratedRegex(@"[._/\\@:=#{}$&<>\[\]()0-9]|\p{Ll}\p{Lu}|^\p{Lu}{2,}\p{Ll}|-.*-")]
    private static partial Regex Name();

    [GeneratedRegex(@"\p{L}{2,}(?:['\u2019]\p{L}+)*")]
    private static partial Regex Word();
}
