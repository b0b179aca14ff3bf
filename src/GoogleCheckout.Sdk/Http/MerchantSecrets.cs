using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace GoogleCheckout.Http;

/// <summary>
/// Masks a merchant's secrets in text from outside. A service has no reason to return them, but a server in front of it may repeat a request
/// in its error page, and exceptions and logs are shown to others.
/// </summary>
internal sealed class MerchantSecrets
{
    private const string Mark = "***";

    // A shorter secret occurs in ordinary text, and masking it would make messages unreadable.
    private const int MinLength = 4;

    // The secrets as they may be written, the longest first: the credentials contain the key.
    private readonly List<string> _forms;

    private MerchantSecrets(IEnumerable<string?> secrets) =>
        _forms = [.. secrets.SelectMany(GetForms).Where(form => form.Length >= MinLength).Distinct().OrderByDescending(form => form.Length)];

    /// <summary>Returns the secrets of a merchant's requests.</summary>
    public static MerchantSecrets Of(CheckoutOptions options) =>
        new([options.MerchantKey, .. options.AdditionalMerchantKeys, options.ClientCertificatePassword, $"{options.MerchantId}:{options.MerchantKey}"]);

    /// <summary>Returns the secret of a request to the merchant, from its <c>Authorization</c> header.</summary>
    public static MerchantSecrets OfAuthorization(string? authorization)
    {
        var parameter = authorization?.Substring(authorization.IndexOf(' ') + 1).Trim() ?? string.Empty;
        try
        {
            var credentials = Encoding.UTF8.GetString(Convert.FromBase64String(parameter));
            return new([parameter, credentials, credentials.Substring(credentials.IndexOf(':') + 1)]);
        }
        catch (FormatException)
        {
            return new([parameter]);
        }
    }

    /// <summary>Returns the text with asterisks for each secret, plain, in Base64, percent-encoded or escaped as in HTML and XML, in any case.</summary>
    public string Mask(string text)
    {
        foreach (var form in _forms)
        {
            text = MaskBeforeCuts(Replace(text, form), form);
        }

        return text;
    }

    /// <summary>Returns the text for a message: without secrets, cut and escaped.</summary>
    public string Quote(string text) => QuotedText.Of(Mask(text), QuotedText.LineLength);

    /// <summary>
    /// Returns an exception for <see cref="Exception.InnerException"/>. If its text has nothing to mask, cut or escape, it is the exception itself;
    /// otherwise one with the cleaned text and no inner exception, because the text of an exception cannot be changed.
    /// </summary>
    public Exception? Clean(Exception? exception)
    {
        for (var inner = exception; inner is not null; inner = inner.InnerException)
        {
            // The network's exceptions quote what arrived. Another one may be that of a handler of the program, whose text is its own.
            var isOfNetwork = inner is HttpRequestException or IOException or SocketException or AuthenticationException;
            if ((isOfNetwork ? Quote(inner.Message) : Mask(inner.Message)) != inner.Message)
            {
                return exception is CheckoutXmlException unreadable
                    ? new CheckoutXmlException(Mask(unreadable.Message)) { Path = MaskPath(unreadable.Path), LineNumber = unreadable.LineNumber, LinePosition = unreadable.LinePosition }
                    : new HttpRequestException($"{exception!.GetType().Name}: {Quote(exception.Message)} ({inner.GetType().Name}: {Quote(inner.Message)})");
            }
        }

        return exception;
    }

    /// <summary>Returns the path of an element without secrets.</summary>
    public string? MaskPath(string? path) => path is null ? null : Mask(path);

    private static IEnumerable<string> GetForms(string? secret)
    {
        if (string.IsNullOrEmpty(secret))
        {
            return [];
        }

        var base64 = Convert.ToBase64String(Encoding.UTF8.GetBytes(secret));
        string[] plain = [secret!, base64, base64.TrimEnd('='), base64.TrimEnd('=').Replace('+', '-').Replace('/', '_')];
        return plain.SelectMany(form => new[] { form, Uri.EscapeDataString(form), WebUtility.UrlEncode(form), WebUtility.HtmlEncode(form) }).SelectMany(form => new[] { form, EscapeXml(form) });
    }

    // As in the document of a message log.
    private static string EscapeXml(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    private static string Replace(string text, string form)
    {
        var found = text.IndexOf(form, StringComparison.OrdinalIgnoreCase);
        if (found < 0)
        {
            return text;
        }

        var masked = new StringBuilder();
        var start = 0;
        for (; found >= 0; found = text.IndexOf(form, start, StringComparison.OrdinalIgnoreCase))
        {
            masked.Append(text, start, found - start).Append(Mark);
            start = found + form.Length;
        }

        return masked.Append(text, start, text.Length - start).ToString();
    }

    // A quoted text was cut before it got here, and may end with the beginning of a secret.
    private static string MaskBeforeCuts(string text, string form)
    {
        for (var cut = text.IndexOf(QuotedText.CutMark, StringComparison.Ordinal); cut >= 0; cut = text.IndexOf(QuotedText.CutMark, cut + 1, StringComparison.Ordinal))
        {
            for (var length = Math.Min(form.Length - 1, cut); length >= MinLength; length--)
            {
                if (string.Compare(text, cut - length, form, 0, length, StringComparison.OrdinalIgnoreCase) == 0)
                {
                    text = text.Remove(cut - length, length).Insert(cut - length, Mark);
                    cut += Mark.Length - length;
                    break;
                }
            }
        }

        return text;
    }
}
