using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace MerchantStore.Pages;

[EnableRateLimiting(Owner.SignInLimit)]
internal sealed class SignInModel(Owner owner, IHostEnvironment environment, IConfiguration configuration) : PageModel
{
    /// <summary>The password, shown in development only.</summary>
    public string? DevelopmentPassword => environment.IsDevelopment() ? configuration["OwnerPassword"] : null;

    // The password is no parameter: MVC writes parameters to its log at the level Trace.
    public async Task<IActionResult> OnPostAsync(string? returnUrl)
    {
        var form = await Request.ReadFormAsync(HttpContext.RequestAborted);
        if (owner.WhoKnows(form["password"]) is not { } who)
        {
            TempData["Warning"] = "The password is wrong.";
            return RedirectToPage(new { returnUrl });
        }

        await HttpContext.SignInAsync(who);
        return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "/Orders");
    }

    public async Task<IActionResult> OnPostOutAsync()
    {
        if (owner.IsSignedIn(User))
        {
            owner.SignOut();
        }

        await HttpContext.SignOutAsync();
        return RedirectToPage("/Index");
    }
}
