namespace MerchantStore.Settings;

/// <summary>A setting that the settings page shows.</summary>
/// <param name="Key">The key in the configuration, which is the field's name in the form, too.</param>
/// <param name="Label">The label.</param>
/// <param name="Default">The value that is used if there is no other.</param>
internal sealed record SettingField(string Key, string Label, string Default)
{
    /// <summary>The id of the element: a key with a colon would have to be escaped in a style sheet.</summary>
    public string Id => Key.Replace(':', '-');

    public string? Hint { get; init; }

    /// <summary>The values to choose from; empty for a text field.</summary>
    public IReadOnlyList<(string Value, string Label)> Choices { get; init; } = [];

    /// <summary>Returns what is wrong with a text, as the end of a sentence; null if it can be stored.</summary>
    public Func<string, string?> FindError { get; init; } = _ => null;

    /// <summary>Returns what is wrong with a value, as the end of a sentence; null if it can be used. An empty one is no value if the default is empty.</summary>
    public string? GetError(string value) =>
        Choices.Count > 0 ? (Choices.Any(choice => choice.Value.Equals(value, StringComparison.OrdinalIgnoreCase)) ? null : $"must be one of {string.Join(", ", Choices.Select(choice => choice.Value))}")
        : value.Length == 0 && Default.Length == 0 ? null
        : FindError(value);
}
