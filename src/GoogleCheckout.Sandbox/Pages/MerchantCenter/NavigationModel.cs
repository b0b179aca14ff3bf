namespace GoogleCheckout.Sandbox.Pages.MerchantCenter;

/// <summary>The links between the pages of the Merchant Center.</summary>
/// <param name="MerchantId">The merchant who is signed in.</param>
/// <param name="Token">The token of the form that signs out.</param>
/// <param name="Sections">The sections, each with the path of its first page.</param>
/// <param name="Current">The section of the page.</param>
internal sealed record NavigationModel(string MerchantId, FormToken Token, IReadOnlyList<(string Name, string Path)> Sections, string Current);
