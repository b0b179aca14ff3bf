using GoogleCheckout.Sandbox;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace MerchantStore.Development;

/// <summary>In development, and without a merchant of its own, the shop brings the other side of the wire along.</summary>
internal static class DevelopmentSandbox
{
    /// <summary>Starts a sandbox if the shop is to have one, and makes the shop its merchant.</summary>
    /// <returns>The sandbox; null where a merchant is configured, and outside of development.</returns>
    public static async Task<CheckoutSandbox?> AddDevelopmentSandboxAsync(this WebApplicationBuilder builder)
    {
        if (!builder.Environment.IsDevelopment() || builder.Configuration.GetSection("GoogleCheckout").Exists())
        {
            return null;
        }

        var sandbox = await CheckoutSandbox.StartAsync();
        builder.Services.AddSingleton(sandbox);
        builder.Services.AddGoogleCheckout(sandbox.Configure);
        return sandbox;
    }

    /// <summary>Tells the sandbox where to send notifications, once the shop knows its own address.</summary>
    public static void NotifyShop(this CheckoutSandbox sandbox, WebApplication shop, string callback) =>
        shop.Lifetime.ApplicationStarted.Register(() => sandbox.CallbackUrl = new Uri(new Uri(shop.Urls.First()), callback));

    /// <summary>Leaves the pages out that stand in for buyer and time where there is no sandbox.</summary>
    public static void OnlyWith(this PageConventionCollection pages, CheckoutSandbox? sandbox, string folder) =>
        pages.AddFolderRouteModelConvention(folder, page =>
        {
            if (sandbox is null)
            {
                page.Selectors.Clear();
            }
        });
}
