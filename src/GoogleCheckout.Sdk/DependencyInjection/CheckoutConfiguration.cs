using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace GoogleCheckout.DependencyInjection;

/// <summary>Reads options from a section of the configuration. An unknown key is an error, so that a misspelled key is detected.</summary>
internal static class CheckoutConfiguration
{
    private static readonly Dictionary<string, Action<CheckoutOptions, string>> Keys = new(StringComparer.OrdinalIgnoreCase)
    {
        ["MerchantId"] = (options, value) => options.MerchantId = value,
        ["MerchantKey"] = (options, value) => options.MerchantKey = value,
        ["OtherMerchantKey"] = (options, value) => options.AdditionalMerchantKeys.Add(value),
        ["Environment"] = (options, value) => options.Environment = CheckoutEnvironment.TryParse(value, out var environment) ? environment : throw new FormatException("Production, Sandbox or an absolute https address"),
        ["Donations"] = (options, value) => options.Donations = bool.TryParse(value, out var donations) ? donations : throw new FormatException("true or false"),
        ["Timeout"] = (options, value) => options.Timeout = TimeSpan.TryParse(value, CultureInfo.InvariantCulture, out var timeout) ? timeout : throw new FormatException("a time, for example 00:00:30"),
        ["ClientCertificate:Path"] = (options, value) => options.ClientCertificatePath = value,
        ["ClientCertificate:Password"] = (options, value) => options.ClientCertificatePassword = value,
        ["ClientCertificate:Thumbprint"] = (options, value) => options.ClientCertificateThumbprint = value,
    };

    static CheckoutConfiguration()
    {
        foreach (var key in CheckoutOptions.PlatformConfigurationKeys)
        {
            Keys.Add(key.Key, key.Value);
        }
    }

    /// <summary>Returns the section itself, or the named section of a root configuration that does not contain the keys itself.</summary>
    public static IConfiguration GetSection(IConfiguration configuration, string name) =>
        configuration is IConfigurationRoot && configuration["MerchantId"] is null ? configuration.GetSection(name) : configuration;

    /// <summary>Reads all keys. Errors are stored in the options, and the validation reports them.</summary>
    public static void Read(IConfiguration configuration, CheckoutOptions options)
    {
        var prefix = configuration is IConfigurationSection section ? section.Path.Length + 1 : 0;
        foreach (var (path, value) in GetValues(configuration))
        {
            var key = path.Substring(prefix);
            if (!Keys.TryGetValue(key, out var set))
            {
                options.ConfigurationErrors.Add($"{path} is not a setting of Google Checkout. Valid keys: {string.Join(", ", Keys.Keys)}.");
                continue;
            }

            try
            {
                // An empty value keeps the default.
                if (value.Length > 0)
                {
                    set(options, value);
                }
            }
            catch (FormatException e)
            {
                options.ConfigurationErrors.Add($"{path} must be {e.Message}.");
            }
        }
    }

    private static IEnumerable<(string Path, string Value)> GetValues(IConfiguration configuration)
    {
        foreach (var child in configuration.GetChildren())
        {
            var descendants = GetValues(child).ToList();
            if (child.Value is not null || descendants.Count == 0)
            {
                yield return (child.Path, child.Value ?? string.Empty);
            }

            foreach (var value in descendants)
            {
                yield return value;
            }
        }
    }
}
