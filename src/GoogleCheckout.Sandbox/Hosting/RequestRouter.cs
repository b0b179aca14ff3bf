using GoogleCheckout.Sandbox.Api;
using GoogleCheckout.Sandbox.Control;
using GoogleCheckout.Sandbox.Pages;
using Microsoft.AspNetCore.Http;

namespace GoogleCheckout.Sandbox.Hosting;

/// <summary>Sends browsers and scripts to what is made for them, and everybody else to the API.</summary>
internal sealed class RequestRouter(ApiHandler api, FormHandler form, ControlHandler? control)
{
    /// <summary>Answers a request, whatever it is.</summary>
    public Task AnswerAsync(HttpContext context) =>
        ButtonPicture.FromRequest(context.Request) is { } picture ? picture.SendAsync(context.Response)
        : control is not null && ControlHandler.CanHandle(context.Request) ? control.HandleAsync(context)
        : ApiAddress.Parse(context.Request.Path)?.Service == ApiService.Checkout ? form.HandleAsync(context)
        : api.HandleAsync(context);
}
