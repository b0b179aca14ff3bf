using System.Security.Cryptography;
using MerchantStore.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace MerchantStore.Settings;

/// <summary>
/// The settings of the settings page, as the configuration source with the lowest precedence: a file, the environment and the command line win. All
/// other code reads <see cref="IConfiguration"/>. A saved change is used at once by this process; others read it when they start.
/// </summary>
internal sealed class StoredSettings : ConfigurationProvider, IConfigurationSource
{
    private readonly StoreDatabase _database;
    private readonly IDataProtector _protector;
    private readonly TimeProvider _time;
    private readonly bool _needsAccount;

    private IReadOnlyList<StoreSetting> _stored = [];

    private StoredSettings(StoreDatabase database, IDataProtectionProvider protection, TimeProvider time, bool needsAccount)
    {
        _database = database;
        _protector = protection.CreateProtector("MerchantStore.Settings");
        _time = time;
        _needsAccount = needsAccount;
    }

    /// <summary>Gets whether a stored merchant key cannot be decrypted, because the folder with the keys of data protection is not the one it was encrypted with.</summary>
    public bool IsUnreadable { get; private set; }

    /// <summary>Reads the settings and adds them to the configuration.</summary>
    public static async Task<StoredSettings> AddAsync(WebApplicationBuilder builder, StoreDatabase database, IDataProtectionProvider protection, TimeProvider time)
    {
        var isConfigured = builder.Configuration[AccountSettings.MerchantId] is not null || builder.Configuration[AccountSettings.MerchantKey] is not null;
        var settings = new StoredSettings(database, protection, time, needsAccount: !isConfigured && !builder.Environment.IsDevelopment()) { IsAccountConfigured = isConfigured };
        if (await database.HasTableAsync("Settings"))
        {
            await settings.ReadAsync(CancellationToken.None);
        }
        else
        {
            settings.Use([]);
        }

        ((IConfigurationBuilder)builder.Configuration).Sources.Insert(0, settings);
        return settings;
    }

    /// <summary>Gets whether the configuration names the merchant. The accounts of the settings page are then not used.</summary>
    public bool IsAccountConfigured { get; private init; }

    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

    /// <summary>Stores values, and removes those that are empty. If a merchant key changes, the former one is kept for a day.</summary>
    public async Task SaveAsync(IReadOnlyDictionary<string, string> values, CancellationToken cancellationToken)
    {
        var changes = new Dictionary<string, string>(values);
        AccountSettings.KeepFormerKeys(changes, Find, _time.GetUtcNow());
        await using (var store = CreateContext())
        {
            var stored = await store.Set<StoreSetting>().ToDictionaryAsync(setting => setting.Key, cancellationToken);
            foreach (var (key, value) in changes)
            {
                if (stored.TryGetValue(key, out var old))
                {
                    store.Remove(old);
                }

                if (value.Length > 0)
                {
                    store.Add(new StoreSetting { Key = key, Value = IsSecret(key) ? _protector.Protect(value) : value });
                }
            }

            await store.SaveChangesAsync(cancellationToken);
        }

        await ReadAsync(cancellationToken);
        OnReload();
    }

    /// <summary>Returns the value with which a file, the environment or the command line replaces the stored one; null if none does.</summary>
    public string? FindConfigured(IConfiguration configuration, string key) => ((IConfigurationRoot)configuration).Providers
        .Where(provider => provider != this).Reverse()
        .Select(provider => provider.TryGet(key, out var value) ? value : null)
        .FirstOrDefault(value => value is not null);

    /// <returns>The time until which an account's former key is accepted for notifications; null if it is not.</returns>
    public DateTimeOffset? FindFormerKeyEnd(string account) => AccountSettings.FindFormerKeyEnd(Find, account, _time.GetUtcNow());

    private static bool IsSecret(string key) => key.EndsWith("MerchantKey", StringComparison.Ordinal);

    private string? Find(string key) => TryGet(key, out var value) ? value : null;

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        await using var store = CreateContext();
        Use(await store.Set<StoreSetting>().AsNoTracking().ToListAsync(cancellationToken));
    }

    private void Use(IReadOnlyList<StoreSetting> stored)
    {
        _stored = stored;
        IsUnreadable = false;
        var data = stored.ToDictionary(setting => setting.Key, setting => IsSecret(setting.Key) ? Decrypt(setting.Value) : setting.Value, StringComparer.OrdinalIgnoreCase);
        if (!IsAccountConfigured)
        {
            AccountSettings.TurnOn(data, _time.GetUtcNow(), _needsAccount);
        }

        Data = data;
        if (AccountSettings.All.Select(FindFormerKeyEnd).Min() is { } end)
        {
            _ = UseAgainAsync(end - _time.GetUtcNow());
        }
    }

    // Ends the time of a former key.
    private async Task UseAgainAsync(TimeSpan delay)
    {
        await Task.Delay(delay, _time);
        Use(_stored);
        OnReload();
    }

    private string? Decrypt(string value)
    {
        try
        {
            return _protector.Unprotect(value);
        }
        catch (CryptographicException)
        {
            IsUnreadable = true;
            return null;
        }
    }

    private StoreContext CreateContext()
    {
        var options = new DbContextOptionsBuilder<StoreContext>();
        _database.Configure(options);
        return new StoreContext(options.Options);
    }
}
