using GoogleCheckout.AspNetCore;
using GoogleCheckout.Callbacks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the merchant's callback URL in an ASP.NET Core application.</summary>
public static class GoogleCheckoutEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps the URL to which the service posts notifications and calculation callbacks. The endpoint authenticates requests by the
    /// merchant's id and key; the application's authorization does not apply to it.
    /// </summary>
    /// <param name="endpoints">The route builder of the application.</param>
    /// <param name="pattern">The path of the URL, such as <c>/checkout/callback</c>.</param>
    /// <param name="merchant">
    /// The registered name of the merchant; null for all registered merchants, which are identified by their credentials.
    /// Serial-number posts have no credentials, so with several merchants they need a URL for each merchant.
    /// </param>
    /// <returns>The convention builder, for example to set a host name or a rate limit.</returns>
    /// <exception cref="InvalidOperationException">The merchant is not registered, or no handler is registered.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The merchant's id or key is missing, or another option is not valid.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="endpoints"/> or <paramref name="pattern"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="pattern"/> is empty.</exception>
    public static IEndpointConventionBuilder MapGoogleCheckout(this IEndpointRouteBuilder endpoints, string pattern, string? merchant = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentException.ThrowIfNullOrEmpty(pattern);
        var endpoint = new CallbackEndpoint(endpoints.ServiceProvider, merchant);
        endpoints.ServiceProvider.GetService<IHostApplicationLifetime>()?.ApplicationStopped.Register(endpoint.Dispose);
        return endpoints.Map(pattern, context => CallbackExchange.HandleAsync(endpoint, context))
            .WithDisplayName("Google Checkout callbacks")
            .WithMetadata(new AllowAnonymousAttribute());
    }
}
