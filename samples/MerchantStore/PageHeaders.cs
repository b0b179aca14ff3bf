namespace MerchantStore;

/// <summary>What a browser may do with the pages: show them and their style sheet, and send their forms; no script, no frame.</summary>
internal static class PageHeaders
{
    // Checkout ends on the service's pages, so forms may lead to any HTTPS address.
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
