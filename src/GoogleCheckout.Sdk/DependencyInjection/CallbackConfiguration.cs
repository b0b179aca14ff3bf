using GoogleCheckout.Callbacks;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace GoogleCheckout.DependencyInjection;

/// <summary>Sets the options of callbacks from the configuration, before those in code, and again after it changes.</summary>
internal sealed class CallbackConfiguration(IServiceProvider provider) : IConfigureOptions<CallbackOptions>, IOptionsChangeTokenSource<CallbackOptions>
{
    public string Name => Options.DefaultName;

    public void Configure(CallbackOptions options)
    {
        if (CheckoutConfiguration.FindProgramSection(provider) is { } section)
        {
            options.Origin.Read(section.GetSection(CheckoutConfiguration.Callbacks), options);
        }
    }

    public IChangeToken GetChangeToken() => CheckoutConfiguration.FindProgramSection(provider)?.GetReloadToken() ?? new CancellationChangeToken(CancellationToken.None);
}
