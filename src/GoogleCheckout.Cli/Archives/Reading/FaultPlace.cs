namespace GoogleCheckout.Cli.Archives.Reading;

/// <summary>An error in a file, and its place.</summary>
/// <param name="File">The path of the file, as it was found.</param>
/// <param name="Line">The 1-based line of the error; null if the file itself cannot be read.</param>
/// <param name="Column">The 1-based position in the line; null if the file itself cannot be read.</param>
/// <param name="Offset">The byte at which the notification begins; null if the file itself cannot be read.</param>
/// <param name="Reason">The error. Contains no buyer data.</param>
internal sealed record FaultPlace(string File, int? Line, int? Column, long? Offset, string Reason)
{
    /// <summary>Returns the file, line and column as compilers write them, for a line of text.</summary>
    public override string ToString() => Line is null ? PlaceText.Quote(File) : PlaceText.Of(File, Line.Value, Column ?? 0);
}
