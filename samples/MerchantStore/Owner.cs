using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace MerchantStore;

/// <summary>Who may see the orders. One password is enough for a sample; a shop with staff has accounts.</summary>
internal sealed class Owner(string password)
{
    /// <summary>The limit of the page to sign in on: ten requests a minute from one address.</summary>
    public const string SignInLimit = "sign-in";

    /// <summary>Who signs in with the password; null where it is wrong. It takes the same time either way.</summary>
    public ClaimsPrincipal? WhoKnows(string? attempt) =>
        CryptographicOperations.FixedTimeEquals(Digest(attempt ?? string.Empty), Digest(password))
            ? new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, "owner")], CookieAuthenticationDefaults.AuthenticationScheme))
            : null;

    private static byte[] Digest(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
