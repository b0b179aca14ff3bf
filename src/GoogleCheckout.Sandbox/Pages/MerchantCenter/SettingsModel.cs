using GoogleCheckout.Sandbox.Callbacks;

namespace GoogleCheckout.Sandbox.Pages.MerchantCenter;

/// <summary>The page of the settings.</summary>
/// <param name="Token">The token of the form.</param>
/// <param name="Form">The form, with its errors.</param>
/// <param name="IsSaved">Whether the settings were saved.</param>
/// <param name="Test">The result of a test of the callback URL; null if there was none.</param>
internal sealed record SettingsModel(FormToken Token, SettingsForm Form, bool IsSaved, CallbackTest? Test);
