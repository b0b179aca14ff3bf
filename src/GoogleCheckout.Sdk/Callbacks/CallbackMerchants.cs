using GoogleCheckout.Configuration;
using GoogleCheckout.Notifications;
using Microsoft.Extensions.DependencyInjection;

namespace GoogleCheckout.Callbacks;

/// <summary>Whose callbacks an endpoint takes: their credentials as they are now, and their clients.</summary>
internal sealed class CallbackMerchants
{
    private readonly IServiceProvider _services;

    private readonly IReadOnlyList<(string Name, OptionsSnapshotCache Options)> _merchants;
    private Current _current;

    /// <param name="services">The container's root.</param>
    /// <param name="merchant">The one merchant of the endpoint; null for all.</param>
    /// <exception cref="InvalidOperationException">There is no such merchant.</exception>
    public CallbackMerchants(IServiceProvider services, string? merchant)
    {
        _services = services;
        _merchants = [.. services.GetServices<RegisteredMerchant>()
            .Where(known => merchant is null || known.Name == merchant)
            .Select(known => (known.Name, services.GetRequiredKeyedService<OptionsSnapshotCache>(known.ClientName)))];
        if (_merchants.Count == 0)
        {
            throw new InvalidOperationException(merchant is null
                ? "No merchant is registered, so no callback could be told from a forged one: call services.AddGoogleCheckout(...) with at least MerchantId and MerchantKey."
                : $"No merchant is registered as '{merchant}': call services.AddGoogleCheckout(\"{merchant}\", ...), or map its endpoint under the right name.");
        }

        _current = Read();
    }

    /// <summary>The merchant a post without credentials is for; null where it could be one of several.</summary>
    public string? Only => _merchants.Count == 1 ? _merchants[0].Name : null;

    public CheckoutClient ClientOf(string merchant) =>
        merchant.Length == 0 ? _services.GetRequiredService<CheckoutClient>() : _services.GetRequiredKeyedService<CheckoutClient>(merchant);

    /// <summary>As the configuration is now: changed options are another object.</summary>
    public Current Now
    {
        get
        {
            var current = _current;
            for (var i = 0; i < _merchants.Count; i++)
            {
                if (!ReferenceEquals(_merchants[i].Options.Get(), current.Options[i]))
                {
                    return _current = Read();
                }
            }

            return current;
        }
    }

    private Current Read()
    {
        CheckoutOptions[] options = [.. _merchants.Select(merchant => merchant.Options.Get())];
        var credentials = options.Select((each, i) => new MerchantCredentials
        {
            Merchant = _merchants[i].Name,
            MerchantId = each.MerchantId,
            MerchantKeys = [each.MerchantKey, .. each.AdditionalMerchantKeys],
        });
        return new Current(options, new NotificationAuthenticator(credentials), options.Any(each => CheckoutEnvironment.Production.Equals(each.Environment)));
    }

    /// <summary>What is in force.</summary>
    /// <param name="Options">Each merchant's.</param>
    /// <param name="Authenticator">Knows the credentials accepted.</param>
    /// <param name="AnyInProduction">Whether one of the merchants is at the service that moved real money.</param>
    internal sealed record Current(CheckoutOptions[] Options, NotificationAuthenticator Authenticator, bool AnyInProduction);
}
