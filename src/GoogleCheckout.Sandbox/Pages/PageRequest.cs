using Microsoft.AspNetCore.Http;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>A browser's request for a page, or its form.</summary>
/// <param name="Request">The request.</param>
/// <param name="Token">The token for the forms of the page.</param>
/// <param name="Fields">The fields of the form; empty for a request without one.</param>
internal sealed record PageRequest(HttpRequest Request, FormToken Token, IFormCollection Fields)
{
    /// <summary>Returns the type only: a form may have a person's data.</summary>
    public override string ToString() => nameof(PageRequest);
}
