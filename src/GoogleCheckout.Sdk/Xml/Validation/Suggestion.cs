namespace GoogleCheckout.Xml;

/// <summary>Finds the name that a misspelled name was meant to be.</summary>
internal static class Suggestion
{
    private const int MaxDistance = 2;
    private const int MaxLength = 80;

    /// <summary>Returns a question such as "; did you mean 'amount'?"; empty if no name differs only by case or by a letter or two.</summary>
    public static string For(string name, IEnumerable<string> names)
    {
        if (name.Length > MaxLength)
        {
            return string.Empty;
        }

        var (meant, distance) = names
            .Select(known => (Name: known, Distance: GetDistance(name, known)))
            .OrderBy(known => known.Distance)
            .FirstOrDefault();
        return meant is not null && distance <= MaxDistance && distance * 2 < meant.Length ? $"; did you mean '{meant}'?" : string.Empty;
    }

    /// <summary>Returns how many letters must be added, removed or replaced. Case does not count.</summary>
    private static int GetDistance(string name, string known)
    {
        var row = Enumerable.Range(0, known.Length + 1).ToArray();
        for (var i = 0; i < name.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i + 1;
            for (var j = 0; j < known.Length; j++)
            {
                var replaced = diagonal + (char.ToLowerInvariant(name[i]) == known[j] ? 0 : 1);
                diagonal = row[j + 1];
                row[j + 1] = Math.Min(replaced, Math.Min(row[j], diagonal) + 1);
            }
        }

        return row[known.Length];
    }
}
