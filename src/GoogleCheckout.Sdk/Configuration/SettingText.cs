using System.Globalization;

namespace GoogleCheckout.Configuration;

/// <summary>Reads the texts of settings, and finds the name that a misspelled one stands for.</summary>
internal static class SettingText
{
    public const string TimeFormat = "a time span in days.hours:minutes:seconds, for example 00:01:00 for a minute or 7.00:00:00 for a week";

    /// <summary>
    /// Parses <c>[days.]hours:minutes:seconds</c>. A plain number is refused, because it would count days; so are 24 hours without
    /// days, which would be 24 days.
    /// </summary>
    public static bool TryParseTime(string text, out TimeSpan time)
    {
        time = TimeSpan.Zero;
        return text.Split(':').Length == 3 && TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out time);
    }

    /// <summary>Returns the known name that is most like the given one; null if none is. Case and punctuation do not count.</summary>
    public static string? FindSimilar(string name, IEnumerable<string> known)
    {
        var letters = GetLetters(name);
        var names = known.Select(candidate => (Name: candidate, Letters: GetLetters(candidate))).ToList();
        var (similar, distance) = names.Select(candidate => (candidate.Name, Distance: GetDistance(letters, candidate.Letters))).OrderBy(candidate => candidate.Distance).FirstOrDefault();
        if (similar is null || letters.Length == 0)
        {
            return null;
        }

        var containing = names.Where(candidate => candidate.Letters.EndsWith(letters, StringComparison.Ordinal)).Select(candidate => candidate.Name).ToList();
        return distance <= Math.Max(1, letters.Length / 4) ? similar
            : containing.Count == 1 ? containing[0]
            : null;
    }

    private static string GetLetters(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>Returns how many letters must be inserted, removed or replaced.</summary>
    private static int GetDistance(string one, string other)
    {
        var previous = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 0; i < one.Length; i++)
        {
            var current = new int[other.Length + 1];
            current[0] = i + 1;
            for (var j = 0; j < other.Length; j++)
            {
                var replaced = previous[j] + (one[i] == other[j] ? 0 : 1);
                current[j + 1] = Math.Min(replaced, Math.Min(previous[j + 1], current[j]) + 1);
            }

            previous = current;
        }

        return previous[other.Length];
    }
}
