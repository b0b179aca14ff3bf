namespace GoogleCheckout.Xml;

/// <summary>The table in WireFacts.txt: the project's record of the elements and attributes of the protocol.</summary>
internal sealed class WireFacts
{
    private WireFacts(IEnumerable<string> lines)
    {
        Action<string> add = _ => { };
        foreach (var line in lines.Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line[0] == ' ')
            {
                add(line.Trim());
                continue;
            }

            var heading = line.Split(' ');
            add = heading[0] switch
            {
                "roots" => text => Roots.Add(Words(text)[0], Words(text)[1]),
                "enum" => AddTo(Enums, heading[1], text => text),
                _ => AddTo(Types, heading[1], text => new Fact(Words(text)[0], Words(text)[1], Words(text)[2])),
            };
        }
    }

    public static WireFacts Table { get; } = new(File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Xml", "WireFacts.txt")));

    public Dictionary<string, string> Roots { get; } = [];

    public Dictionary<string, List<string>> Enums { get; } = [];

    public Dictionary<string, List<Fact>> Types { get; } = [];

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static Action<string> AddTo<T>(Dictionary<string, List<T>> table, string name, Func<string, T> make)
    {
        var list = table[name] = [];
        return text => list.Add(make(text));
    }

    /// <summary>A line of the table: name, cardinality and type.</summary>
    internal sealed record Fact(string Name, string Cardinality, string Type)
    {
        public bool IsRequired => Cardinality is "1" or "one-of";
    }
}
