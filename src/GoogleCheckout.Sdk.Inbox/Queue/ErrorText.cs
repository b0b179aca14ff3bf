namespace GoogleCheckout.Inbox.Queue;

/// <summary>Converts an exception of a handler to the text in the database. The text may contain buyer data, so it is used nowhere else.</summary>
internal static class ErrorText
{
    private const int MaxLength = 4000;

    /// <summary>Returns the text, with its lines. What the databases or a console do not take, such as NUL and unpaired surrogates, is escaped.</summary>
    public static string FromException(Exception exception)
    {
        var text = exception.ToString();
        var lines = text[..Math.Min(text.Length, MaxLength)].Split('\n').Select(line => QuotedText.OfIdentifier(line.TrimEnd('\r'), MaxLength));
        return string.Join('\n', lines);
    }
}
