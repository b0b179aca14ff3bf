using GoogleCheckout;
using Microsoft.Extensions.Options;

namespace MerchantStore.Messages;

/// <summary>Registers the log of messages.</summary>
internal static class MessageLogServices
{
    public static void AddMessageLog(this IServiceCollection services)
    {
        services.AddSingleton<MessageLog>();
        services.AddSingleton<IPostConfigureOptions<CheckoutOptions>, LoggedClient>();
        services.AddHostedService<MessageLogWriter>();
    }
}
