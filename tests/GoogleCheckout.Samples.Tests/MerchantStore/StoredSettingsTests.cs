using MerchantStore.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>What the settings page stores, as the store reads it.</summary>
public sealed class StoredSettingsTests(StoreEngine engine) : CommandTestBase(engine)
{
    private const string AdditionalKeys = "GoogleCheckout:AdditionalMerchantKeys";

    private readonly FakeTimeProvider _time = new(TestStore.Noon);
    private readonly EphemeralDataProtectionProvider _protection = new();

    [Test]
    public async Task MerchantKey_Changed_FormerIsAcceptedForADay()
    {
        var (configuration, stored) = await ReadAsync();
        await stored.SaveAsync(Account("1234567890", "first-key"), CancellationToken.None);
        Assert.That(configuration[AdditionalKeys], Is.Null, "the first key has none before it");

        await stored.SaveAsync(Account("1234567890", "second-key"), CancellationToken.None);
        Assert.That((configuration["GoogleCheckout:MerchantKey"], configuration[AdditionalKeys]), Is.EqualTo(("second-key", "first-key")));
        Assert.That((await ReadAsync()).Configuration[AdditionalKeys], Is.EqualTo("first-key"), "after a restart, too");

        _time.Advance(TimeSpan.FromDays(1));
        await Eventually.Async(() => Task.FromResult(configuration[AdditionalKeys]), Is.Null);
        Assert.That(configuration["GoogleCheckout:MerchantKey"], Is.EqualTo("second-key"));
        Assert.That((await ReadAsync()).Configuration[AdditionalKeys], Is.Null);
    }

    [TestCase("1234567890", "first-key", false, TestName = "{m}(the same key)")]
    [TestCase("9876543210", "second-key", false, TestName = "{m}(of another merchant)")]
    [TestCase("1234567890", "second-key", true, TestName = "{m}(refused by the owner)")]
    public async Task MerchantKey_SavedWithoutAFormerOne_IsTheOnlyOne(string id, string key, bool isRefused)
    {
        var (configuration, stored) = await ReadAsync();
        await stored.SaveAsync(Account("1234567890", "first-key"), CancellationToken.None);

        var account = Account(id, key);
        if (isRefused)
        {
            account[AccountSettings.Key("Test", AccountSettings.FormerKey)] = string.Empty;
        }

        await stored.SaveAsync(account, CancellationToken.None);

        Assert.That((configuration["GoogleCheckout:MerchantKey"], configuration[AdditionalKeys]), Is.EqualTo((key, (string?)null)));
    }

    private async Task<(IConfiguration Configuration, StoredSettings Stored)> ReadAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        var stored = await StoredSettings.AddAsync(builder, Store.Database, _protection, _time);
        return (builder.Configuration, stored);
    }

    private static Dictionary<string, string> Account(string id, string key) => new()
    {
        ["Accounts:On"] = "Test",
        ["Accounts:Test:MerchantId"] = id,
        ["Accounts:Test:MerchantKey"] = key,
    };
}
