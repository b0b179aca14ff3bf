namespace MerchantStore.Settings;

/// <summary>Refuses a configuration that the store does not understand, before anything uses it.</summary>
internal static class ConfigurationCheck
{
    private const string Accounts = "Accounts";

    /// <exception cref="InvalidOperationException">A setting is unknown, or its value cannot be used. The message names each with what to do.</exception>
    public static void ThrowIfInvalid(IConfiguration configuration)
    {
        var fields = SettingFields.All.ToDictionary(field => field.Key, StringComparer.OrdinalIgnoreCase);
        var sections = fields.Keys.Where(key => key.Contains(':', StringComparison.Ordinal)).Select(key => key.Split(':')[0]).Distinct().Append(Accounts).ToList();
        List<string> errors =
        [
            .. fields.Values.Select(field => configuration[field.Key] is { } value && field.GetError(value) is { } error ? $"The setting {field.Key} {error}." : null).OfType<string>(),
            .. sections.SelectMany(section => configuration.GetSection(section).GetChildren())
                .SelectMany(setting => setting.AsEnumerable())
                .Where(setting => setting.Value is not null && !fields.ContainsKey(setting.Key))
                .Select(setting => GetUnknown(setting.Key, fields.Keys)),
        ];
        if (errors.Count > 0)
        {
            throw new InvalidOperationException(string.Join(Environment.NewLine, errors));
        }
    }

    private static string GetUnknown(string key, IEnumerable<string> known)
    {
        var section = key.Split(':')[0];
        return section.Equals(Accounts, StringComparison.OrdinalIgnoreCase)
            ? $"The setting {key} is read from the page Settings only. Remove it, and set GoogleCheckout:MerchantId, GoogleCheckout:MerchantKey and GoogleCheckout:Environment."
            : $"The setting {key} is unknown. Correct its name or remove it. The settings of this section are {string.Join(", ", known.Where(each => each.StartsWith(section + ':', StringComparison.OrdinalIgnoreCase)))}.";
    }
}
