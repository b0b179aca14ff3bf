using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace GoogleCheckout.DependencyInjection;

/// <summary>Reloads the options of one merchant after their configuration changes.</summary>
internal sealed class ConfigurationChange(string name, IConfiguration configuration) : IOptionsChangeTokenSource<CheckoutOptions>
{
    public string Name => name;

    public IChangeToken GetChangeToken() => configuration.GetReloadToken();
}
