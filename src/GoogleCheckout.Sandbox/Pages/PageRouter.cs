using System.Net;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>Routes the requests of browsers to the pages. A form is executed only if it comes from one of the pages.</summary>
/// <param name="routes">All pages and forms.</param>
/// <param name="antiforgery">Creates and checks the tokens of the forms.</param>
internal sealed class PageRouter(IEnumerable<PageRoute> routes, IAntiforgery antiforgery)
{
    private readonly Dictionary<(string Method, string Path), PageRoute> _routes = routes.ToDictionary(route => (route.Method, route.Path));

    public async Task HandleAsync(HttpContext context)
    {
        if (StyleSheet.IsRequested(context.Request))
        {
            await StyleSheet.SendAsync(context.Response).ConfigureAwait(false);
            return;
        }

        var page = await GetPageAsync(context).ConfigureAwait(false);
        await page.SendAsync(context.Response).ConfigureAwait(false);
    }

    private async Task<Page> GetPageAsync(HttpContext context)
    {
        var method = HttpMethods.IsHead(context.Request.Method) ? HttpMethods.Get : context.Request.Method;
        if (!HttpMethods.IsGet(method) && !HttpMethods.IsPost(method))
        {
            return Page.CreateMessage("This address has only pages", "Use the methods GET and POST.", HttpStatusCode.MethodNotAllowed);
        }

        if (!_routes.TryGetValue((method, context.Request.Path.Value ?? string.Empty), out var route))
        {
            return Page.CreateMessage("There is no such page", "The address of the API is another one: see what the sandbox printed at its start.", HttpStatusCode.NotFound);
        }

        try
        {
            return route.Refuse(context) ?? await route.HandleAsync(await ReadAsync(context).ConfigureAwait(false)).ConfigureAwait(false);
        }
        catch (AntiforgeryValidationException)
        {
            return Page.CreateMessage("The form was not accepted", "It comes from another site, or from a page of a sandbox that has stopped. Open the page again.", HttpStatusCode.BadRequest);
        }
        catch (Exception e) when (e is BadHttpRequestException or InvalidDataException)
        {
            return Page.CreateMessage("The form was not accepted", "It is too long, or incomplete.", HttpStatusCode.BadRequest);
        }
    }

    private async Task<PageRequest> ReadAsync(HttpContext context)
    {
        IFormCollection fields = FormCollection.Empty;
        if (HttpMethods.IsPost(context.Request.Method))
        {
            await antiforgery.ValidateRequestAsync(context).ConfigureAwait(false);
            fields = await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
        }

        var tokens = antiforgery.GetAndStoreTokens(context);
        return new PageRequest(context.Request, new FormToken(tokens.FormFieldName, tokens.RequestToken!), fields);
    }
}
