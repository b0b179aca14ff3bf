using System.Net;
using AspNetCoreGeneratedDocument;

namespace GoogleCheckout.Sandbox.Pages.MerchantCenter;

/// <summary>The page on which a merchant signs in with id and key.</summary>
/// <param name="session">The login.</param>
internal sealed class SignInPage(MerchantSession session)
{
    private const string ReturnParameter = "return";

    private static readonly Uri AnyAddress = new("http://localhost");

    /// <summary>Returns the path of this page, which leads back to the requested page afterward.</summary>
    public static string UrlFor(string requested) => $"{PageUrls.SignIn}?{ReturnParameter}={Uri.EscapeDataString(requested)}";

    public static Page Show(PageRequest page) => Show(page.Token, page.Request.Query[ReturnParameter].ToString(), string.Empty);

    public async Task<Page> SubmitAsync(PageRequest page)
    {
        var requested = page.Fields[ReturnParameter].ToString();
        var merchantId = page.Fields["merchant-id"].ToString().Trim();
        var isSignedIn = await session.SignInAsync(page.Request.HttpContext, merchantId, page.Fields["merchant-key"].ToString().Trim()).ConfigureAwait(false);
        return isSignedIn ? Page.Redirect(GetLocalPath(requested)) : Show(page.Token, requested, merchantId, "There is no merchant with this id and key.");
    }

    public static async Task<Page> SignOutAsync(PageRequest page)
    {
        await MerchantSession.SignOutAsync(page.Request.HttpContext).ConfigureAwait(false);
        return Page.Redirect(PageUrls.SignIn);
    }

    /// <summary>Returns the path if it leads to the Merchant Center, and otherwise that of the inbox: the address may come from another site.</summary>
    public static string GetLocalPath(string requested) =>
        requested.StartsWith(PageUrls.MerchantCenter, StringComparison.Ordinal) && Uri.TryCreate(AnyAddress, requested, out var url) && url.Host == AnyAddress.Host
        && url.AbsolutePath.StartsWith(PageUrls.MerchantCenter, StringComparison.Ordinal)
            ? url.PathAndQuery
            : PageUrls.Inbox;

    private static Page Show(FormToken token, string requested, string merchantId, string? error = null) => new(
        "Sign in to the Merchant Center",
        new Pages_MerchantCenter_SignIn { Model = new SignInModel(token, requested, merchantId, error) },
        error is null ? HttpStatusCode.OK : HttpStatusCode.UnprocessableEntity);
}
