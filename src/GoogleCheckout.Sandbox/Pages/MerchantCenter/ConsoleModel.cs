namespace GoogleCheckout.Sandbox.Pages.MerchantCenter;

/// <summary>A page of the integration console.</summary>
/// <param name="Query">The filter and the page.</param>
/// <param name="Kinds">The kinds of all messages, in alphabetical order.</param>
/// <param name="Messages">The messages of the page, the newest first.</param>
/// <param name="Count">The number of messages on all pages.</param>
/// <param name="First">The number of the first message of the page, from 1.</param>
internal sealed record ConsoleModel(ConsoleQuery Query, IReadOnlyList<string> Kinds, IReadOnlyList<ConsoleMessage> Messages, int Count, int First);
