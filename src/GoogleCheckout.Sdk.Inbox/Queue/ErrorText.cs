using System.Text;

namespace GoogleCheckout.Inbox.Queue;

/// <summary>Converts an exception of a handler to the text in the database. The text may contain buyer data, so it is used nowhere else.</summary>
internal static class ErrorText
{
    private const int MaxLength = 4000;

    /// <summary>Returns text that both databases accept: without unpaired surrogates and NUL characters.</summary>
    public static string FromException(Exception exception)
    {
        var text = exception.ToString();
        text = text[..Math.Min(text.Length, MaxLength)].Replace('\0', '\uFFFD');
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
    }
}
