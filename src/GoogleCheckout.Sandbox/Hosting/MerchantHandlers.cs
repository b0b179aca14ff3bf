using GoogleCheckout.Sandbox.Accounts;
using GoogleCheckout.Sandbox.Api;
using GoogleCheckout.Sandbox.Control;

namespace GoogleCheckout.Sandbox.Hosting;

/// <summary>The handlers of requests to one merchant's account.</summary>
/// <param name="Account">The account.</param>
/// <param name="Api">Handles requests of the merchant to the API.</param>
/// <param name="Form">Handles carts in forms of buyers' browsers.</param>
/// <param name="Control">Handles requests of scripts; null if the control endpoint is not enabled.</param>
internal sealed record MerchantHandlers(MerchantAccount Account, ApiHandler Api, FormHandler Form, ControlHandler? Control);
