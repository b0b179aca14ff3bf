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

    public async Task<IActionResult> OnPostAsync(string? password, string? returnUrl)
    {
        if (owner.WhoKnows(password) is not { } who)
        {
            TempData["Warning"] = "The password is wrong.";
            return RedirectToPage(new { returnUrl });
        }

        await HttpContext.SignInAsync(who);
        return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "/Orders");
    }

    public async Task<IActionResult> OnPostOutAsync()
    {
        await HttpContext.SignOutAsync();
        return RedirectToPage("/Index");
    }
}
