namespace GoogleCheckout.Sandbox.Pages;

/// <summary>Addresses of a merchant in a page.</summary>
internal static class WebAddress
{
    /// <summary>Returns the address if a browser opens a page with it; null for others, such as a script.</summary>
    public static string? Of(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp) ? url.AbsoluteUri : null;
}
