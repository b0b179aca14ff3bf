using Microsoft.Extensions.Configuration;

namespace GoogleCheckout.Configuration;

/// <summary>
/// Reads options from a section of the configuration, and remembers where each came from, so that messages name an option as
/// the user wrote it. An unknown key is an error: it is probably misspelled.
/// </summary>
/// <param name="type">The name of the option class.</param>
/// <param name="settings">The options that can be configured.</param>
internal sealed class OptionsOrigin<TOptions>(string type, IReadOnlyList<Setting<TOptions>> settings)
{
    private readonly List<(Setting<TOptions> Setting, string Path, object? Value)> _read = [];
    private readonly List<(Setting<TOptions>? Setting, object? Value, string Text)> _errors = [];

    /// <summary>Gets the path of the section, empty for a whole configuration; null if the options are set in code only.</summary>
    public string? Section { get; private set; }

    /// <summary>Gets whether the section has any key.</summary>
    public bool HasKeys { get; private set; }

    /// <summary>Reads the section. Errors are kept until <see cref="GetErrors"/>.</summary>
    /// <param name="section">The section.</param>
    /// <param name="options">The options to set.</param>
    /// <param name="subsections">The subsections that other code reads.</param>
    /// <param name="explain">Returns what is wrong with a key that is not among the settings; null if it is only unknown.</param>
    public void Read(IConfiguration section, TOptions options, IReadOnlyCollection<string>? subsections = null, Func<string, string?>? explain = null)
    {
        Section = (section as IConfigurationSection)?.Path ?? string.Empty;
        foreach (var (path, value) in GetValues(section))
        {
            HasKeys = true;
            var key = path.Substring(Section.Length == 0 ? 0 : Section.Length + 1);
            if (subsections?.Contains(key.Split(':')[0], StringComparer.OrdinalIgnoreCase) == true)
            {
                continue;
            }

            if (Find(key) is { } setting)
            {
                Set(setting, path, value, options);
            }
            else if (value.Length > 0 || !settings.Any(known => known.Key.StartsWith($"{key}:", StringComparison.OrdinalIgnoreCase)))
            {
                _errors.Add((null, null, $"{path} {explain?.Invoke(key) ?? DescribeUnknown(key, subsections ?? [])}"));
            }
        }
    }

    /// <summary>Returns the errors of the section. An error of an option that was set in code since is none.</summary>
    public IEnumerable<string> GetErrors(TOptions options) =>
        _errors.Where(error => error.Setting is null || Equals(error.Setting.Get(options), error.Value)).Select(error => error.Text);

    /// <summary>Returns the configuration key of an option, as it was written, or the property if its value comes from code.</summary>
    public string NameOf(string option, TOptions options, string? merchant = null) =>
        _read.Where(read => read.Setting.Option == option && Equals(read.Setting.Get(options), read.Value)).Select(read => read.Path).LastOrDefault() ?? NameOfProperty(option, merchant);

    /// <summary>Returns the configuration key to write for an option that is not set, or the property without a section.</summary>
    public string NameOfMissing(string option, string? merchant = null) =>
        Section is not null && settings.FirstOrDefault(setting => setting.Option == option) is { } setting ? GetPath(setting.Key) : NameOfProperty(option, merchant);

    private void Set(Setting<TOptions> setting, string path, string value, TOptions options)
    {
        // An empty value keeps the default.
        if (value.Length == 0)
        {
            return;
        }

        try
        {
            setting.Set(options, value);
            _read.Add((setting, path, setting.Get(options)));
        }
        catch (FormatException e)
        {
            _errors.Add((setting, setting.Get(options), $"{path} must be {e.Message}."));
        }
    }

    private Setting<TOptions>? Find(string key) => settings.FirstOrDefault(setting =>
        setting.Key.Equals(key, StringComparison.OrdinalIgnoreCase)
        || (setting.IsList && key.StartsWith($"{setting.Key}:", StringComparison.OrdinalIgnoreCase) && key.Substring(setting.Key.Length + 1).All(char.IsDigit)));

    private string DescribeUnknown(string key, IEnumerable<string> subsections)
    {
        var rest = key.IndexOf(':') is var colon && colon >= 0 ? key.Substring(colon) : string.Empty;
        var names = settings.Select(setting => setting.Key).ToList();
        return SimilarName.Find(key, [.. names, .. subsections.Select(subsection => subsection + rest)]) is { } similar
            ? $"is not a setting of Google Checkout. Did you mean {GetPath(similar)}?"
            : $"is not a setting of Google Checkout. Valid keys: {string.Join(", ", names)}.";
    }

    private string NameOfProperty(string option, string? merchant) =>
        string.IsNullOrEmpty(merchant) ? $"{type}.{option}" : $"{type}.{option} of merchant '{merchant}'";

    private string GetPath(string key) => Section is { Length: > 0 } section ? $"{section}:{key}" : key;

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
