using System.Net;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MerchantStore.Pages;

/// <summary>The page for a status without a page of its own, for example 404, and for errors.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
internal sealed class StatusModel : PageModel
{
    // Not bound: the form that could not be handled may have a field with this name, or be unreadable.
    private HttpStatusCode Code => Enum.Parse<HttpStatusCode>((string)RouteData.Values["code"]!);

    public string Title => Code switch
    {
        HttpStatusCode.NotFound => "There is no such page",
        HttpStatusCode.BadRequest => "This form is out of date",
        HttpStatusCode.TooManyRequests => "Too many attempts",
        _ => "Something went wrong",
    };

    public string Advice => Code switch
    {
        HttpStatusCode.NotFound => "The address may be mistyped, or the page may have moved.",
        HttpStatusCode.BadRequest => "Nothing was changed. Go back, reload the page, and send the form again.",
        HttpStatusCode.TooManyRequests => "Wait a minute, then try again.",
        _ => "The error is in our log. Please try again in a minute.",
    };
}
