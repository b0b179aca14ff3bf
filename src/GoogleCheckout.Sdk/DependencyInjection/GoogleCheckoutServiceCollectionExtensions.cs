using GoogleCheckout;
using GoogleCheckout.Configuration;
using GoogleCheckout.DependencyInjection;
using GoogleCheckout.Diagnostics;
using GoogleCheckout.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers clients of Google Checkout.</summary>
public static class GoogleCheckoutServiceCollectionExtensions
{
    private const string Product = "GoogleCheckout";

    /// <summary>Registers a <see cref="CheckoutClient"/> for the one merchant of this program.</summary>
    /// <param name="services">The container.</param>
    /// <param name="configure">Sets the options. They are checked when the host starts.</param>
    /// <returns>The client's <c>HttpClient</c>, for handlers of your own. None of them can send a command twice.</returns>
    public static IHttpClientBuilder AddGoogleCheckout(this IServiceCollection services, Action<CheckoutOptions> configure) =>
        Add(services, Options.Options.DefaultName, configure);

    /// <summary>Registers a <see cref="CheckoutClient"/> for one of several merchants, as a keyed service.</summary>
    /// <param name="services">The container.</param>
    /// <param name="name">The service key, and the name of the options.</param>
    /// <param name="configure">Sets the options. They are checked when the host starts.</param>
    /// <returns>The client's <c>HttpClient</c>, for handlers of your own. None of them can send a command twice.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static IHttpClientBuilder AddGoogleCheckout(this IServiceCollection services, string name, Action<CheckoutOptions> configure) =>
        Add(services, NotEmpty(name), configure);

    /// <summary>
    /// Registers a <see cref="CheckoutClient"/> for the one merchant of this program, with options from the
    /// configuration: <c>MerchantId</c>, <c>MerchantKey</c>, <c>Environment</c> (Production, Sandbox or an address),
    /// <c>Donations</c>, <c>Timeout</c> (such as 00:00:30), <c>ClientCertificate:Path</c>,
    /// <c>ClientCertificate:Password</c>, <c>ClientCertificate:Thumbprint</c>, and on .NET
    /// <c>ClientCertificate:KeyPath</c> and <c>TrustedCertificate</c>. Changes are taken over.
    /// </summary>
    /// <param name="services">The container.</param>
    /// <param name="configuration">The section with these keys and no others; or the whole configuration, if the section is named GoogleCheckout.</param>
    /// <returns>The client's <c>HttpClient</c>, for handlers of your own. None of them can send a command twice.</returns>
    public static IHttpClientBuilder AddGoogleCheckout(this IServiceCollection services, IConfiguration configuration) =>
        Add(services, Options.Options.DefaultName, configuration);

    /// <summary>Registers a <see cref="CheckoutClient"/> for one of several merchants, as a keyed service, with options from the configuration.</summary>
    /// <param name="services">The container.</param>
    /// <param name="name">The service key, and the name of the options.</param>
    /// <param name="configuration">The merchant's section, with the keys of the overload without a name.</param>
    /// <returns>The client's <c>HttpClient</c>, for handlers of your own. None of them can send a command twice.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static IHttpClientBuilder AddGoogleCheckout(this IServiceCollection services, string name, IConfiguration configuration) =>
        Add(services, NotEmpty(name), configuration);

    private static IHttpClientBuilder Add(IServiceCollection services, string name, Action<CheckoutOptions> configure)
    {
        var set = configure ?? throw new ArgumentNullException(nameof(configure));
        var client = Register(services, name);
        services.Configure(name, set);
        return client;
    }

    private static IHttpClientBuilder Add(IServiceCollection services, string name, IConfiguration configuration)
    {
        var source = CheckoutConfiguration.SectionOf(configuration ?? throw new ArgumentNullException(nameof(configuration)), Product);
        var client = Register(services, name);
        services.Configure<CheckoutOptions>(name, options => CheckoutConfiguration.Read(source, options));
        services.AddSingleton<IOptionsChangeTokenSource<CheckoutOptions>>(new ConfigurationChange(name, source));
        return client;
    }

    /// <summary>Registers the merchant once; the second time only finds its client again.</summary>
    private static IHttpClientBuilder Register(IServiceCollection services, string name)
    {
        var clientName = name.Length == 0 ? Product : $"{Product}:{name}";
        var client = (services ?? throw new ArgumentNullException(nameof(services))).AddHttpClient(clientName);
        if (services.Any(service => service.ImplementationInstance is RegisteredMerchant known && known.ClientName == clientName))
        {
            return client;
        }

        services.AddSingleton(new RegisteredMerchant(name, clientName));
        services.AddOptions<CheckoutOptions>(name).Configure<IServiceProvider>(UseServices).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<CheckoutOptions>, CheckoutOptionsValidator>());
        services.AddKeyedSingleton(clientName, (provider, _) => new OptionsSnapshotCache(provider.GetRequiredService<IOptionsMonitor<CheckoutOptions>>(), name, LoggerOf(provider)));
        services.AddGuard();

        client.ConfigureHttpClient(http => http.Timeout = Timeout.InfiniteTimeSpan);
        client.RedactLoggedHeaders(_ => true);
        client.ConfigurePrimaryHttpMessageHandler(provider => CheckoutHttpHandler.Create(OptionsOf(provider, clientName), LoggerOf(provider)));
        if (name.Length == 0)
        {
            services.TryAddSingleton(provider => Create(provider, clientName));
        }
        else
        {
            services.TryAddKeyedSingleton(name, (provider, _) => Create(provider, clientName));
        }

        return client;
    }

    /// <summary>Looks at each of our pipelines when it is complete. The first filter is the last to look.</summary>
    private static void AddGuard(this IServiceCollection services)
    {
        if (!services.Any(service => service.ImplementationType == typeof(SingleSendFilter)))
        {
            services.Insert(0, ServiceDescriptor.Singleton<IHttpMessageHandlerBuilderFilter, SingleSendFilter>());
        }
    }

    private static void UseServices(CheckoutOptions options, IServiceProvider provider)
    {
        options.LoggerFactory = provider.GetService<ILoggerFactory>() ?? options.LoggerFactory;
        options.TimeProvider = provider.GetService<TimeProvider>() ?? options.TimeProvider;
    }

    private static CheckoutClient Create(IServiceProvider provider, string clientName)
    {
        var factory = provider.GetRequiredService<IHttpClientFactory>();
        return new CheckoutClient(new RequestExecutor(OptionsOf(provider, clientName), () => factory.CreateClient(clientName), Pipeline.Registered, LoggerOf(provider)));
    }

    private static Func<CheckoutOptions> OptionsOf(IServiceProvider provider, string clientName) =>
        provider.GetRequiredKeyedService<OptionsSnapshotCache>(clientName).Get;

    private static ILogger LoggerOf(IServiceProvider provider) => provider.GetRequiredService<ILoggerFactory>().CreateLogger(Log.Category);

    private static string NotEmpty(string name) =>
        string.IsNullOrEmpty(name) ? throw new ArgumentException("The name of a merchant may not be empty.", nameof(name)) : name;
}
