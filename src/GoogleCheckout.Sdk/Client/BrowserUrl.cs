namespace GoogleCheckout.Client;

/// <summary>The URLs to which a browser can be redirected.</summary>
internal static class BrowserUrl
{
    // The limit of each part of a domain name. A URL with a longer host is parsed.
    private const int MaxPlainHostLength = 63;
    private const int MaxPlainPort = 65535;

    /// <summary>Returns whether the text is an absolute http or https URL of visible ASCII characters: the header of a response can contain nothing else.</summary>
    public static bool IsValid(string text) => IsVisibleAscii(text) && (IsPlain(text.AsSpan()) || IsHttp(text));

    /// <summary>Returns whether the text has the form that such URLs nearly always have, which is known without parsing them.</summary>
    internal static bool IsPlain(ReadOnlySpan<char> text)
    {
        var scheme = text.StartsWith("https://".AsSpan()) ? "https://" : "http://";
        if (!text.StartsWith(scheme.AsSpan()))
        {
            return false;
        }

        var rest = text.Slice(scheme.Length);
        var length = rest.IndexOfAny('/', ':');
        var host = length < 0 ? rest : rest.Slice(0, length);
        rest = rest.Slice(host.Length);
        if (!IsPlainHost(host))
        {
            return false;
        }

        return rest.IsEmpty || rest[0] == '/' || IsPlainPort(rest.Slice(1));
    }

    // An absolute http URL always has a host. Asking for it would parse the URL a second time.
    private static bool IsHttp(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp);

    private static bool IsPlainHost(ReadOnlySpan<char> host)
    {
        var previous = '.';
        foreach (var character in host)
        {
            // Each part begins and ends with a letter or a digit.
            var isLetter = character is (>= 'a' and <= 'z') or (>= '0' and <= '9');
            if (!isLetter && (character is not ('-' or '.') || previous is '-' or '.'))
            {
                return false;
            }

            previous = character;
        }

        return host.Length is > 0 and <= MaxPlainHostLength && previous is not ('-' or '.');
    }

    // The port and what follows it.
    private static bool IsPlainPort(ReadOnlySpan<char> text)
    {
        var (port, length) = (0, 0);
        for (; length < text.Length && text[length] is >= '0' and <= '9' && port <= MaxPlainPort; length++)
        {
            port = (port * 10) + (text[length] - '0');
        }

        return length > 0 && port <= MaxPlainPort && (length == text.Length || text[length] == '/');
    }

    private static bool IsVisibleAscii(string text)
    {
        foreach (var character in text)
        {
            if (character is not (> ' ' and < '\x7F'))
            {
                return false;
            }
        }

        return true;
    }
}
