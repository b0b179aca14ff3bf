using System.Text;

namespace GoogleCheckout.Xml;

/// <summary>The text of an element. It is one piece unless comments, CDATA sections or elements divide it.</summary>
internal struct TextPieces
{
    private string? _first;
    private StringBuilder? _all;

    /// <summary>The text; null if there is none.</summary>
    public readonly string? Value => _all?.ToString() ?? _first;

    public void Add(string piece)
    {
        if (_first is null)
        {
            _first = piece;
            return;
        }

        _all ??= new StringBuilder(_first);
        _all.Append(piece);
    }

    public void Clear() => this = default;
}
