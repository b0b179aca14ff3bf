using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GoogleCheckout.DependencyInjection;

/// <summary>Finds the sections of the configuration, and reads the options of a merchant.</summary>
internal static class CheckoutConfiguration
{
    /// <summary>The section of the only merchant, and the options of the program; also the key of that section as a service.</summary>
    public const string Product = "GoogleCheckout";

    public const string Callbacks = "Callbacks";

    public const string Reconciliation = "Reconciliation";

    // The other package reads these.
    private const string Inbox = "Inbox";
    private const string Outbox = "Outbox";
    private const string Polling = "Polling";

    /// <summary>Returns the name of a merchant's <c>HttpClient</c>, which is also the service key of the merchant's section.</summary>
    public static string GetClientName(string merchant) => merchant.Length == 0 ? Product : $"{Product}:{merchant}";

    /// <summary>
    /// Returns the merchant's section in what was passed to the registration: the section itself; of a whole configuration, the
    /// section named after the product. Only a whole configuration that has no such section, but both credentials, is the section itself: one of
    /// them may be an environment variable of another program.
    /// </summary>
    public static IConfiguration GetSection(IConfiguration configuration) =>
        configuration is IConfigurationRoot && (configuration.GetSection(Product).Exists() || configuration["MerchantId"] is null || configuration["MerchantKey"] is null)
            ? configuration.GetSection(Product)
            : configuration;

    /// <summary>Returns the section of the program's options: that of the only merchant, or of the host's configuration; null if there is neither.</summary>
    public static IConfiguration? FindProgramSection(IServiceProvider provider) =>
        provider.GetKeyedService<IConfiguration>(Product) ?? provider.GetService<IConfiguration>()?.GetSection(Product);

    /// <summary>Reads a merchant's options. Errors are kept in the options, and the validation reports them.</summary>
    /// <param name="configuration">The argument of the registration.</param>
    /// <param name="merchant">The merchant's name; empty for the only one.</param>
    /// <param name="options">The options to set.</param>
    public static void Read(IConfiguration configuration, string merchant, CheckoutOptions options)
    {
        if (merchant.Length == 0)
        {
            options.Origin.Read(GetSection(configuration), options, [Callbacks, Inbox, Outbox, Polling, Reconciliation]);
        }
        else
        {
            options.Origin.Read(GetSection(configuration), options, [Polling, Reconciliation], ExplainProgramOption);
        }

        options.SimilarSection = options.Origin.HasKeys || configuration is not IConfigurationRoot ? null
            : SimilarName.Find(Product, configuration.GetChildren().Where(child => child.Value is null).Select(child => child.Key));
    }

    private static string? ExplainProgramOption(string key) => key.Split(':')[0] is var part && (Is(part, Callbacks) || Is(part, Inbox) || Is(part, Outbox))
        ? $"is not a setting of one merchant, because it applies to all. Write {Product}:{key}."
        : null;

    private static bool Is(string part, string section) => part.Equals(section, StringComparison.OrdinalIgnoreCase);
}
