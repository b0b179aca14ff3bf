using GoogleCheckout.Sandbox;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MerchantStore.Pages.Development;

/// <summary>Advances the sandbox's clock, in development only.</summary>
internal sealed class ClockModel(CheckoutSandbox sandbox) : PageModel
{
    public async Task<IActionResult> OnPostAsync(int minutes, string? returnUrl, CancellationToken cancellationToken)
    {
        await sandbox.AdvanceAsync(TimeSpan.FromMinutes(Math.Clamp(minutes, 0, 7 * 24 * 60)), cancellationToken);
        return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "/");
    }
}
