using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>A browser without script: it keeps cookies, and sends a form with the values that the page has.</summary>
internal sealed partial class PageVisitor : IDisposable
{
    private readonly CookieContainer _cookies;
    private readonly HttpClient _client;
    private Dictionary<string, string> _headers = [];
    private Dictionary<string, string> _contentHeaders = [];

    /// <param name="pages">The address of the pages.</param>
    /// <param name="authority">The certificate that a server's must chain to; null for plain HTTP.</param>
    public PageVisitor(Uri pages, X509Certificate2? authority = null)
    {
        var handler = CreateHandler(authority);
        _cookies = handler.CookieContainer;
        _client = new HttpClient(handler) { BaseAddress = pages };
    }

    /// <summary>Creates a handler that trusts only the authority.</summary>
    public static SocketsHttpHandler CreateHandler(X509Certificate2? authority)
    {
        var handler = new SocketsHttpHandler();
        if (authority is not null)
        {
            handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            handler.SslOptions.CertificateChainPolicy.CustomTrustStore.Add(authority);
        }

        return handler;
    }

    /// <summary>The cookies, as they are sent.</summary>
    public string CookieHeader => _cookies.GetCookieHeader(new Uri(_client.BaseAddress!, "/sell/"));

    /// <summary>The source of the current page.</summary>
    public string Html { get; private set; } = string.Empty;

    public HttpStatusCode Status { get; private set; }

    /// <summary>The address of the current page, after redirects.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The current page without tags, with its characters decoded and single spaces.</summary>
    public string Text => WhiteSpace().Replace(WebUtility.HtmlDecode(Tag().Replace(Html, " ")), " ");

    /// <summary>Returns a header of the last response; null if it has none.</summary>
    public string? Header(string name) => _headers.GetValueOrDefault(name);

    /// <summary>Returns a header of the last response that describes its content; null if it has none.</summary>
    public string? ContentHeader(string name) => _contentHeaders.GetValueOrDefault(name);

    public async Task OpenAsync(string url)
    {
        using var response = await _client.GetAsync(new Uri(url, UriKind.RelativeOrAbsolute));
        await ReadAsync(response);
    }

    /// <summary>The source of each form of the current page that is posted.</summary>
    public IReadOnlyList<string> Forms => [.. Form().Matches(Html).Select(match => match.Value)];

    /// <summary>The addresses of the links of the current page to other pages of the sandbox.</summary>
    public IReadOnlyList<string> Links => [.. Link().Matches(Html).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value))];

    /// <summary>Sends the form of the current page whose source contains the text, with its hidden fields and these values.</summary>
    public async Task SubmitAsync(string form, params (string Name, string Value)[] values)
    {
        var hidden = GetHiddenFields(form).Where(field => values.All(value => value.Name != field.Key));
        using var content = new FormUrlEncodedContent(hidden.Concat(values.Select(field => KeyValuePair.Create(field.Name, field.Value))));
        using var response = await _client.PostAsync(new Uri(WebUtility.HtmlDecode(Form().Match(FindForm(form)).Groups[1].Value), UriKind.Relative), content);
        await ReadAsync(response);
    }

    /// <summary>Returns the hidden fields of the form of the current page whose source contains the text.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> GetHiddenFields(string form) =>
        [.. Hidden().Matches(FindForm(form)).Select(field => KeyValuePair.Create(WebUtility.HtmlDecode(field.Groups[1].Value), WebUtility.HtmlDecode(field.Groups[2].Value)))];

    public Task<HttpResponseMessage> PostAsync(string url, params (string Name, string Value)[] values) =>
        _client.PostAsync(new Uri(url, UriKind.RelativeOrAbsolute), new FormUrlEncodedContent(values.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => _client.SendAsync(request);

    public void Dispose() => _client.Dispose();

    private string FindForm(string text) => Forms.First(form => form.Contains(text, StringComparison.Ordinal));

    private async Task ReadAsync(HttpResponseMessage response)
    {
        Html = await response.Content.ReadAsStringAsync();
        (_headers, _contentHeaders) = (ToDictionary(response.Headers), ToDictionary(response.Content.Headers));
        (Status, Address) = (response.StatusCode, response.RequestMessage!.RequestUri!);
    }

    private static Dictionary<string, string> ToDictionary(HttpHeaders headers) =>
        headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex("<form method=\"post\" action=\"([^\"]*)\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<a [^>]*href=\"(/[^\"#]*)")]
    private static partial Regex Link();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("\\s+")]
    private static partial Regex WhiteSpace();
}
