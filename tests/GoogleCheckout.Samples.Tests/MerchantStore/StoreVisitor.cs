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
            ?? throw new InvalidOperationException($"There is no button '{button}' on {Address} ({(int)Status}): {Text}");
        var form = Forms().Matches(Page).First(match => match.Index < pressed.Index && pressed.Index < match.Index + match.Length).Value;
        var fields = FieldsOf(form).Where(field => !filledIn.Any(each => each.Name == field.Key))
            .Concat(filledIn.GroupBy(each => each.Name).Select(each => KeyValuePair.Create(each.Key, each.Last().Value))).ToList();
        if (Attribute(pressed.Groups["tag"].Value, "name") is { } own)
        {
            fields.Add(KeyValuePair.Create(own, Attribute(pressed.Groups["tag"].Value, "value")!));
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

    /// <summary>Whether the states of the order allow the command with that heading.</summary>
    public bool IsAllowed(string heading) => Page.Contains($"<summary>{heading}</summary>", StringComparison.Ordinal) ? true
        : Page.Contains($"<h3>{heading}</h3>", StringComparison.Ordinal) ? false
        : throw new InvalidOperationException($"There is no command '{heading}' on {Address}.");

    public void Dispose() => _http.Dispose();

    // What a browser would send: no box without a tick, and of a list the selected or first option.
    private static IEnumerable<KeyValuePair<string, string>> FieldsOf(string form) =>
    [
        .. Inputs().Matches(form).Select(match => match.Value)
            .Where(input => Attribute(input, "type") is not ("checkbox" or "radio") || input.Contains(" checked", StringComparison.Ordinal))
            .Select(input => KeyValuePair.Create(Attribute(input, "name")!, Attribute(input, "value") ?? string.Empty)),
        .. Selects().Matches(form).Select(match => KeyValuePair.Create(Attribute(match.Value, "name")!, Selected(match.Groups["options"].Value))),
    ];

    private static string Selected(string options)
    {
        var all = Options().Matches(options);
        var option = all.FirstOrDefault(each => each.Value.Contains(" selected", StringComparison.Ordinal)) ?? all[0];
        return Attribute(option.Value, "value") ?? WebUtility.HtmlDecode(option.Groups["text"].Value);
    }

    private static string? Attribute(string tag, string name) =>
        Regex.Match(tag, $"""\s{name}="([^"]*)" """.TrimEnd()) is { Success: true } value ? WebUtility.HtmlDecode(value.Groups[1].Value) : null;

    [GeneratedRegex("(?<tag><button[^>]*>)(?<text>.*?)</button>", RegexOptions.Singleline)]
    private static partial Regex Buttons();

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input[^>]* name=[^>]*>")]
    private static partial Regex Inputs();

    [GeneratedRegex("<select[^>]* name=[^>]*>(?<options>.*?)</select>", RegexOptions.Singleline)]
    private static partial Regex Selects();

    [GeneratedRegex("<option[^>]*>(?<text>[^<]*)")]
    private static partial Regex Options();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
