namespace GoogleCheckout.Architecture;

/// <summary>A shipped project, its layers, and which folder uses which.</summary>
internal sealed class AnalyzedProject
{
    public AnalyzedProject(SourceProject project, ProjectLayers layers, CompiledProject compiled)
    {
        Project = project;
        Layers = layers;
        Errors = compiled.Errors;
        Uses = TypeUseCollector.Collect(project, compiled.Compilation);
        Folders = new FolderGraph(project.Folders, Uses);
        Rooms = new FolderGraph(layers.Rooms.Select(room => room.Folder), UsesBetweenRooms());
    }

    public SourceProject Project { get; }

    public ProjectLayers Layers { get; }

    /// <summary>The errors of the compiler. Each may hide what a line uses.</summary>
    public IReadOnlyList<string> Errors { get; }

    public IReadOnlyList<TypeUse> Uses { get; }

    /// <summary>Which folder uses which, subfolders on their own.</summary>
    public FolderGraph Folders { get; }

    /// <summary>Which room uses which, subfolders as part of their rooms.</summary>
    public FolderGraph Rooms { get; }

    public static IReadOnlyList<AnalyzedProject> LoadAll(SourceRepository repository)
    {
        var table = LayerTable.Load(repository);
        var compiler = new ProjectCompiler(repository.ShippedProjects);
        return
        [
            .. repository.ShippedProjects.Select(project => new AnalyzedProject(
                project,
                table.Of(project.Name) ?? new ProjectLayers(project.Name, [], []),
                compiler.Compile(project))),
        ];
    }

    /// <summary>Returns the number of files of a room and its subfolders.</summary>
    public int FileCount(Room room) => Project.Files.Count(file => Layers.RoomOf(file.Folder) == room);

    /// <summary>Returns the subfolders that belong to a room, by their paths below it.</summary>
    public IReadOnlyList<string> Subfolders(Room room) =>
    [
        .. Project.Folders.Where(folder => folder != room.Folder && Layers.RoomOf(folder) == room).Select(folder => folder[(room.Folder.Length + 1)..]),
    ];

    public override string ToString() => Project.Name;

    private IEnumerable<TypeUse> UsesBetweenRooms() =>
        from use in Uses
        let room = Layers.RoomOf(use.From)
        let usedRoom = Layers.RoomOf(use.To)
        where room is not null && usedRoom is not null && room != usedRoom
        select use with { From = room.Folder, To = usedRoom.Folder };
}
