using System.Globalization;
using System.Text;

namespace GoogleCheckout.Architecture;

/// <summary>Writes the page about the layers.</summary>
internal static class LayersMarkdown
{
    public static string Write(IReadOnlyList<AnalyzedProject> projects)
    {
        var text = new StringBuilder(
            $"""
            <!-- Generated from the sources. Do not edit; run: {Commands.Renewal} -->

            # Layers

            This page is for contributors. The folders of each shipped project form layers, like the floors of a house. A folder uses
            itself and the folders of lower layers, and no folder uses another in a circle. Folders of one layer do not use each other.
            The rule is the table [`Layers.txt`](../{LayerTable.RepositoryPath}); `LayerTests` compiles the
            sources, compares them with the table and names the file, the line and the type of each violation.

            A subfolder belongs to the folder above it unless the table lists it. References in documentation comments do not count.

            How to read the matrices: the folder of the row uses the folder of the column; `3/2` means that 2 files use 3 types.
            In a picture, follow the column of a dot down to the number of the folder that is used.

            """);
        foreach (var project in projects)
        {
            Append(text, project);
        }

        return text.ToString();
    }

    /// <summary>Whether there is something to see.</summary>
    public static bool HasPicture(AnalyzedProject project) => project.Layers.Rooms.Count > 1;

    /// <summary>Returns the path of a project's picture from the page.</summary>
    public static string PictureOf(AnalyzedProject project) => $"images/house-{project}.svg";

    private static void Append(StringBuilder text, AnalyzedProject project)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n## {project}\n\n");
        if (HasPicture(project))
        {
            text.Append(CultureInfo.InvariantCulture, $"![The layers of {project}: the table below as a picture]({PictureOf(project)})\n\n");
        }

        text.Append("| | folder | contains | subfolders | files |\n|---:|---|---|---|---:|\n");
        foreach (var (index, room) in project.Layers.Rooms.Index())
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {index + 1} | {room.Name} | {room.Contents} | {string.Join(", ", project.Subfolders(room))} | {project.FileCount(room)} |\n");
        }

        if (HasPicture(project))
        {
            text.Append('\n').Append(MatrixMarkdown.Write(project.Rooms));
        }
    }
}
