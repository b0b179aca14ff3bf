using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace GoogleCheckout.DependencyInjection;

/// <summary>Options from a section of the configuration. A key that is not known is a fault: a misspelt one must not go unnoticed.</summary>
internal static class CheckoutConfiguration
{
    private static readonly Dictionary<string, Action<CheckoutOptions, string>> Keys = new(StringComparer.OrdinalIgnoreCase)
    {
        ["MerchantId"] = (options, value) => options.MerchantId = value,
        ["MerchantKey"] = (options, value) => options.MerchantKey = value,
        ["OtherMerchantKey"] = (options, value) => options.AdditionalMerchantKeys.Add(value),
        ["Environment"] = (options, value) => options.Environment = CheckoutEnvironment.TryParse(value, out var environment) ? environment : throw new FormatException("Production, Sandbox or an absolute https address"),
        ["Donations"] = (options, value) => options.Donations = bool.TryParse(value, out var donations) ? donations : throw new FormatException("true or false"),
        ["Timeout"] = (options, value) => options.Timeout = TimeSpan.TryParse(value, CultureInfo.InvariantCulture, out var timeout) ? timeout : throw new FormatException("a time such as 00:00:30"),
        ["ClientCertificate:Path"] = (options, value) => options.ClientCertificatePath = value,
        ["ClientCertificate:Password"] = (options, value) => options.ClientCertificatePassword = value,
        ["ClientCertificate:Thumbprint"] = (options, value) => options.ClientCertificateThumbprint = value,
    };

    static CheckoutConfiguration()
    {
        foreach (var own in CheckoutOptions.PlatformConfigurationKeys)
        {
            Keys.Add(own.Key, own.Value);
        }
    }

    /// <summary>The section itself, or the named one of a whole configuration, unless that begins with the keys at once.</summary>
    public static IConfiguration SectionOf(IConfiguration configuration, string name) =>
        configuration is IConfigurationRoot && configuration["MerchantId"] is null ? configuration.GetSection(name) : configuration;

    /// <summary>Reads every key; what is wrong is kept with the options, for their check to report.</summary>
    public static void Read(IConfiguration configuration, CheckoutOptions options)
    {
        var prefix = configuration is IConfigurationSection section ? section.Path.Length + 1 : 0;
        foreach (var (path, value) in Values(configuration))
        {
            var key = path.Substring(prefix);
            if (!Keys.TryGetValue(key, out var set))
            {
                options.ConfigurationErrors.Add($"{path} is no setting of Google Checkout; there are {string.Join(", ", Keys.Keys)}.");
                continue;
            }

            try
            {
                // What is left empty is left as it is.
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

    private static IEnumerable<(string Path, string Value)> Values(IConfiguration configuration)
    {
        foreach (var child in configuration.GetChildren())
        {
            var below = Values(child).ToList();
            if (child.Value is not null || below.Count == 0)
            {
                yield return (child.Path, child.Value ?? string.Empty);
            }

            foreach (var value in below)
            {
                yield return value;
            }
        }
    }
}
