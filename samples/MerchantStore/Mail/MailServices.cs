using MimeKit;

namespace MerchantStore.Mail;

/// <summary>Registers the mails about orders.</summary>
internal static class MailServices
{
    public static void AddOrderMails(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MailOptions>().Bind(configuration.GetSection(MailOptions.Section))
            .Validate(options => IsAddress(options.From), Message(nameof(MailOptions.From)))
            .Validate(options => IsAddress(options.Shop), Message(nameof(MailOptions.Shop)))
            .ValidateOnStart();
        services.AddScoped<OrderMails>();
        services.AddHostedService<MailFiles>();
    }

    private static bool IsAddress(string text) => MailboxAddress.TryParse(text, out _);

    private static string Message(string setting) => $"The setting {MailOptions.Section}:{setting} is not an e-mail address. Set it to one, for example Leaf & Kettle <shop@example.com>.";
}
