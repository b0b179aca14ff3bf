namespace GoogleCheckout.Architecture;

/// <summary>Finds what breaks the layers of a project. Each problem is one line, or a few for a circle.</summary>
internal static class LayerRules
{
    private const int UsesShownPerEdge = 10;

    /// <summary>Returns the folders that no layer has, and the layers that have no files.</summary>
    public static IEnumerable<string> CheckTable(AnalyzedProject project) =>
    [
        .. project.Project.Folders.Where(folder => project.Layers.RoomOf(folder) is null)
            .Select(folder => $"{project}: the folder {TypeUse.NameOf(folder)} is in no layer. Add it to {LayerTable.RepositoryPath}."),
        .. project.Layers.Rooms.Where(room => project.FileCount(room) == 0)
            .Select(room => $"{project}: the layer {room.Name} has no files. Remove it from {LayerTable.RepositoryPath}."),
    ];

    /// <summary>Returns the uses of folders that are not below the user's own, one for each file and type.</summary>
    public static IEnumerable<string> CheckArrows(AnalyzedProject project) =>
        from use in FirstOfEachFileAndType(project.Uses)
        let room = project.Layers.RoomOf(use.From)
        let usedRoom = project.Layers.RoomOf(use.To)
        where room is not null && usedRoom is not null && room != usedRoom && usedRoom.Floor >= room.Floor
        select $"{use}, which is {(usedRoom.Floor == room.Floor ? "on the same floor" : "above it")}.";

    /// <summary>Returns the circles between folders, also between subfolders of one layer.</summary>
    public static IEnumerable<string> CheckCircles(AnalyzedProject project) => project.Folders.Circles.Select(circle => Describe(project.Folders, circle));

    private static string Describe(FolderGraph graph, IReadOnlyList<string> circle)
    {
        var edges =
            from one in circle
            from other in circle
            where graph.Uses(one, other).Count > 0
            orderby graph.Types(one, other) * graph.Files(one, other)
            select (From: one, To: other);
        return string.Join(
            Environment.NewLine,
            edges.SelectMany(edge => DescribeEdge(graph, edge.From, edge.To))
                .Prepend($"{circle.Count} folders use each other in a circle: {string.Join(", ", circle.Select(TypeUse.NameOf))}. The thinnest edges first:"));
    }

    private static IEnumerable<string> DescribeEdge(FolderGraph graph, string from, string to)
    {
        var uses = FirstOfEachFileAndType(graph.Uses(from, to)).ToList();
        yield return $"  {TypeUse.NameOf(from)} uses {TypeUse.NameOf(to)}: {graph.Types(from, to)} types / {graph.Files(from, to)} files";
        foreach (var use in uses.Take(UsesShownPerEdge))
        {
            yield return $"    {use}";
        }

        if (uses.Count > UsesShownPerEdge)
        {
            yield return $"    and {uses.Count - UsesShownPerEdge} more";
        }
    }

    private static IEnumerable<TypeUse> FirstOfEachFileAndType(IEnumerable<TypeUse> uses) => uses.DistinctBy(use => (use.File, use.Type, use.To));
}
