using GoogleCheckout.Sandbox.Accounts;
using Microsoft.AspNetCore.Http;

namespace GoogleCheckout.Sandbox.Pages.MerchantCenter;

/// <summary>The request of a merchant who is signed in, for a page or with its form.</summary>
/// <param name="Request">The request.</param>
/// <param name="Account">The account of the merchant.</param>
/// <param name="Token">The token for the forms of the page.</param>
/// <param name="Fields">The fields of the form; empty for a request without one.</param>
internal sealed record MerchantRequest(HttpRequest Request, MerchantAccount Account, FormToken Token, IFormCollection Fields)
{
    /// <summary>Returns the type only: a form may have a person's data.</summary>
    public override string ToString() => nameof(MerchantRequest);
}
