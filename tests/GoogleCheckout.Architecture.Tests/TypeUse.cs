namespace GoogleCheckout.Architecture;

/// <summary>A line of one folder that uses a type of another folder of the same project.</summary>
internal sealed record TypeUse(string From, string File, int Line, string Type, string To)
{
    /// <summary>The name of a folder in messages and tables: (root) for the project folder itself.</summary>
    public static string NameOf(string folder) => folder.Length == 0 ? "(root)" : folder;

    public override string ToString() => $"{File}:{Line}: {NameOf(From)} uses {Type} of {NameOf(To)}";
}
