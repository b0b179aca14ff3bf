namespace GoogleCheckout.Xml;

/// <summary>Lines and positions in a text, from 1, as an XML reader counts them: a line ends with LF, CR, or both.</summary>
internal static class TextPlace
{
    /// <summary>Returns the place of the character at an index of a text that begins at line 1, position 1.</summary>
    public static (int Line, int Column) Of(string text, int index) => Of(text, index, line: 1, column: 1);

    /// <summary>Returns the place of the character at an index of a text that begins at a given place.</summary>
    public static (int Line, int Column) Of(string text, int index, int line, int column)
    {
        for (var i = 0; i < index; i++)
        {
            (line, column) = EndsLine(text, i) ? (line + 1, 1) : (line, column + 1);
        }

        return (line, column);
    }

    /// <summary>Returns the index of a place in a text that begins at a given place; -1 if the text does not have it.</summary>
    public static int IndexOf(string text, (int Line, int Column) place, int line, int column)
    {
        for (var i = 0; i <= text.Length; i++)
        {
            if (line == place.Line && column == place.Column)
            {
                return i;
            }

            if (i < text.Length)
            {
                (line, column) = EndsLine(text, i) ? (line + 1, 1) : (line, column + 1);
            }
        }

        return -1;
    }

    private static bool EndsLine(string text, int index) =>
        text[index] == '\n' || (text[index] == '\r' && (index + 1 == text.Length || text[index + 1] != '\n'));
}
