using System.Globalization;
using System.Security;
using System.Text;

namespace GoogleCheckout.Architecture;

/// <summary>
/// Draws the layers of a project as a house: one floor for each layer, the lowest at the bottom, and beside it a matrix. A dot says
/// that the room of its row uses the room whose number is at the foot of its column.
/// </summary>
internal sealed class HouseSvg
{
    private const int Width = 800;
    private const int Margin = 20;
    private const int RoofHeight = 52;
    private const int RowHeight = 36;
    private const int LegendHeight = 66;
    private const int MaxMatrixWidth = 364;
    private const int Gap = 14;

    private const string Style =
        """
        text { font-family: system-ui, -apple-system, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif; font-size: 12px; fill: #57606a }
        .page { fill: #ffffff }
        .roof { fill: #0b6e75 }
        .title { fill: #ffffff; font-size: 16px; font-weight: 600; text-anchor: middle }
        .floor { fill: #f1f5f7 }
        .odd { fill: #e4ecef }
        .wall { fill: none; stroke: #0b6e75; stroke-width: 2 }
        .room { fill: #1f2328; font-size: 14px; font-weight: 600 }
        .files { text-anchor: end }
        .number { fill: #1f2328; font-size: 11px; text-anchor: middle; dominant-baseline: central }
        .guide { stroke: #b8c4ca; stroke-width: 1 }
        .dot { fill: #0b6e75 }
        .wrong { fill: #c62828 }
        @media (prefers-color-scheme: dark) {
          text { fill: #a9b4bd }
          .page { fill: #0d1117 }
          .roof { fill: #136a70 }
          .floor { fill: #182028 }
          .odd { fill: #202b35 }
          .wall { stroke: #2f8f96 }
          .room, .number { fill: #e6edf3 }
          .guide { stroke: #43525f }
          .dot { fill: #4fc3cb }
          .wrong { fill: #ff7b72 }
        }
        """;

    private readonly StringBuilder _text = new();
    private readonly AnalyzedProject _project;
    private readonly IReadOnlyList<Room> _rooms;
    private readonly int _cell;

    private HouseSvg(AnalyzedProject project)
    {
        _project = project;
        _rooms = project.Layers.Rooms;
        _cell = Math.Min(RowHeight, MaxMatrixWidth / _rooms.Count);
    }

    private static int Top => Margin + RoofHeight;

    private int Bottom => Top + (RowHeight * _rooms.Count);

    private int MatrixLeft => Width - Margin - (_cell * _rooms.Count);

    private int WallRight => MatrixLeft - Gap;

    public static string Write(AnalyzedProject project) => new HouseSvg(project).Write();

    private string Write()
    {
        var height = Bottom + LegendHeight;
        Line($"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {height}" width="{Width}" height="{height}" role="img" aria-labelledby="title desc">""");
        Line($"""<title id="title">The layers of {_project}</title>""");
        Line($"""<desc id="desc">{SecurityElement.Escape(Description())}</desc>""");
        Line($"<style>\n{Style}\n</style>");
        Line($"""<rect class="page" width="{Width}" height="{height}" rx="10"/>""");
        DrawFloors();
        DrawRoof();
        DrawGuides();
        for (var index = 0; index < _rooms.Count; index++)
        {
            DrawRoom(index);
        }

        DrawLegend();
        Line($"</svg>");
        return _text.ToString();
    }

    private string Description() => string.Join(' ', _rooms.Select((room, index) =>
        $"{index + 1}: {room.Name}, {room.Contents}, {Files(room)}; uses {Names(Enumerable.Range(0, _rooms.Count).Where(used => Uses(index, used)))}."));

    private string Names(IEnumerable<int> rooms) => string.Join(", ", rooms.Select(room => _rooms[room].Name).DefaultIfEmpty("no other folder"));

    // One rectangle for all rooms of a floor, up to the numbers of the matrix.
    private void DrawFloors()
    {
        foreach (var floor in _rooms.Index().GroupBy(room => room.Item.Floor))
        {
            var highest = floor.Max(room => room.Index);
            var width = MatrixLeft + ((highest + 1) * _cell) - Margin;
            var shade = floor.Key % 2 == 0 ? "floor" : "odd";
            Line($"""<rect class="{shade}" x="{Margin}" y="{RowTop(highest)}" width="{width}" height="{floor.Count() * RowHeight}"/>""");
        }
    }

    private void DrawRoof()
    {
        var middle = (Margin + WallRight) / 2;
        Line($"""<path class="roof" d="M{Margin - 10} {Top}L{middle} {Margin - 8}L{WallRight + 10} {Top}Z"/>""");
        Line($"""<text class="title" x="{middle}" y="{Top - 10}">{_project}</text>""");
        Line($"""<rect class="wall" x="{Margin}" y="{Top}" width="{WallRight - Margin}" height="{Bottom - Top}"/>""");
    }

    // From the highest dot of a column down to the number of the room that is used.
    private void DrawGuides()
    {
        for (var used = 0; used < _rooms.Count; used++)
        {
            if (Enumerable.Range(used + 1, _rooms.Count - used - 1).Where(user => Uses(user, used)).DefaultIfEmpty(-1).Max() is var highest and >= 0)
            {
                Line($"""<path class="guide" d="M{CellMiddle(used)} {RowMiddle(highest)}V{RowMiddle(used) - 9}"/>""");
            }
        }
    }

    private void DrawRoom(int index)
    {
        var room = _rooms[index];
        var top = RowTop(index);
        Line($"""<text class="room" x="{Margin + 12}" y="{top + 16}">{room.Name}</text>""");
        Line($"""<text x="{Margin + 12}" y="{top + 30}">{SecurityElement.Escape(room.Contents)}</text>""");
        Line($"""<text class="files" x="{WallRight - 12}" y="{top + 16}">{Files(room)}</text>""");
        Line($"""<text class="number" x="{CellMiddle(index)}" y="{RowMiddle(index)}">{index + 1}</text>""");
        for (var used = 0; used < _rooms.Count; used++)
        {
            if (Uses(index, used))
            {
                DrawDot(index, used);
            }
        }
    }

    private void DrawDot(int user, int used)
    {
        var (from, to) = (_rooms[user], _rooms[used]);
        var types = _project.Rooms.Types(from.Folder, to.Folder);
        var look = from.Floor > to.Floor ? "dot" : "wrong";
        var tip = $"{from.Name} uses {types} {(types == 1 ? "type" : "types")} of {to.Name}";
        Line($"""<circle class="{look}" cx="{CellMiddle(used)}" cy="{RowMiddle(user)}" r="{Radius(types)}"><title>{tip}</title></circle>""");
    }

    private void DrawLegend()
    {
        Line($"""<text x="{Margin}" y="{Bottom + 26}">A room uses rooms of lower floors only. The column of a dot leads down to the room that is used.</text>""");
        var y = Bottom + 48;
        var x = Margin + 6;
        foreach (var (types, meaning) in new[] { (1, "1 or 2 types used"), (3, "3 to 9 types"), (10, "10 types or more") })
        {
            Line($"""<circle class="dot" cx="{x}" cy="{y - 4}" r="{Radius(types)}"/>""");
            Line($"""<text x="{x + 12}" y="{y}">{meaning}</text>""");
            x += 40 + (meaning.Length * 7);
        }
    }

    private bool Uses(int user, int used) => _project.Rooms.Uses(_rooms[user].Folder, _rooms[used].Folder).Count > 0;

    private string Files(Room room) => _project.FileCount(room) is var count && count == 1 ? "1 file" : $"{count} files";

    private static string Radius(int types) => types switch { < 3 => "3", < 10 => "4.5", _ => "6" };

    private int RowTop(int index) => Bottom - ((index + 1) * RowHeight);

    private int RowMiddle(int index) => RowTop(index) + (RowHeight / 2);

    private int CellMiddle(int index) => MatrixLeft + (index * _cell) + (_cell / 2);

    private void Line(FormattableString line) => _text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
