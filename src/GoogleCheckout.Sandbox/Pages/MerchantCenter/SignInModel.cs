namespace GoogleCheckout.Sandbox.Pages.MerchantCenter;

/// <summary>The form with which a merchant signs in.</summary>
/// <param name="Token">The token of the form.</param>
/// <param name="Return">The requested page; empty if there was none.</param>
/// <param name="MerchantId">The id that was typed; empty if none was.</param>
/// <param name="Error">The reason why the last form was rejected; null if it was not.</param>
internal sealed record SignInModel(FormToken Token, string Return, string MerchantId, string? Error);
