using MerchantStore.Owner;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace MerchantStore.Pages;

/// <summary>Sets the owner's first password. Once there is one, the page is gone.</summary>
[EnableRateLimiting(OwnerSignIn.RateLimit)]
internal sealed class SetupModel(OwnerSetup setup, OwnerSignIn owner) : PageModel
{
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await owner.IsSetUpAsync(HttpContext.RequestAborted))
        {
            context.Result = RedirectToPage("/SignIn");
            return;
        }

        await next();
    }

    // The password is no parameter: MVC writes parameters to its log at the level Trace.
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var form = await Request.ReadFormAsync(cancellationToken);
        if (!setup.IsCode(form["code"]))
        {
            return Warn("The setup code is wrong. It is in the log of the latest start.");
        }

        var password = form["password"].ToString();
        if (NewPassword.GetRejectionReason(password, form["repeated"].ToString()) is { } reason)
        {
            return Warn(reason);
        }

        if (await owner.SetUpAsync(password, cancellationToken) is not { } who)
        {
            return RedirectToPage("/SignIn");
        }

        await HttpContext.SignInAsync(who);
        TempData["Notice"] = "The password is set, and you are signed in.";
        return LocalRedirect("/Orders");
    }

    private RedirectToPageResult Warn(string warning)
    {
        TempData["Warning"] = warning;
        return RedirectToPage();
    }
}
