namespace GoogleCheckout;

/// <summary>Finds the name that a misspelled name was meant to be.</summary>
internal static class SimilarName
{
    // The comparison takes time in proportion to both lengths.
    private const int MaxLength = 128;

    /// <summary>Returns the known name that is most like the given one; null if none is. Case and punctuation do not count.</summary>
    public static string? Find(string name, IEnumerable<string> known)
    {
        if (name.Length > MaxLength || GetLetters(name) is not { Length: > 0 } letters)
        {
            return null;
        }

        var names = known.Select(candidate => (Name: candidate, Letters: GetLetters(candidate))).ToList();
        var (similar, distance) = names.Select(candidate => (candidate.Name, Distance: GetDistance(letters, candidate.Letters))).OrderBy(candidate => candidate.Distance).FirstOrDefault();
        // Two swapped letters count as two.
        if (similar is not null && distance <= Math.Max(1, letters.Length / 3))
        {
            return similar;
        }

        var containing = names.Where(candidate => candidate.Letters.EndsWith(letters, StringComparison.Ordinal)).Select(candidate => candidate.Name).ToList();
        return containing.Count == 1 ? containing[0] : null;
    }

    private static string GetLetters(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>Returns how many letters must be added, removed or replaced.</summary>
    private static int GetDistance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 0; i < one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i + 1;
            for (var j = 0; j < other.Length; j++)
            {
                var replaced = diagonal + (one[i] == other[j] ? 0 : 1);
                diagonal = row[j + 1];
                row[j + 1] = Math.Min(replaced, Math.Min(row[j], diagonal) + 1);
            }
        }

        return row[other.Length];
    }
}
