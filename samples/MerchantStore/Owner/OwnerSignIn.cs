using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace MerchantStore.Owner;

/// <summary>Sets the owner's password, checks it, and knows which sign-ins are valid.</summary>
internal sealed class OwnerSignIn(OwnerAccountStore accounts, IPasswordHasher<OwnerAccount> hasher)
{
    /// <summary>The rate limit of the forms with a password or the setup code: ten times per minute from one address. Behind a proxy, that is the proxy's, unless the environment variable ASPNETCORE_FORWARDEDHEADERS_ENABLED is true.</summary>
    public const string RateLimit = "sign-in";

    public const int MinPasswordLength = 12;

    private const string SessionClaim = "session";

    private static readonly OwnerAccount Nobody = new(string.Empty, string.Empty);

    public async Task<bool> IsSetUpAsync(CancellationToken cancellationToken) => await accounts.FindAsync(cancellationToken) is not null;

    /// <summary>Sets the first password.</summary>
    /// <returns>The principal to sign in; null if there is a password already.</returns>
    public async Task<ClaimsPrincipal?> SetUpAsync(string password, CancellationToken cancellationToken)
    {
        var account = NewAccount(password);
        return await accounts.TryCreateAsync(account, cancellationToken) ? PrincipalOf(account) : null;
    }

    /// <returns>The principal to sign in; null if the password is wrong.</returns>
    public async Task<ClaimsPrincipal?> CheckAsync(string? password, CancellationToken cancellationToken) =>
        await accounts.FindAsync(cancellationToken) is { } account && IsPasswordOf(account, password) ? PrincipalOf(account) : null;

    /// <summary>Replaces the password and ends all sign-ins.</summary>
    /// <returns>The principal to sign in; null if the current password is wrong.</returns>
    public async Task<ClaimsPrincipal?> ChangePasswordAsync(string? current, string password, CancellationToken cancellationToken)
    {
        if (await CheckAsync(current, cancellationToken) is null)
        {
            return null;
        }

        var account = NewAccount(password);
        await accounts.UpdateAsync(account, cancellationToken);
        return PrincipalOf(account);
    }

    /// <summary>Returns whether the principal has signed in since the last sign-out.</summary>
    public async Task<bool> IsSignedInAsync(ClaimsPrincipal? who, CancellationToken cancellationToken) =>
        who?.FindFirst(SessionClaim)?.Value is { } session && (await accounts.FindAsync(cancellationToken))?.Session == session;

    /// <summary>Ends all sign-ins: a copy of their cookies is of no use.</summary>
    public async Task SignOutAsync(CancellationToken cancellationToken)
    {
        if (await accounts.FindAsync(cancellationToken) is { } account)
        {
            await accounts.UpdateAsync(account with { Session = NewSession() }, cancellationToken);
        }
    }

    private OwnerAccount NewAccount(string password) => new(hasher.HashPassword(Nobody, password), NewSession());

    private bool IsPasswordOf(OwnerAccount account, string? password) =>
        hasher.VerifyHashedPassword(account, account.PasswordHash, password ?? string.Empty) != PasswordVerificationResult.Failed;

    private static ClaimsPrincipal PrincipalOf(OwnerAccount account) =>
        new(new ClaimsIdentity([new Claim(ClaimTypes.Name, "owner"), new Claim(SessionClaim, account.Session)], CookieAuthenticationDefaults.AuthenticationScheme));

    private static string NewSession() => RandomNumberGenerator.GetHexString(32);
}
