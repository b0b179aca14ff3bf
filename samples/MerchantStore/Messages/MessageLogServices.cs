using GoogleCheckout;
using Microsoft.Extensions.Options;

namespace MerchantStore.Messages;

/// <summary>Registers the log of messages.</summary>
internal static class MessageLogServices
{
    public static void AddMessageLog(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MessageLogOptions>().Bind(configuration.GetSection(MessageLogOptions.Section))
            .Validate(options => options.KeptDays >= 0, $"The setting {MessageLogOptions.Section}:{nameof(MessageLogOptions.KeptDays)} is negative. Set it to a number of days, or to 0 for no log.")
            .ValidateOnStart();
        services.AddSingleton<MessageLog>();
        services.AddSingleton<IPostConfigureOptions<CheckoutOptions>, LoggedClient>();
        services.AddHostedService<MessageLogWriter>();
    }
}
