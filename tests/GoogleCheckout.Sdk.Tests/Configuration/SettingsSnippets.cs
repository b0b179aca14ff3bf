using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GoogleCheckout.Configuration;

/// <summary>The code blocks of docs/settings.md, compiled. <c>SnippetTests</c> compares them with the page.</summary>
internal static class SettingsSnippets
{
    public static void RegisterSeveral(IServiceCollection services, IConfiguration configuration)
    {
        // <several>
        services.AddGoogleCheckout("teas", configuration.GetSection("Merchants:Teas"));
        services.AddGoogleCheckout("pots", configuration.GetSection("Merchants:Pots"));
        // </several>
    }

    // <one-of-several>
    public sealed class TeaShop([FromKeyedServices("teas")] CheckoutClient teas)
    {
        public Task ChargeAsync(string orderNumber) => teas.ChargeOrderAsync(orderNumber);
    }
    // </one-of-several>
}
