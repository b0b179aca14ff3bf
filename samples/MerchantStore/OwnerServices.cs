using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace MerchantStore;

/// <summary>Registers the sign-in of the owner.</summary>
internal static class OwnerServices
{
    // On a Unix socket or a pipe, the visitor has no address: the limit is then one for all.
    private const string NoAddress = "none";

    /// <exception cref="InvalidOperationException">No password is set. Without one, orders and buyers' addresses would be public.</exception>
    public static void AddOwner(this IServiceCollection services, IConfiguration configuration)
    {
        var password = configuration["OwnerPassword"];
        if (string.IsNullOrEmpty(password))
        {
            throw new InvalidOperationException("The setting OwnerPassword is missing. Set it to the password that protects the orders.");
        }

        var owner = new Owner(password);
        services.AddSingleton(owner);
        services.AddAuthorization();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.LoginPath = "/SignIn";
            options.ExpireTimeSpan = TimeSpan.FromHours(8);
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Events.OnValidatePrincipal = context =>
            {
                if (!owner.IsSignedIn(context.Principal))
                {
                    context.RejectPrincipal();
                }

                return Task.CompletedTask;
            };
        });
        services.AddRateLimiter(limiter => limiter
            .AddPolicy(Owner.SignInLimit, context => HttpMethods.IsPost(context.Request.Method)
                ? RateLimitPartition.GetFixedWindowLimiter(
                    context.Connection.RemoteIpAddress?.ToString() ?? NoAddress, _ => new FixedWindowRateLimiterOptions { PermitLimit = 10, Window = TimeSpan.FromMinutes(1) })
                : RateLimitPartition.GetNoLimiter(string.Empty))
            .RejectionStatusCode = StatusCodes.Status429TooManyRequests);
    }
}
