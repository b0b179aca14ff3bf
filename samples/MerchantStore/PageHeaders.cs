namespace MerchantStore;

/// <summary>Limits what a browser does with the pages: it shows them and their style sheet, and sends their forms, but runs no script and allows no frame.</summary>
internal static class PageHeaders
{
    // Checkout redirects to the service's pages, so forms may lead to any HTTPS address.
    private const string Policy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self' https:; base-uri 'none'; frame-ancestors 'none'";

    public static void UsePageHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        return next(context);
    });
}
