namespace MerchantStore;

/// <summary>Limits what a browser does with the pages: it shows them and their style sheet, and sends their forms, but runs no script and allows no frame.</summary>
internal static class PageHeaders
{
    // Checkout redirects to the service's pages, so forms may lead to any HTTPS address.
    private const string Policy = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' https:";

    /// <param name="app">The store.</param>
    /// <param name="sandboxPages">The address of the sandbox's pages, to which checkout redirects in development; null outside of it.</param>
    public static void UsePageHeaders(this WebApplication app, Uri? sandboxPages)
    {
        var policy = sandboxPages is null ? Policy : $"{Policy} {sandboxPages}";
        app.Use((context, next) =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = policy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            return next(context);
        });
    }
}
