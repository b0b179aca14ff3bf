using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace GoogleCheckout.DependencyInjection;

/// <summary>Tells the options of one merchant that their configuration has changed.</summary>
internal sealed class ConfigurationChange(string name, IConfiguration configuration) : IOptionsChangeTokenSource<CheckoutOptions>
{
    public string Name => name;

    public IChangeToken GetChangeToken() => configuration.GetReloadToken();
}
