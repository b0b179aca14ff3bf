namespace MerchantStore.Settings;

/// <summary>A field of the settings page with its value.</summary>
/// <param name="Field">The field.</param>
/// <param name="Value">The value in use, or the one that was entered and not accepted.</param>
/// <param name="IsConfigured">Whether the value is that of a file, the environment or the command line, which wins: the page cannot change it.</param>
internal sealed record ShownSetting(SettingField Field, string Value, bool IsConfigured);
