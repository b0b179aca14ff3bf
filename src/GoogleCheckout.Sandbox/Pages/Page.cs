using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using AspNetCoreGeneratedDocument;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>The response to a browser: a page, a file, or another address.</summary>
/// <param name="Title">The title and main heading.</param>
/// <param name="Content">The content below the heading.</param>
/// <param name="Status">The HTTP status.</param>
internal sealed record Page(string Title, IHtmlContent Content, HttpStatusCode Status = HttpStatusCode.OK)
{
    // No script, no foreign image, no frame, and only the style sheet, even if a page contains injected markup.
    private const string SecurityPolicy =
        "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>The address to which the browser goes after a form was executed; null for a page.</summary>
    public string? Location { get; private init; }

    /// <summary>The file that the browser saves; null for a page.</summary>
    public (string Name, string ContentType, string Text)? File { get; private init; }

    /// <summary>The links to the other pages, by default to those of a buyer; null for none, if the other pages are on another port.</summary>
    public IHtmlContent? Navigation { get; init; } = new Pages_Links { Model = [("Purchases", PageUrls.Purchases), ("Merchant Center", PageUrls.Inbox)] };

    /// <summary>The time after which the browser loads the page again, because the person chose that; null for never.</summary>
    public TimeSpan? RenewAfter { get; init; }

    /// <summary>Creates a response that sends the browser to another page, so that reloading does not repeat the form.</summary>
    public static Page Redirect(string location) => new(string.Empty, HtmlString.Empty, HttpStatusCode.SeeOther) { Location = location };

    /// <summary>Creates a response that the browser saves as a file.</summary>
    public static Page CreateFile(string name, string contentType, string text) => new(string.Empty, HtmlString.Empty) { File = (name, contentType, text) };

    /// <summary>Creates a page with a message.</summary>
    public static Page CreateMessage(string title, string message, HttpStatusCode status) =>
        CreateMessage(title, message, status, "See the purchases", PageUrls.Purchases);

    /// <summary>Creates a page with a message and a link.</summary>
    public static Page CreateMessage(string title, string message, HttpStatusCode status, string link, string url) =>
        new(title, new Pages_Message { Model = new MessageModel(message, link, url) }, status);

    public async Task SendAsync(HttpResponse response)
    {
        response.StatusCode = (int)Status;
        if (Location is not null)
        {
            response.Headers.Location = Location;
            return;
        }

        var (contentType, text) = File is { } file ? (file.ContentType, file.Text) : ("text/html; charset=utf-8", CreateHtml());
        var document = Encoding.UTF8.GetBytes(text);
        response.ContentType = contentType;
        response.ContentLength = document.Length;
        if (File is { Name: var name })
        {
            response.Headers.ContentDisposition = $"attachment; filename={name}";
        }

        response.Headers.ContentSecurityPolicy = SecurityPolicy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.CacheControl = "no-store";
        if (RenewAfter is { } time)
        {
            response.Headers["Refresh"] = ((int)time.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        if (!HttpMethods.IsHead(response.HttpContext.Request.Method))
        {
            await response.Body.WriteAsync(document, response.HttpContext.RequestAborted).ConfigureAwait(false);
        }
    }
    private string CreateHtml()
    {
        using var html = new StringWriter();
        new Pages_Layout { Model = new LayoutModel(Title, Content, Navigation) }.WriteTo(html, HtmlEncoder.Default);
        return html.ToString();
    }
}
