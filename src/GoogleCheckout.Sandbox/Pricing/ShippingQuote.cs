using GoogleCheckout.Carts;

namespace GoogleCheckout.Sandbox.Pricing;

/// <summary>A shipping option that is offered at the buyer's address, with the price of the whole purchase.</summary>
internal sealed record ShippingQuote(string Name, CartPrice Price);
