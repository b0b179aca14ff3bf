namespace GoogleCheckout.Xml;

/// <summary>The place at which a document begins in what contains it, such as an archive.</summary>
/// <param name="Offset">The offset in bytes.</param>
/// <param name="Line">The line.</param>
/// <param name="Column">The position in that line.</param>
/// <param name="AddedCharacters">The number of ASCII characters on the first line of the document that are not in what contains it.</param>
internal readonly record struct DocumentOrigin(long Offset, int Line, int Column, int AddedCharacters = 0)
{
    /// <summary>The origin of a document that nothing contains.</summary>
    public static DocumentOrigin None { get; } = new(0, 1, 1);

    /// <summary>Returns the place in what contains the document.</summary>
    public (int Line, int Column) ToOuter((int Line, int Column) place) =>
        (Line + place.Line - 1, place.Line == 1 ? Column + Math.Max(place.Column - 1 - AddedCharacters, 0) : place.Column);

    /// <summary>Returns the offset in what contains the document.</summary>
    public long ToOuter(long offset) => Offset + Math.Max(offset - AddedCharacters, 0);
}
