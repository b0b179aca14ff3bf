using System.Text;

namespace GoogleCheckout.Sandbox.Pages.MerchantCenter;

/// <summary>A command line that sends a message to the shop again. It names the variables of the merchant's id and key, never their values.</summary>
internal static class CurlCommand
{
    private const string Mark = "BODY";

    /// <summary>Returns the command for a shell; null if the message was not sent.</summary>
    public static string? Create(ConsoleMessage message)
    {
        if (!message.IsSent || message.Address is null)
        {
            return null;
        }

        var body = Encoding.UTF8.GetString(message.GetBody().Span);
        var mark = GetMark(body);
        return $"curl {Quote(message.Address)} \\\n"
            + "  --user \"$MERCHANT_ID:$MERCHANT_KEY\" \\\n"
            + $"  --header {Quote($"Content-Type: {message.ContentType}")} \\\n"
            + $"  --data-binary @- <<'{mark}'\n{body}\n{mark}\n";
    }

    // A shell reads the body up to a line that is the mark, and expands nothing in it.
    private static string GetMark(string body)
    {
        var mark = Mark;
        while (body.Contains(mark, StringComparison.Ordinal))
        {
            mark += "_";
        }

        return mark;
    }

    private static string Quote(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
