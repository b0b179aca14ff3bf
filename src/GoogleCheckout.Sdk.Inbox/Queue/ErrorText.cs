using System.Text;

namespace GoogleCheckout.Inbox.Queue;

/// <summary>What a handler threw, as it is kept in the database. It may hold buyer data, so it goes nowhere else.</summary>
internal static class ErrorText
{
    private const int MaxLength = 4000;

    /// <summary>Text that every database takes: without half a character and without NUL.</summary>
    public static string Of(Exception exception)
    {
        var text = exception.ToString();
        text = text[..Math.Min(text.Length, MaxLength)].Replace('\0', '\uFFFD');
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
    }
}
