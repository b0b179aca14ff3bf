namespace MerchantStore.Mail;

/// <summary>Registers the mails about orders.</summary>
internal static class MailServices
{
    public static void AddOrderMails(this IServiceCollection services)
    {
        services.AddScoped<OrderMails>();
        services.AddHostedService<MailFiles>();
    }
}
