using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace MerchantStore.Owner;

/// <summary>Registers the sign-in of the owner.</summary>
internal static class OwnerServices
{
    // On a Unix socket or a pipe, the visitor has no address: the limit is then one for all.
    private const string NoAddress = "none";

    public static void AddOwner(this IServiceCollection services)
    {
        services.AddSingleton<OwnerAccountStore>();
        services.AddSingleton<OwnerSignIn>();
        services.AddSingleton<IPasswordHasher<OwnerAccount>, PasswordHasher<OwnerAccount>>();
        services.AddSingleton<OwnerSetup>();
        services.AddHostedService(provider => provider.GetRequiredService<OwnerSetup>());
        services.AddAuthorization();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.LoginPath = "/SignIn";
            options.ExpireTimeSpan = TimeSpan.FromHours(8);

            // The store's clock is that of the sandbox in development: moved ahead by a day, it would end the sign-in.
            options.TimeProvider = TimeProvider.System;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Events.OnValidatePrincipal = RejectOldSignInAsync;
        });
        services.AddRateLimiter(limiter => limiter
            .AddPolicy(OwnerSignIn.RateLimit, context => HttpMethods.IsPost(context.Request.Method)
                ? RateLimitPartition.GetFixedWindowLimiter(
                    context.Connection.RemoteIpAddress?.ToString() ?? NoAddress, _ => new FixedWindowRateLimiterOptions { PermitLimit = 10, Window = TimeSpan.FromMinutes(1) })
                : RateLimitPartition.GetNoLimiter(string.Empty))
            .RejectionStatusCode = StatusCodes.Status429TooManyRequests);
    }

    private static async Task RejectOldSignInAsync(CookieValidatePrincipalContext context)
    {
        var owner = context.HttpContext.RequestServices.GetRequiredService<OwnerSignIn>();
        if (!await owner.IsSignedInAsync(context.Principal, context.HttpContext.RequestAborted))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync();
        }
    }
}
