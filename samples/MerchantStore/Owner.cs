using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace MerchantStore;

/// <summary>The owner, who may see the orders. One password is enough for a sample; a real store has user accounts.</summary>
internal sealed class Owner(string password)
{
    private const string SessionClaim = "session";

    private volatile string _session = NewSession();

    /// <summary>The rate limit of sending the sign-in form: ten times per minute from one address. Behind a proxy, that is the proxy's, unless the environment variable ASPNETCORE_FORWARDEDHEADERS_ENABLED is true.</summary>
    public const string SignInLimit = "sign-in";

    /// <summary>Returns the principal for the password; null if it is wrong. Compares in constant time.</summary>
    public ClaimsPrincipal? WhoKnows(string? attempt) =>
        CryptographicOperations.FixedTimeEquals(Digest(attempt ?? string.Empty), Digest(password))
            ? new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, "owner"), new Claim(SessionClaim, _session)], CookieAuthenticationDefaults.AuthenticationScheme))
            : null;

    /// <summary>Returns whether the principal has signed in since the last sign-out and the start of the store.</summary>
    public bool IsSignedIn(ClaimsPrincipal? who) => who?.FindFirst(SessionClaim)?.Value == _session;

    /// <summary>Ends all sessions: a copy of their cookies is of no use.</summary>
    public void SignOut() => _session = NewSession();

    private static string NewSession() => RandomNumberGenerator.GetHexString(32);

    private static byte[] Digest(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
