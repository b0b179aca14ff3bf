using GoogleCheckout.AspNetCore;
using GoogleCheckout.Callbacks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Puts the merchant's callback address into an ASP.NET Core application.</summary>
public static class GoogleCheckoutEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps the address that the service posts notifications and calculation callbacks to. It authenticates what comes by
    /// the merchant's id and key, so that the application's own authorization does not apply to it.
    /// </summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="pattern">The address, such as <c>/checkout/callback</c>.</param>
    /// <param name="merchant">
    /// The merchant's registered name; null for all that are registered, told apart by their credentials. Serial-number posts
    /// have none, so that they need an address for each merchant where there are several.
    /// </param>
    /// <returns>For further conventions, such as a host name or a rate limit.</returns>
    /// <exception cref="InvalidOperationException">No such merchant is registered, or there is no handler for anything.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The merchant's id or key is missing, or another option is faulty.</exception>
    public static IEndpointConventionBuilder MapGoogleCheckout(this IEndpointRouteBuilder endpoints, string pattern, string? merchant = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentException.ThrowIfNullOrEmpty(pattern);
        var endpoint = new CallbackEndpoint(endpoints.ServiceProvider, merchant);
        endpoints.ServiceProvider.GetService<IHostApplicationLifetime>()?.ApplicationStopped.Register(endpoint.Dispose);
        return endpoints.Map(pattern, context => CallbackExchange.AnswerAsync(endpoint, context))
            .WithDisplayName("Google Checkout callbacks")
            .WithMetadata(new AllowAnonymousAttribute());
    }
}
