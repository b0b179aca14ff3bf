namespace GoogleCheckout.Architecture;

/// <summary>The layers of a project, lowest first, and the shipped projects that it may reference.</summary>
internal sealed record ProjectLayers(string Project, IReadOnlyList<string> References, IReadOnlyList<Room> Rooms)
{
    /// <summary>Returns the room that a folder belongs to: itself or the nearest folder above it that is listed. Null if there is none.</summary>
    public Room? RoomOf(string folder) =>
        Rooms.FirstOrDefault(room => room.Folder == folder)
        ?? (folder.LastIndexOf('/') is var slash and > 0 ? RoomOf(folder[..slash]) : null);
}
