using GoogleCheckout.Configuration;
using GoogleCheckout.Notifications;
using Microsoft.Extensions.DependencyInjection;

namespace GoogleCheckout.Callbacks;

/// <summary>The merchants of an endpoint, with their current credentials and their clients.</summary>
internal sealed class CallbackMerchants
{
    private readonly IServiceProvider _services;
    private readonly IReadOnlyList<(string Name, OptionsSnapshotCache Options)> _merchants;
    private Snapshot _current;

    /// <param name="services">The root service provider.</param>
    /// <param name="merchant">The name of the endpoint's only merchant; null for all registered merchants.</param>
    /// <exception cref="InvalidOperationException">The merchant is not registered, or no merchant is registered.</exception>
    public CallbackMerchants(IServiceProvider services, string? merchant)
    {
        _services = services;
        _merchants = [.. services.GetServices<RegisteredMerchant>()
            .Where(known => merchant is null || known.Name == merchant)
            .Select(known => (known.Name, services.GetRequiredKeyedService<OptionsSnapshotCache>(known.ClientName)))];
        if (_merchants.Count == 0)
        {
            throw new InvalidOperationException(merchant is null
                ? "No merchant is registered, so no callback can be authenticated. Call services.AddGoogleCheckout(...) with at least MerchantId and MerchantKey."
                : $"No merchant is registered as '{merchant}'. Call services.AddGoogleCheckout(\"{merchant}\", ...), or map the endpoint with the name of a registered merchant.");
        }

        _current = ReadOptions();
    }

    /// <summary>The merchant to whom a post without credentials belongs; null if the endpoint has several merchants.</summary>
    public string? SingleMerchant => _merchants.Count == 1 ? _merchants[0].Name : null;

    public CheckoutClient GetClient(string merchant) =>
        merchant.Length == 0 ? _services.GetRequiredService<CheckoutClient>() : _services.GetRequiredKeyedService<CheckoutClient>(merchant);

    /// <summary>The current configuration. Changed options are a new object, so that comparing references is enough.</summary>
    public Snapshot Current
    {
        get
        {
            var current = _current;
            for (var i = 0; i < _merchants.Count; i++)
            {
                if (!ReferenceEquals(_merchants[i].Options.Get(), current.Options[i]))
                {
                    return _current = ReadOptions();
                }
            }

            return current;
        }
    }

    private Snapshot ReadOptions()
    {
        CheckoutOptions[] options = [.. _merchants.Select(merchant => merchant.Options.Get())];
        var credentials = options.Select((each, i) => new MerchantCredentials
        {
            Merchant = _merchants[i].Name,
            MerchantId = each.MerchantId,
            MerchantKeys = [each.MerchantKey, .. each.AdditionalMerchantKeys],
        });
        return new Snapshot(options, new NotificationAuthenticator(credentials), options.Any(each => CheckoutEnvironment.Production.Equals(each.Environment)));
    }

    /// <summary>The configuration at one time.</summary>
    /// <param name="Options">The options of each merchant.</param>
    /// <param name="Authenticator">Checks the credentials of all merchants.</param>
    /// <param name="AnyInProduction">Whether at least one merchant uses the production environment.</param>
    internal sealed record Snapshot(CheckoutOptions[] Options, NotificationAuthenticator Authenticator, bool AnyInProduction);
}
