namespace GoogleCheckout.Cli.Archives.Reading;

/// <summary>Places in files as text: <c>logs/march.log:12:1</c>.</summary>
internal static class PlaceText
{
    public static string Of(string file, int line, int column) => FormattableString.Invariant($"{Quote(file)}:{line}:{column}");

    public static string Quote(string file) => QuotedText.OfIdentifier(file, QuotedText.LineLength);
}
