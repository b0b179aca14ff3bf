using System.Security.Claims;
using GoogleCheckout.Sandbox.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;

namespace GoogleCheckout.Sandbox.Pages.MerchantCenter;

/// <summary>The login of a merchant: an encrypted cookie with the merchant's id.</summary>
/// <param name="accounts">The accounts of all merchants.</param>
internal sealed class MerchantSession(MerchantAccounts accounts)
{
    /// <summary>The name of the authentication scheme.</summary>
    public const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    /// <summary>Returns the account of the merchant of the request; null without a login.</summary>
    public MerchantAccount? FindAccount(HttpContext context) => context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } id ? accounts.Find(id) : null;

    /// <summary>
    /// Ignores the login of the request. The token of a form is valid only for the merchant to whom it was shown; that of the login is not, also
    /// if it was sent in another tab before.
    /// </summary>
    public static void Ignore(HttpContext context) => context.User = new ClaimsPrincipal(new ClaimsIdentity());

    /// <summary>Signs the merchant in, until the browser is closed.</summary>
    /// <returns>Whether there is a merchant with this id and key.</returns>
    public async Task<bool> SignInAsync(HttpContext context, string merchantId, string merchantKey)
    {
        if (accounts.Find(merchantId) is not { } account || !account.Credentials.Match(merchantId, merchantKey))
        {
            return false;
        }

        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, account.Id)], Scheme);
        await context.SignInAsync(Scheme, new ClaimsPrincipal(identity)).ConfigureAwait(false);
        return true;
    }

    public static Task SignOutAsync(HttpContext context) => context.SignOutAsync(Scheme);
}
