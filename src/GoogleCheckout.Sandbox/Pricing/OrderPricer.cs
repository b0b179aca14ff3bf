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
/// <param name="enableCarrierRates">Whether carriers tell their prices.</param>
internal sealed class OrderPricer(CalculationCaller merchant, SandboxIds ids, TaxTables? accountTaxTables, RoundingPolicy? accountRoundingPolicy, bool enableCarrierRates)
{
    /// <summary>The price of the purchase.</summary>
    /// <exception cref="ArgumentException">The way of shipping is not offered at the address, or none is; or the cart accepts no codes.</exception>
    public async Task<CartPrice> PriceAsync(CheckoutShoppingCart cart, Purchase purchase, CancellationToken cancellationToken)
    {
        var addresses = purchase.GetAddresses(cart);
        var answer = await AskAsync(cart, purchase, addresses, cancellationToken).ConfigureAwait(false);
        var option = Choose(cart, CartCalculator.GetShippingOptions(cart, addresses[0]), purchase.ShippingName, answer);
        var result = answer?.About(option);
        return CartCalculator.Calculate(cart, new CartSelections
        {
            ShippingAddress = addresses[0],
            ShippingName = option?.Name ?? purchase.ShippingName,
            ShippingRate = option is { IsMerchantCalculated: true } ? result?.ShippingRate : CarrierRate(option, cart),
            TotalTax = answer is { IsAboutTax: true } ? result?.TotalTax : null,
            MerchantCodeResults = result?.MerchantCodeResults ?? [],
            MerchantCalculationFailed = answer is not null && result is null,
            AccountTaxTables = accountTaxTables,
            AccountRoundingPolicy = accountRoundingPolicy,
        });
    }

    private async Task<MerchantCalculationResponse?> AskAsync(CheckoutShoppingCart cart, Purchase purchase, IReadOnlyList<Address> addresses, CancellationToken cancellationToken)
    {
        var calculations = cart.CheckoutFlowSupport?.MerchantCalculations;
        if (purchase.Codes.Count > 0 && calculations is not ({ AcceptMerchantCoupons: true } or { AcceptGiftCertificates: true }))
        {
            throw new ArgumentException("The shopping cart accepts no codes.");
        }

        return calculations is not null && MerchantCalculationRequest.About(cart, purchase, addresses, ids) is { } question
            ? new MerchantCalculationResponse(await merchant.AskAsync(question, calculations, cancellationToken).ConfigureAwait(false), calculations)
            : null;
    }

    // The calculator itself refuses a name that is not among the offers, and a fallback price that does not hold there.
    private static ShippingOption? Choose(CheckoutShoppingCart cart, IReadOnlyList<ShippingOption> options, string? name, MerchantCalculationResponse? answer)
    {
        if (name is null)
        {
            return options.FirstOrDefault(option => IsOpen(option, answer))
                ?? (Purchase.IsShipped(cart) && cart.CheckoutFlowSupport is { ShippingMethods.Count: > 0 }
                    ? throw new ArgumentException("No shipping method of the cart is offered at the buyer's address.")
                    : null);
        }

        var named = options.FirstOrDefault(option => option.Name.Trim().Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));
        return named is { IsMerchantCalculated: true } && answer?.About(named) is { Shippable: false }
            ? throw new ArgumentException($"The shipping method '{name}' is not offered at the buyer's address: the merchant answered that he does not ship there.")
            : named;
    }

    private Money? CarrierRate(ShippingOption? option, CheckoutShoppingCart cart) =>
        enableCarrierRates && option?.CarrierOption is { } carrier ? CarrierRates.Of(carrier, cart.ShoppingCart.Items) : null;

    private static bool IsOpen(ShippingOption option, MerchantCalculationResponse? answer) =>
        !option.IsMerchantCalculated || (answer?.About(option)?.Shippable ?? option.CanUseFallbackPrice);
}
