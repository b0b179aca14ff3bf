namespace GoogleCheckout.Xml;

/// <summary>The table in WireFacts.txt: the elements and attributes of the protocol. It does not change after it is read.</summary>
internal sealed class WireFacts
{
    private static readonly Lazy<WireFacts> Shared = new(() => new WireFacts(ReadLines()));

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
                _ => AddTo(Types, heading[1], text => WireFact.Parse(Words(text))),
            };
        }
    }

    public static WireFacts Table => Shared.Value;

    public Dictionary<string, string> Roots { get; } = [];

    public Dictionary<string, List<string>> Enums { get; } = [];

    public Dictionary<string, List<WireFact>> Types { get; } = [];

    private static IEnumerable<string> ReadLines()
    {
        using var table = typeof(WireFacts).Assembly.GetManifestResourceStream("WireFacts.txt")!;
        using var reader = new StreamReader(table);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    private static string[] Words(string text) => text.Split([' '], StringSplitOptions.RemoveEmptyEntries);

    private static Action<string> AddTo<T>(Dictionary<string, List<T>> table, string name, Func<string, T> make)
    {
        var list = table[name] = [];
        return text => list.Add(make(text));
    }
}
