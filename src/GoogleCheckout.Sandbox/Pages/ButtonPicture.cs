using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>
/// The image of a button: <c>[/checkout]/buttons/checkout.gif?w=160&amp;h=43&amp;style=white&amp;variant=text</c>. It is always
/// an SVG, even if the file name has the extension <c>.gif</c>; browsers use the content type. It contains no logo of Google.
/// </summary>
internal sealed record ButtonPicture
{
    private const int MinPixels = 40;
    private const int MaxPixels = 1000;

    /// <summary>The text on the button.</summary>
    public required string Text { get; init; }

    /// <summary>The width in pixels.</summary>
    public required int Width { get; init; }

    /// <summary>The height in pixels.</summary>
    public required int Height { get; init; }

    public required bool IsTransparent { get; init; }

    public required bool IsDisabled { get; init; }

    /// <summary>Returns the image that the request is for; null if the request is not for an image.</summary>
    public static ButtonPicture? FromRequest(HttpRequest request)
    {
        var segments = (request.Path.Value ?? string.Empty).Split('/', StringSplitOptions.RemoveEmptyEntries);
        var file = segments is ["checkout", "buttons", var prefixed] ? prefixed : segments is ["buttons", var name] ? name : string.Empty;
        if (file.Split('.') is not [var stem, "gif" or "png" or "svg"] || !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)))
        {
            return null;
        }

        return stem switch
        {
            "checkout" => Create(request.Query, "Checkout", 160, 43),
            "buy" => Create(request.Query, "Buy now", 117, 48),
            "donateNow" or "donation" => Create(request.Query, "Donate", 115, 50),
            _ => null,
        };
    }

    public async Task SendAsync(HttpResponse response)
    {
        var svg = Encoding.UTF8.GetBytes(ToSvg());
        response.ContentType = "image/svg+xml";
        response.ContentLength = svg.Length;
        if (!HttpMethods.IsHead(response.HttpContext.Request.Method))
        {
            await response.Body.WriteAsync(svg, response.HttpContext.RequestAborted).ConfigureAwait(false);
        }
    }

    /// <summary>Returns the SVG: a button with its text and the word sandbox, on a white or transparent background.</summary>
    public string ToSvg()
    {
        var (fill, edge, ink) = IsDisabled ? ("#e4e7e9", "#a9b0b5", "#545b61") : ("#1f5f7a", "#123d50", "#ffffff");
        var background = IsTransparent ? string.Empty : """<rect width="100%" height="100%" fill="#ffffff"/>""";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{Width}" height="{Height}" viewBox="0 0 {Width} {Height}">{background}
            <rect x="1.5" y="1.5" width="{Width - 3}" height="{Height - 3}" rx="6" fill="{fill}" stroke="{edge}"/>
            <g font-family="system-ui, sans-serif" text-anchor="middle" fill="{ink}">
            <text x="50%" y="{Height * 0.48:0.#}" font-size="{Height * 0.36:0.#}" font-weight="600">{Text}</text>
            <text x="50%" y="{Height * 0.8:0.#}" font-size="{Height * 0.26:0.#}">(sandbox)</text>
            </g></svg>
            """);
    }

    private static ButtonPicture Create(IQueryCollection query, string text, int width, int height) => new()
    {
        Text = text,
        Width = ParsePixels(query["w"], width),
        Height = ParsePixels(query["h"], height),
        IsTransparent = query["style"] == "trans",
        IsDisabled = query["variant"] == "disabled",
    };

    private static int ParsePixels(string? text, int defaultPixels) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var pixels) && pixels is >= MinPixels and <= MaxPixels ? pixels : defaultPixels;
}
