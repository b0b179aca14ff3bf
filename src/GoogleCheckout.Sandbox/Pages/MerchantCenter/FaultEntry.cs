namespace GoogleCheckout.Sandbox.Pages.MerchantCenter;

/// <summary>A fault that may still apply.</summary>
/// <param name="Target">The log to which it applies: the field of the form that removes it.</param>
/// <param name="Number">The number of the rule.</param>
/// <param name="Subject">To what it applies.</param>
/// <param name="Effect">The effect in words.</param>
/// <param name="TimesLeft">How often it still applies; null for no limit.</param>
internal sealed record FaultEntry(FaultTarget Target, int Number, string Subject, string Effect, int? TimesLeft);
