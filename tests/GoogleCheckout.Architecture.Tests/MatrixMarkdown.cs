using System.Globalization;
using System.Text;

namespace GoogleCheckout.Architecture;

/// <summary>Writes which folder uses which as a Markdown table: the row uses the column, by so many types from so many files.</summary>
internal static class MatrixMarkdown
{
    public static string Write(FolderGraph graph)
    {
        var text = new StringBuilder();
        var numbers = Enumerable.Range(1, graph.Folders.Count).ToList();
        text.Append("| | folder |").AppendJoin(string.Empty, numbers.Select(number => $" {number} |")).Append('\n');
        text.Append("|---:|---|").AppendJoin(string.Empty, numbers.Select(_ => ":---:|")).Append('\n');
        foreach (var number in numbers)
        {
            var from = graph.Folders[number - 1];
            text.Append(CultureInfo.InvariantCulture, $"| {number} | {TypeUse.NameOf(from)} |")
                .AppendJoin(string.Empty, graph.Folders.Select(to => $" {Cell(graph, from, to)} |"))
                .Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Writes the matrix of all folders of a project, with the pairs that use each other and the circles.</summary>
    public static string WriteWithCircles(AnalyzedProject project)
    {
        var graph = project.Folders;
        var pairs = graph.MutualPairs.Select(pair =>
            $"- {TypeUse.NameOf(pair.One)} and {TypeUse.NameOf(pair.Other)}: {Cell(graph, pair.One, pair.Other)} and {Cell(graph, pair.Other, pair.One)}\n");
        var circles = graph.Circles.Select(circle => $"- {circle.Count} folders: {string.Join(", ", circle.Select(TypeUse.NameOf))}\n");
        return
            $"""
            ## {project}

            {project.Project.Files.Count} files, {graph.Folders.Count} folders, {graph.EdgeCount} edges, {graph.MutualPairs.Count} pairs of folders that use each other, {graph.Circles.Count} circles, {project.Errors.Count} errors of the compiler.

            {Write(graph)}
            Pairs of folders that use each other:

            {string.Concat(pairs.DefaultIfEmpty("none\n"))}
            Circles (strongly connected folders):

            {string.Concat(circles.DefaultIfEmpty("none\n"))}
            """;
    }

    private static string Cell(FolderGraph graph, string from, string to) =>
        from == to ? "·" : graph.Uses(from, to).Count == 0 ? string.Empty : $"{graph.Types(from, to)}/{graph.Files(from, to)}";
}
