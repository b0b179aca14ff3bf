using Microsoft.AspNetCore.Http;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>The style sheet of all pages. Each port that has pages serves it, since a page allows only the styles of its port.</summary>
internal static class StyleSheet
{
    private static readonly byte[] Content = Read();

    /// <summary>Returns whether the request is for the style sheet.</summary>
    public static bool IsRequested(HttpRequest request) =>
        request.Path == PageUrls.Style && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method));

    public static async Task SendAsync(HttpResponse response)
    {
        response.ContentType = "text/css; charset=utf-8";
        response.ContentLength = Content.Length;
        response.Headers.CacheControl = "max-age=3600";
        if (!HttpMethods.IsHead(response.HttpContext.Request.Method))
        {
            await response.Body.WriteAsync(Content, response.HttpContext.RequestAborted).ConfigureAwait(false);
        }
    }

    private static byte[] Read()
    {
        using var style = typeof(StyleSheet).Assembly.GetManifestResourceStream("style.css")!;
        using var bytes = new MemoryStream();
        style.CopyTo(bytes);
        return bytes.ToArray();
    }
}
