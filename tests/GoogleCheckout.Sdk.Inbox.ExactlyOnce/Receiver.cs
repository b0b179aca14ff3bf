using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Inbox.ExactlyOnce;

/// <summary>A merchant's site, as small as can be. It ends when its standard input does, and so with the program that started it.</summary>
internal static class Receiver
{
    public const string MerchantId = "123456789012345";
    public const string MerchantKey = "exactly-once";
    public const string Path = "/checkout/callback";

    public static async Task RunAsync(RunOptions options, string connectionString, Uri address)
    {
        await using var shop = Shop.Open(options, connectionString);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(address.GetLeftPart(UriPartial.Authority));
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton(shop);
        builder.Services.AddGoogleCheckout(checkout =>
        {
            checkout.MerchantId = MerchantId;
            checkout.MerchantKey = MerchantKey;
            checkout.Environment = CheckoutEnvironment.Sandbox;
        });
        builder.Services.AddNotificationHandler<EffectHandler>();
        if (options.HasInbox)
        {
            builder.Services.AddNotificationInbox(shop.DataSource, inbox => Configure(inbox, options));
        }

        await using var app = builder.Build();
        app.MapGoogleCheckout(Path);
        await app.StartAsync();
        Console.WriteLine(NodeProcess.Ready);
        while (await Console.In.ReadLineAsync() is not null)
        {
            // Nothing is said on it; only its end counts.
        }

        await app.StopAsync();
    }

    // Tried again soon, or a run takes hours; often, because a kill is an attempt too.
    private static void Configure(NotificationInboxOptions inbox, RunOptions options)
    {
        inbox.Mode = options.IsQueued ? NotificationInboxMode.Queued : NotificationInboxMode.Inline;
        inbox.PollInterval = TimeSpan.FromMilliseconds(200);
        inbox.RetryDelay = TimeSpan.FromMilliseconds(100);
        inbox.MaxRetryDelay = TimeSpan.FromSeconds(1);
    }
}
