namespace GoogleCheckout.Xml;

/// <summary>A text of a document: a string, or a place in the characters of the document. The default is no text.</summary>
internal readonly struct WireText
{
    private readonly string? _text;
    private readonly int _start;
    private readonly int _length;

    public WireText(string? text) => _text = text;

    public WireText(int start, int length) => (_start, _length) = (start, length);

    public ReadOnlySpan<char> AsSpan(char[] source) => _text is null ? source.AsSpan(_start, _length) : _text.AsSpan();

    public string ToString(char[] source) => _text ?? CommonText.ToString(source.AsSpan(_start, _length));

    public string ToTrimmedString(char[] source) => _text is null ? CommonText.ToString(source.AsSpan(_start, _length).Trim()) : _text.Trim();
}
