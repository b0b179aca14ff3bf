namespace GoogleCheckout.Documentation;

/// <summary>A place where the documentation breaks a rule.</summary>
/// <param name="File">The path of the file in the repository, with slashes.</param>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Message">The problem, and how to solve it.</param>
internal sealed record Violation(string File, int Line, string Message)
{
    public override string ToString() => $"{File}:{Line}: {Message}";

    /// <summary>Lists all violations, file by file, after a line with their number.</summary>
    /// <returns>The list; an empty string if there are no violations.</returns>
    public static string Report(IEnumerable<Violation> violations)
    {
        var files = violations
            .Distinct()
            .GroupBy(violation => violation.File)
            .OrderBy(file => file.Key, StringComparer.Ordinal)
            .Select(file => file.OrderBy(violation => violation.Line).ThenBy(violation => violation.Message, StringComparer.Ordinal).ToList())
            .ToList();
        return files.Count == 0
            ? string.Empty
            : $"{files.Sum(file => file.Count)} violations in {files.Count} files\n" + string.Concat(files.Select(file => string.Concat(file.Select(violation => $"{violation}\n"))));
    }
}
