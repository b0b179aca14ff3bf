namespace GoogleCheckout.Sandbox.Pages.MerchantCenter;

/// <summary>A page of the Merchant Center, or the form of one.</summary>
/// <param name="Section">The section, as the navigation names it.</param>
/// <param name="Method">The method: GET for a page, POST for a form.</param>
/// <param name="Path">The path, below <c>/sell/</c>.</param>
/// <param name="HandleAsync">Creates the page, or executes the form.</param>
internal sealed record MerchantRoute(string Section, string Method, string Path, Func<MerchantRequest, Task<Page>> HandleAsync);
