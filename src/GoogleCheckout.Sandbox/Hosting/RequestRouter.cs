using GoogleCheckout.Sandbox.Api;
using GoogleCheckout.Sandbox.Control;
using GoogleCheckout.Sandbox.Pages;
using Microsoft.AspNetCore.Http;

namespace GoogleCheckout.Sandbox.Hosting;

/// <summary>
/// Routes requests for button images, the style sheet, control and carts in forms to their handlers, and all other requests to the API. The
/// merchant is the one of the path, for control the one of the credentials. The first merchant's handlers reject requests of unknown merchants.
/// </summary>
/// <param name="merchants">The handlers of each merchant, at least one.</param>
internal sealed class RequestRouter(IReadOnlyList<MerchantHandlers> merchants)
{
    /// <summary>Handles a request.</summary>
    public Task HandleAsync(HttpContext context)
    {
        var request = context.Request;
        if (ButtonPicture.FromRequest(request) is { } picture)
        {
            return picture.SendAsync(context.Response);
        }

        if (StyleSheet.IsRequested(request))
        {
            return StyleSheet.SendAsync(context.Response);
        }

        if (ControlHandler.CanHandle(request) && FindByCredentials(request).Control is { } control)
        {
            return control.HandleAsync(context);
        }

        var address = ApiAddress.Parse(request.Path);
        var merchant = Find(address?.MerchantId);
        return address?.Service == ApiService.Checkout ? merchant.Form.HandleAsync(context) : merchant.Api.HandleAsync(context);
    }

    private MerchantHandlers Find(string? merchantId) => merchants.FirstOrDefault(merchant => merchant.Account.Id == merchantId) ?? merchants[0];

    private MerchantHandlers FindByCredentials(HttpRequest request) => merchants.FirstOrDefault(merchant => merchant.Account.Credentials.Match(request)) ?? merchants[0];
}
