namespace MerchantStore.Settings;

/// <summary>A part of the settings page.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Fields">The settings.</param>
/// <param name="Hint">The text below the heading; null for none.</param>
internal sealed record SettingGroup(string Title, IReadOnlyList<SettingField> Fields, string? Hint = null)
{
    /// <summary>The id of the heading.</summary>
    public string Id => Title.Replace(' ', '-').ToLowerInvariant();
}
