using GoogleCheckout;
using GoogleCheckout.Configuration;
using GoogleCheckout.DependencyInjection;
using GoogleCheckout.Diagnostics;
using GoogleCheckout.Http;
using GoogleCheckout.Orders;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers Google Checkout clients.</summary>
public static class GoogleCheckoutServiceCollectionExtensions
{
    /// <summary>Registers a <see cref="CheckoutClient"/> and an <see cref="OrderReconciler"/> for the only merchant of the program.</summary>
    /// <param name="services">The container.</param>
    /// <param name="configure">Sets the options. They are validated when the host starts.</param>
    /// <returns>The builder of the client's <c>HttpClient</c>, for adding handlers. No added handler can send a command twice.</returns>
    public static IHttpClientBuilder AddGoogleCheckout(this IServiceCollection services, Action<CheckoutOptions> configure) =>
        Add(services, Options.Options.DefaultName, configure);

    /// <summary>Registers a <see cref="CheckoutClient"/> and an <see cref="OrderReconciler"/> for one of several merchants, as keyed services.</summary>
    /// <param name="services">The container.</param>
    /// <param name="name">The service key, and the name of the options.</param>
    /// <param name="configure">Sets the options. They are validated when the host starts.</param>
    /// <returns>The builder of the client's <c>HttpClient</c>, for adding handlers. No added handler can send a command twice.</returns>
    /// <exception cref="ArgumentException">The name is null or empty.</exception>
    public static IHttpClientBuilder AddGoogleCheckout(this IServiceCollection services, string name, Action<CheckoutOptions> configure) =>
        Add(services, RequireName(name), configure);

    /// <summary>
    /// Registers a <see cref="CheckoutClient"/> and an <see cref="OrderReconciler"/> for the only merchant of the program, with options from the
    /// configuration: <c>MerchantId</c>, <c>MerchantKey</c>, <c>Environment</c> (Production, Sandbox or an https URL),
    /// <c>AdditionalMerchantKeys</c>, <c>Donations</c>, <c>Timeout</c> (for example 00:00:30), <c>ClientCertificate:Path</c>,
    /// <c>ClientCertificate:Password</c>, <c>ClientCertificate:Thumbprint</c>, and on .NET
    /// <c>ClientCertificate:KeyPath</c> and <c>TrustedCertificate</c>. Changes of the configuration apply at run time. Relative
    /// paths count from the content root of the host. Options that are set in code by another call take precedence if that call is later.
    /// </summary>
    /// <param name="services">The container.</param>
    /// <param name="configuration">
    /// The section with these keys and the subsections <c>Callbacks</c>, <c>Inbox</c>, <c>Outbox</c>, <c>Polling</c> and <c>Reconciliation</c>; or the whole configuration, whose
    /// section <c>GoogleCheckout</c> is then read.
    /// </param>
    /// <returns>The builder of the client's <c>HttpClient</c>, for adding handlers. No added handler can send a command twice.</returns>
    public static IHttpClientBuilder AddGoogleCheckout(this IServiceCollection services, IConfiguration configuration) =>
        Add(services, Options.Options.DefaultName, configuration);

    /// <summary>Registers a <see cref="CheckoutClient"/> and an <see cref="OrderReconciler"/> for one of several merchants, as keyed services, with options from the configuration.</summary>
    /// <param name="services">The container.</param>
    /// <param name="name">The service key, and the name of the options.</param>
    /// <param name="configuration">The merchant's section, with the same keys as for the overload without a name, and the subsections <c>Polling</c> and <c>Reconciliation</c>.</param>
    /// <returns>The builder of the client's <c>HttpClient</c>, for adding handlers. No added handler can send a command twice.</returns>
    /// <exception cref="ArgumentException">The name is null or empty.</exception>
    public static IHttpClientBuilder AddGoogleCheckout(this IServiceCollection services, string name, IConfiguration configuration) =>
        Add(services, RequireName(name), configuration);

    private static IHttpClientBuilder Add(IServiceCollection services, string name, Action<CheckoutOptions> configure)
    {
        var set = configure ?? throw new ArgumentNullException(nameof(configure));
        var client = Register(services, name);
        services.Configure(name, set);
        return client;
    }

    private static IHttpClientBuilder Add(IServiceCollection services, string name, IConfiguration configuration)
    {
        var source = configuration ?? throw new ArgumentNullException(nameof(configuration));
        var client = Register(services, name);
        services.Configure<CheckoutOptions>(name, options => CheckoutConfiguration.Read(source, name, options));
        services.AddSingleton<IOptionsChangeTokenSource<CheckoutOptions>>(new ConfigurationChange(name, source));
        services.AddKeyedSingleton(CheckoutConfiguration.GetClientName(name), (_, _) => CheckoutConfiguration.GetSection(source));
        return client;
    }

    /// <summary>Registers the merchant once. A second call only returns the builder of its client.</summary>
    private static IHttpClientBuilder Register(IServiceCollection services, string name)
    {
        var clientName = CheckoutConfiguration.GetClientName(name);
        var client = (services ?? throw new ArgumentNullException(nameof(services))).AddHttpClient(clientName);
        if (services.Any(service => service.ImplementationInstance is RegisteredMerchant known && known.ClientName == clientName))
        {
            return client;
        }

        services.AddSingleton(new RegisteredMerchant(name, clientName));
        services.AddOptions<CheckoutOptions>(name).Configure<IServiceProvider>(UseServices).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<CheckoutOptions>, CheckoutOptionsValidator>());
        services.AddKeyedSingleton(clientName, (provider, _) => new OptionsSnapshotCache(
            provider.GetRequiredService<IOptionsMonitor<CheckoutOptions>>(), provider.GetRequiredService<IOptionsMonitorCache<CheckoutOptions>>(), name, GetLogger(provider)));
        services.AddSingleSendFilter();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<OrderReconcilerOptions>, ReconcilerConfiguration>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<OrderReconcilerOptions>, OrderReconcilerOptionsValidator>());
        services.AddOptions<OrderReconcilerOptions>(name).ValidateOnStart();

        client.ConfigureHttpClient(http => http.Timeout = Timeout.InfiniteTimeSpan);
        client.RedactLoggedHeaders(_ => true);
        client.ConfigurePrimaryHttpMessageHandler(provider => CheckoutHttpHandler.Create(GetOptionsSource(provider, clientName), GetLogger(provider)));
        if (name.Length == 0)
        {
            services.TryAddSingleton(provider => Create(provider, clientName));
            services.TryAddSingleton(provider => CreateReconciler(provider, provider.GetRequiredService<CheckoutClient>(), name));
        }
        else
        {
            services.TryAddKeyedSingleton(name, (provider, _) => Create(provider, clientName));
            services.TryAddKeyedSingleton(name, (provider, _) => CreateReconciler(provider, provider.GetRequiredKeyedService<CheckoutClient>(name), name));
        }

        return client;
    }

    /// <summary>Registers the filter that checks each of our pipelines. It is the first filter, so it runs last, when the pipeline is complete.</summary>
    private static void AddSingleSendFilter(this IServiceCollection services)
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

        // Each host writes its content root here. The host itself is in a package that this one does not need.
        options.ContentRoot = provider.GetService<IConfiguration>()?["contentRoot"] is { Length: > 0 } root ? Path.Combine(AppContext.BaseDirectory, root) : null;
    }

    private static CheckoutClient Create(IServiceProvider provider, string clientName)
    {
        var factory = provider.GetRequiredService<IHttpClientFactory>();
        return new CheckoutClient(new RequestExecutor(GetOptionsSource(provider, clientName), () => factory.CreateClient(clientName), Pipeline.Registered, GetLogger(provider)));
    }

    private static OrderReconciler CreateReconciler(IServiceProvider provider, CheckoutClient client, string name) =>
        new(client, provider.GetRequiredService<IOptionsMonitor<OrderReconcilerOptions>>().Get(name));

    private static Func<CheckoutOptions> GetOptionsSource(IServiceProvider provider, string clientName) =>
        provider.GetRequiredKeyedService<OptionsSnapshotCache>(clientName).Get;

    private static ILogger GetLogger(IServiceProvider provider) => provider.GetRequiredService<ILoggerFactory>().CreateLogger(Log.Category);

    private static string RequireName(string name) =>
        string.IsNullOrEmpty(name) ? throw new ArgumentException("The name of a merchant must not be empty.", nameof(name)) : name;
}
