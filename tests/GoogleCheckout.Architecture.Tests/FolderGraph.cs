namespace GoogleCheckout.Architecture;

/// <summary>Which folder of a project uses which, by how many types and from how many files.</summary>
internal sealed class FolderGraph
{
    private readonly Dictionary<(string From, string To), List<TypeUse>> _edges;

    public FolderGraph(IEnumerable<string> folders, IEnumerable<TypeUse> uses)
    {
        Folders = [.. folders];
        _edges = uses.GroupBy(use => (use.From, use.To)).ToDictionary(group => group.Key, group => group.ToList());
        Circles = [.. StrongComponents().Where(component => component.Count > 1)];
    }

    public IReadOnlyList<string> Folders { get; }

    public int EdgeCount => _edges.Count;

    /// <summary>The groups of folders in which each reaches each.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Circles { get; }

    /// <summary>The pairs of folders that use each other directly.</summary>
    public IReadOnlyList<(string One, string Other)> MutualPairs =>
        [.. _edges.Keys.Where(edge => string.CompareOrdinal(edge.From, edge.To) < 0 && _edges.ContainsKey((edge.To, edge.From))).Order()];

    public IReadOnlyList<TypeUse> Uses(string from, string to) => _edges.GetValueOrDefault((from, to)) ?? [];

    public int Types(string from, string to) => Uses(from, to).Select(use => use.Type).Distinct().Count();

    public int Files(string from, string to) => Uses(from, to).Select(use => use.File).Distinct().Count();

    // Few folders: who reaches whom is asked directly.
    private IEnumerable<IReadOnlyList<string>> StrongComponents()
    {
        var reachable = Folders.ToDictionary(folder => folder, Reachable);
        return Folders.GroupBy(folder => string.Join('\n', Folders.Where(other => other == folder || (reachable[folder].Contains(other) && reachable[other].Contains(folder)))))
            .Select(group => group.ToList());
    }

    private HashSet<string> Reachable(string folder)
    {
        var reached = new HashSet<string>();
        var open = new Stack<string>([folder]);
        while (open.TryPop(out var next))
        {
            foreach (var to in _edges.Keys.Where(edge => edge.From == next).Select(edge => edge.To).Where(reached.Add))
            {
                open.Push(to);
            }
        }

        return reached;
    }
}
