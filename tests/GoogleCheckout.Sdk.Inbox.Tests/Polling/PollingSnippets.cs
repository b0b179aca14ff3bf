using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GoogleCheckout.Inbox.Polling;

/// <summary>The code of docs/polling.md that no sample has.</summary>
internal static class PollingSnippets
{
    public static void AddMerchants(IServiceCollection services, IConfiguration configuration)
    {
        // <merchants>
        services.AddGoogleCheckout("teas", configuration.GetSection("Merchants:Teas"));
        services.AddGoogleCheckout("pots", configuration.GetSection("Merchants:Pots"));
        services.AddNotificationPolling("teas");
        services.AddNotificationPolling("pots", options => options.Source = NotificationSource.History);
        // </merchants>
    }

    public static void AddFolderOfUnreadable(IServiceCollection services, string folder)
    {
        // <unreadable>
        services.AddNotificationPolling(options => options.OnUnreadable = (unreadable, cancellationToken) =>
            File.WriteAllBytesAsync(Path.Combine(folder, $"{Guid.NewGuid()}.xml"), unreadable.RawXml.ToArray(), cancellationToken));
        // </unreadable>
    }

    public static async Task ReplayAsync(IHost host, string folder, IProgress<ReplayResult> progress)
    {
        // <replay>
        var replay = host.Services.GetRequiredService<NotificationReplay>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.xml").Order(StringComparer.Ordinal))
        {
            await using var archive = File.OpenRead(file);
            var counts = await replay.ReplayAsync(archive, progress: progress);
            Console.WriteLine($"{file}: {counts.Read} read, {counts.Handled} handled, {counts.Duplicates} seen before");
        }
        // </replay>
    }
}
