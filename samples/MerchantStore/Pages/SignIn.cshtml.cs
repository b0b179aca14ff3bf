using MerchantStore.Owner;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace MerchantStore.Pages;

[EnableRateLimiting(OwnerSignIn.RateLimit)]
internal sealed class SignInModel(OwnerSignIn owner) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await owner.IsSetUpAsync(cancellationToken) ? Page() : RedirectToPage("/Setup");

    // The password is no parameter: MVC writes parameters to its log at the level Trace.
    public async Task<IActionResult> OnPostAsync(string? returnUrl, CancellationToken cancellationToken)
    {
        var form = await Request.ReadFormAsync(cancellationToken);
        if (await owner.CheckAsync(form["password"], cancellationToken) is not { } who)
        {
            TempData["Warning"] = "The password is wrong.";
            return RedirectToPage(new { returnUrl });
        }

        await HttpContext.SignInAsync(who);
        return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "/Orders");
    }

    public async Task<IActionResult> OnPostOutAsync(CancellationToken cancellationToken)
    {
        if (User.Identity is { IsAuthenticated: true })
        {
            await owner.SignOutAsync(cancellationToken);
        }

        await HttpContext.SignOutAsync();
        return RedirectToPage("/Index");
    }
}
