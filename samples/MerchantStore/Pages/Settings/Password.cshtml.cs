using MerchantStore.Owner;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace MerchantStore.Pages.Settings;

[EnableRateLimiting(OwnerSignIn.RateLimit)]
internal sealed class PasswordModel(OwnerSignIn owner) : PageModel
{
    // The passwords are no parameters: MVC writes parameters to its log at the level Trace.
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var form = await Request.ReadFormAsync(cancellationToken);
        var password = form["password"].ToString();
        if (NewPassword.GetRejectionReason(password, form["repeated"].ToString()) is { } reason)
        {
            TempData["Warning"] = reason;
        }
        else if (await owner.ChangePasswordAsync(form["current"], password, cancellationToken) is { } who)
        {
            await HttpContext.SignInAsync(who);
            TempData["Notice"] = "The password is changed. Every other browser is signed out.";
        }
        else
        {
            TempData["Warning"] = "The current password is wrong. Nothing was changed.";
        }

        return RedirectToPage();
    }
}
