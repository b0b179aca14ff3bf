using GoogleCheckout.Sandbox.Api;
using GoogleCheckout.Sandbox.Control;
using GoogleCheckout.Sandbox.Pages;
using Microsoft.AspNetCore.Http;

namespace GoogleCheckout.Sandbox.Hosting;

/// <summary>Routes requests for button images, the style sheet, control and carts in forms to their handlers, and all other requests to the API.</summary>
internal sealed class RequestRouter(ApiHandler api, FormHandler form, ControlHandler? control)
{
    /// <summary>Handles a request.</summary>
    public Task HandleAsync(HttpContext context) =>
        ButtonPicture.FromRequest(context.Request) is { } picture ? picture.SendAsync(context.Response)
        : StyleSheet.IsRequested(context.Request) ? StyleSheet.SendAsync(context.Response)
        : control is not null && ControlHandler.CanHandle(context.Request) ? control.HandleAsync(context)
        : ApiAddress.Parse(context.Request.Path)?.Service == ApiService.Checkout ? form.HandleAsync(context)
        : api.HandleAsync(context);
}
