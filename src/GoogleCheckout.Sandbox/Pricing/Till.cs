using GoogleCheckout.Carts;
using GoogleCheckout.Sandbox.Calculations;
using GoogleCheckout.Sandbox.Infrastructure;
using GoogleCheckout.Sandbox.Orders;

namespace GoogleCheckout.Sandbox.Pricing;

/// <summary>What a purchase costs: asks the merchant where the cart says so, and leaves the sums to the SDK's calculator.</summary>
/// <param name="merchant">Asks.</param>
/// <param name="ids">Names questions and addresses.</param>
/// <param name="accountTaxTables">The rates for carts that bring none.</param>
/// <param name="accountRoundingPolicy">The rounding for carts that do not say.</param>
/// <param name="carriersAnswer">Whether carriers tell their prices.</param>
internal sealed class Till(CalculationCaller merchant, SandboxIds ids, TaxTables? accountTaxTables, RoundingPolicy? accountRoundingPolicy, bool carriersAnswer)
{
    /// <summary>The price of the purchase.</summary>
    /// <exception cref="ArgumentException">The way of shipping is not offered at the address, or none is; or the cart accepts no codes.</exception>
    public async Task<CartPrice> PriceAsync(CheckoutShoppingCart cart, Purchase purchase, CancellationToken cancellationToken)
    {
        var addresses = purchase.AddressesFor(cart);
        var answer = await AskAsync(cart, purchase, addresses, cancellationToken).ConfigureAwait(false);
        var offer = Choose(cart, CartCalculator.OffersFor(cart, addresses[0]), purchase.ShippingName, answer);
        var result = answer?.About(offer);
        return CartCalculator.Calculate(cart, new CartChoices
        {
            ShippingAddress = addresses[0],
            ShippingName = offer?.Name ?? purchase.ShippingName,
            ShippingRate = offer is { AsksMerchant: true } ? result?.ShippingRate : CarrierRate(offer, cart),
            TotalTax = answer is { IsAboutTax: true } ? result?.TotalTax : null,
            MerchantCodeResults = result?.MerchantCodeResults ?? [],
            MerchantCalculationFailed = answer is not null && result is null,
            AccountTaxTables = accountTaxTables,
            AccountRoundingPolicy = accountRoundingPolicy,
        });
    }

    private async Task<CalculationAnswer?> AskAsync(CheckoutShoppingCart cart, Purchase purchase, IReadOnlyList<Address> addresses, CancellationToken cancellationToken)
    {
        var calculations = cart.CheckoutFlowSupport?.MerchantCalculations;
        if (purchase.Codes.Count > 0 && calculations is not ({ AcceptMerchantCoupons: true } or { AcceptGiftCertificates: true }))
        {
            throw new ArgumentException("The shopping cart accepts no codes.");
        }

        return calculations is not null && CalculationQuestion.About(cart, purchase, addresses, ids) is { } question
            ? new CalculationAnswer(await merchant.AskAsync(question, calculations, cancellationToken).ConfigureAwait(false), calculations)
            : null;
    }

    // The calculator itself refuses a name that is not among the offers, and a fallback price that does not hold there.
    private static ShippingOffer? Choose(CheckoutShoppingCart cart, IReadOnlyList<ShippingOffer> offers, string? name, CalculationAnswer? answer)
    {
        if (name is null)
        {
            return offers.FirstOrDefault(offer => IsOpen(offer, answer))
                ?? (Purchase.IsShipped(cart) && cart.CheckoutFlowSupport is { ShippingMethods.Count: > 0 }
                    ? throw new ArgumentException("No shipping method of the cart is offered at the buyer's address.")
                    : null);
        }

        var named = offers.FirstOrDefault(offer => offer.Name.Trim().Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));
        return named is { AsksMerchant: true } && answer?.About(named) is { Shippable: false }
            ? throw new ArgumentException($"The shipping method '{name}' is not offered at the buyer's address: the merchant answered that he does not ship there.")
            : named;
    }

    private Money? CarrierRate(ShippingOffer? offer, CheckoutShoppingCart cart) =>
        carriersAnswer && offer?.CarrierOption is { } option ? CarrierRates.Of(option, cart.ShoppingCart.Items) : null;

    private static bool IsOpen(ShippingOffer offer, CalculationAnswer? answer) =>
        !offer.AsksMerchant || (answer?.About(offer)?.Shippable ?? offer.IsAllowedAtPrice);
}
