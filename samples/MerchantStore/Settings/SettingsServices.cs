using MerchantStore.Data;
using Microsoft.AspNetCore.DataProtection;

namespace MerchantStore.Settings;

/// <summary>Registers the settings page.</summary>
internal static class SettingsServices
{
    /// <summary>Adds the stored settings to the configuration. The keys that encrypt the merchant keys, and the cookies, are in the folder of the setting KeysFolder.</summary>
    public static async Task AddStoredSettingsAsync(this WebApplicationBuilder builder, StoreDatabase database)
    {
        builder.Services.AddOptions<StoreOptions>().Bind(builder.Configuration);
        var folder = new DirectoryInfo(builder.Configuration["KeysFolder"] ?? "keys");
        builder.Services.AddDataProtection().SetApplicationName(nameof(MerchantStore)).PersistKeysToFileSystem(folder);
        var protection = DataProtectionProvider.Create(folder, protection => protection.SetApplicationName(nameof(MerchantStore)));
        builder.Services.AddSingleton(await StoredSettings.AddAsync(builder, database, protection, TimeProvider.System));
        builder.Services.AddSingleton<AccountTest>();
        builder.Services.AddSingleton<CallbackTest>();
        builder.Services.AddHttpClient(CallbackTest.Client).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
    }
}
