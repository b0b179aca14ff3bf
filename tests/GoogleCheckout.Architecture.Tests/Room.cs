namespace GoogleCheckout.Architecture;

/// <summary>A listed folder of a project.</summary>
/// <param name="Folder">The path in the project; empty for the project folder itself.</param>
/// <param name="Contents">What the folder contains, in a few words.</param>
/// <param name="Floor">The layer; 0 for the lowest. Rooms of one floor do not use each other.</param>
internal sealed record Room(string Folder, string Contents, int Floor)
{
    public string Name => TypeUse.NameOf(Folder);
}
