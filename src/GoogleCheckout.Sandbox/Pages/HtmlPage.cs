using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>A page of the sandbox: rendered on the server, with light and dark colors, and without scripts.</summary>
/// <param name="title">The title and main heading, as plain text.</param>
/// <param name="body">The content below the heading, as markup.</param>
internal sealed class HtmlPage(string title, string body)
{
    private const string Style =
        """
        :root { color-scheme: light dark; --ink: #1b1f23; --quiet: #545b61; --paper: #ffffff; --line: #d0d5d9; --wash: #f3f5f6; --alert: #9b1c1c; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e8eaec; --quiet: #a9b0b5; --paper: #16191c; --line: #3b4248; --wash: #20252a; --alert: #ff9a9a; } }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
        header, main { max-width: 44rem; margin: 0 auto; padding: 0 1rem; }
        header { padding-top: 1.5rem; color: var(--quiet); }
        h1 { margin: .25rem 0 1rem; font-size: 1.6rem; line-height: 1.25; }
        h2 { margin: 1.75rem 0 .5rem; font-size: 1.1rem; }
        main { padding-bottom: 3rem; }
        table { width: 100%; border-collapse: collapse; }
        th, td { padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
        th.number, td.number { padding-right: 0; padding-left: .75rem; text-align: right; overflow-wrap: normal; }
        td small { display: block; color: var(--quiet); }
        code { display: block; padding: .6rem .75rem; background: var(--wash); border-radius: .3rem; font-size: .9rem; }
        .quiet { color: var(--quiet); }
        .alert { padding-left: .75rem; border-left: .25rem solid var(--alert); }
        """;

    // Allows only the style above, even if a page contains injected markup.
    private static readonly string SecurityPolicy =
        $"default-src 'none'; img-src data:; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Encodes text for use in markup, between tags and in quoted attributes.</summary>
    public static string Encode(string text) => HtmlEncoder.Default.Encode(text);

    public async Task SendAsync(HttpResponse response, HttpStatusCode status)
    {
        var document = Encoding.UTF8.GetBytes(ToString());
        response.StatusCode = (int)status;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = document.Length;
        response.Headers.ContentSecurityPolicy = SecurityPolicy;
        response.Headers.XContentTypeOptions = "nosniff";
        await response.Body.WriteAsync(document, response.HttpContext.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>Returns the document. Its icon is empty, so that browsers do not request one and the test's own request is the last in the log.</summary>
    public override string ToString() =>
        $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <link rel="icon" href="data:,">
        <title>{Encode(title)} · Checkout sandbox</title>
        <style>{Style}</style>
        </head>
        <body>
        <header>Checkout sandbox: for tests only, no real payments</header>
        <main>
        <h1>{Encode(title)}</h1>
        {body}
        </main>
        </body>
        </html>

        """;
}
