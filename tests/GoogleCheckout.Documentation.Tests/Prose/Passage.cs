namespace GoogleCheckout.Documentation.Prose;

/// <summary>
/// Text that people read, with the line breaks of its file. Code in it is a <see cref="Code"/> each, so that neighbors
/// stay apart, and what begins a paragraph, a list item or an element of a comment has a <see cref="Break"/> before it.
/// </summary>
/// <param name="File">The path of the file in the repository, with slashes.</param>
/// <param name="FirstLine">The line of the first character, counted from 1.</param>
/// <param name="Text">The text.</param>
internal sealed record Passage(string File, int FirstLine, string Text)
{
    public const char Code = '\u25A1';
    public const char Break = '\u00B6';

    public int LineAt(int offset) => FirstLine + Text.AsSpan(0, offset).Count('\n');
}
