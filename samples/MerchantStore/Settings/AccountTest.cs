using System.Net;
using GoogleCheckout;
using MerchantStore.Messages;
using Microsoft.Extensions.Options;

namespace MerchantStore.Settings;

/// <summary>Finds out whether Google Checkout accepts an account. It says hello to the service, which changes nothing.</summary>
internal sealed class AccountTest(CheckoutClient client, IConfiguration configuration, MessageLog log)
{
    /// <summary>Tests the account that the store uses.</summary>
    /// <returns>What is wrong and what to do; null if the account can be used.</returns>
    public Task<string?> FindErrorAsync(CancellationToken cancellationToken) => FindErrorAsync(client, cancellationToken);

    /// <summary>Tests an account of the settings page, which need not be on. All other settings of the section GoogleCheckout, such as certificates, are those of the store.</summary>
    /// <returns>What is wrong and what to do; null if the account can be used.</returns>
    public async Task<string?> FindErrorAsync(string account, CancellationToken cancellationToken)
    {
        using var settings = new ConfigurationManager();
        settings.AddConfiguration(configuration).AddInMemoryCollection(new Dictionary<string, string?>
        {
            [AccountSettings.MerchantId] = configuration[AccountSettings.Key(account, "MerchantId")],
            [AccountSettings.MerchantKey] = configuration[AccountSettings.Key(account, "MerchantKey")],
            [AccountSettings.Environment] = AccountSettings.GetAddress(key => configuration[key], account),
        });
        var services = new ServiceCollection().AddSingleton<IConfiguration>(settings).AddSingleton<IPostConfigureOptions<CheckoutOptions>>(new LoggedClient(log));
        services.AddGoogleCheckout(settings);
        await using var provider = services.BuildServiceProvider();
        return await FindErrorAsync(provider.GetRequiredService<CheckoutClient>(), cancellationToken);
    }

    private static async Task<string?> FindErrorAsync(CheckoutClient client, CancellationToken cancellationToken)
    {
        try
        {
            await client.HelloAsync(cancellationToken);
            return null;
        }
        catch (CheckoutApiException e) when (e.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        {
            return "Google Checkout does not accept the merchant ID or the key. Copy both again, and check that they are of the same account.";
        }
        catch (CheckoutApiException e)
        {
            return $"Google Checkout refused. {e.Message}";
        }
        catch (CheckoutException e)
        {
            return $"There is no usable response. {e.Message}";
        }
    }
}
