using System.Net;
using System.Text.RegularExpressions;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>A browser without a window: keeps cookies, follows the shop's redirects, fills in forms and presses their buttons.</summary>
internal sealed partial class StoreVisitor : IDisposable
{
    private readonly Uri _shop;
    private readonly HttpClient _http;

    public StoreVisitor(Uri shop)
    {
        _shop = shop;
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = shop, Timeout = TimeSpan.FromSeconds(60) };
    }

    /// <summary>The cookies of the store.</summary>
    public CookieContainer Cookies { get; } = new();

    /// <summary>The <c>Set-Cookie</c> headers that the store sent.</summary>
    public List<string> SetCookies { get; } = [];

    /// <summary>Whether a proxy in front of the store says that the requests come over HTTPS.</summary>
    public bool IsBehindTlsProxy { get; init; }

    /// <summary>The page's HTML.</summary>
    public string Page { get; private set; } = string.Empty;

    public HttpStatusCode Status { get; private set; }

    /// <summary>Where the page is.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>What a person reads on the page.</summary>
    public string Text => WebUtility.HtmlDecode(Spaces().Replace(Tags().Replace(Page, " "), " "));

    public Task GoAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(_shop, path)));

    /// <summary>Presses the button, with what its form holds and what is filled in over that.</summary>
    public Task PressAsync(string button, params (string Name, string Value)[] filledIn) => SendAsync(FormOf(button, filledIn));

    /// <summary>The request that pressing the button would send.</summary>
    public HttpRequestMessage FormOf(string button, params (string Name, string Value)[] filledIn)
    {
        var pressed = Buttons().Matches(Page).FirstOrDefault(match => Tags().Replace(match.Groups["text"].Value, string.Empty).Trim() == button || Attribute(match.Value, "aria-label") == button)
            ?? throw new InvalidOperationException($"There is no button '{button}' on {Address}: {Text}");
        var form = Forms().Matches(Page).First(match => match.Index < pressed.Index && pressed.Index < match.Index + match.Length).Value;
        var fields = new Dictionary<string, string>();
        foreach (var input in Inputs().Matches(form).Select(match => match.Value))
        {
            fields[Attribute(input, "name")!] = Attribute(input, "value") ?? string.Empty;
        }

        foreach (var (name, value) in filledIn)
        {
            fields[name] = value;
        }

        if (Attribute(pressed.Groups["tag"].Value, "name") is { } own)
        {
            fields[own] = Attribute(pressed.Groups["tag"].Value, "value")!;
        }

        var action = Attribute(pressed.Groups["tag"].Value, "formaction") ?? Attribute(form[..form.IndexOf('>', StringComparison.Ordinal)], "action") ?? string.Empty;
        return new HttpRequestMessage(HttpMethod.Post, new Uri(Address, action)) { Content = new FormUrlEncodedContent(fields) };
    }

    /// <summary>Sends a request with the cookies and follows redirects, as long as they stay in the shop.</summary>
    public async Task SendAsync(HttpRequestMessage request)
    {
        while (true)
        {
            request.Headers.TryAddWithoutValidation("Cookie", Cookies.GetCookieHeader(IsBehindTlsProxy ? new UriBuilder(_shop) { Scheme = Uri.UriSchemeHttps }.Uri : _shop));
            if (IsBehindTlsProxy)
            {
                request.Headers.Add("X-Forwarded-Proto", Uri.UriSchemeHttps);
            }

            using var response = await _http.SendAsync(request);
            Address = request.RequestUri!;
            Status = response.StatusCode;
            Page = await response.Content.ReadAsStringAsync();
            foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [])
            {
                SetCookies.Add(cookie);
                Cookies.SetCookies(_shop, cookie);
            }

            if (response.Headers.Location is not { } next)
            {
                return;
            }

            Address = new Uri(Address, next);
            if (Address.Authority != _shop.Authority)
            {
                return;
            }

            request = new HttpRequestMessage(HttpMethod.Get, Address);
        }
    }

    /// <summary>The text of the element with that id.</summary>
    public string Element(string id) => Regex.Match(Page, $"""<(\w+)[^>]* id="{Regex.Escape(id)}"[^>]*>(.*?)</\1>""", RegexOptions.Singleline) is { Success: true } element
        ? WebUtility.HtmlDecode(Spaces().Replace(Tags().Replace(element.Groups[2].Value, " "), " ")).Trim()
        : throw new InvalidOperationException($"There is no element '{id}' on {Address}: {Text}");

    /// <summary>Whether the button can be pressed.</summary>
    public bool IsEnabled(string legend) =>
        Regex.Match(Page, $"""<fieldset([^>]*)>\s*<legend>{Regex.Escape(legend)}</legend>""") is { Success: true } fieldset
            ? !fieldset.Groups[1].Value.Contains("disabled", StringComparison.Ordinal)
            : throw new InvalidOperationException($"There is no group '{legend}' on {Address}.");

    public void Dispose() => _http.Dispose();

    private static string? Attribute(string tag, string name) =>
        Regex.Match(tag, $"""\s{name}="([^"]*)" """.TrimEnd()) is { Success: true } value ? WebUtility.HtmlDecode(value.Groups[1].Value) : null;

    [GeneratedRegex("(?<tag><button[^>]*>)(?<text>.*?)</button>", RegexOptions.Singleline)]
    private static partial Regex Buttons();

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input[^>]* name=[^>]*>")]
    private static partial Regex Inputs();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
