namespace GoogleCheckout.Architecture;

/// <summary>Layers.txt: the layers of each shipped project.</summary>
internal sealed class LayerTable
{
    /// <summary>The path of the table in the repository.</summary>
    public const string RepositoryPath = "tests/GoogleCheckout.Architecture.Tests/Layers.txt";

    // What fits into a room of the picture.
    private const int MaxContentsLength = 54;

    private LayerTable(IReadOnlyList<ProjectLayers> projects) => Projects = projects;

    /// <summary>The projects in the order of the table; a project references earlier ones only.</summary>
    public IReadOnlyList<ProjectLayers> Projects { get; }

    public ProjectLayers? Of(string project) => Projects.SingleOrDefault(layers => layers.Project == project);

    public static LayerTable Load(SourceRepository repository)
    {
        var own = repository.FullPath(RepositoryPath);
        return Parse(File.ReadAllText(File.Exists(own) ? own : Path.Combine(AppContext.BaseDirectory, "Layers.txt")));
    }

    public static LayerTable Parse(string text)
    {
        var projects = new List<ProjectLayers>();
        var rooms = new List<Room>();
        foreach (var line in text.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line[0] != ' ')
            {
                var names = line.Split([':', ' '], StringSplitOptions.RemoveEmptyEntries);
                rooms = [];
                projects.Add(new ProjectLayers(names[0], names[1..], rooms));
                continue;
            }

            var isBeside = line.TrimStart().StartsWith("+ ", StringComparison.Ordinal);
            var words = line.Trim().TrimStart('+').Trim().Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (words.Length < 2 || words[1].Length > MaxContentsLength)
            {
                throw new FormatException($"Layers.txt: '{line.Trim()}' needs a folder and what it contains in at most {MaxContentsLength} characters.");
            }

            var floor = rooms.Count == 0 ? 0 : rooms[^1].Floor + (isBeside ? 0 : 1);
            rooms.Add(new Room(words[0] == TypeUse.NameOf(string.Empty) ? string.Empty : words[0], words[1], floor));
        }

        return new LayerTable(projects);
    }
}
