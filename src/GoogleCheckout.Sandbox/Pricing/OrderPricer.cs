using GoogleCheckout.Carts;
using GoogleCheckout.Sandbox.Calculations;
using GoogleCheckout.Sandbox.Infrastructure;
using GoogleCheckout.Sandbox.Orders;

namespace GoogleCheckout.Sandbox.Pricing;

/// <summary>Calculates the price of a purchase: calls the merchant if the cart requires it, and uses the SDK's calculator for the totals.</summary>
/// <param name="merchant">Posts merchant-calculation callbacks.</param>
/// <param name="ids">Generates the ids of callbacks and addresses.</param>
/// <param name="policy">The settings of the merchant's account.</param>
/// <param name="enableCarrierRates">Whether the built-in carrier rates are used.</param>
internal sealed class OrderPricer(CalculationCaller merchant, SandboxIds ids, MerchantPolicy policy, bool enableCarrierRates)
{
    /// <summary>Calculates the price of the purchase.</summary>
    /// <exception cref="ArgumentException">
    /// The shipping method is not offered at the address, or no method is; the cart accepts no codes; or the price is too large.
    /// </exception>
    /// <exception cref="OperationCanceledException">The callback to the merchant was canceled.</exception>
    public async Task<CartPrice> PriceAsync(CheckoutShoppingCart cart, Purchase purchase, CancellationToken cancellationToken)
    {
        var addresses = purchase.GetAddresses(cart);
        var response = await CallMerchantAsync(cart, purchase, addresses, cancellationToken).ConfigureAwait(false);
        try
        {
            return Calculate(cart, purchase, addresses, response);
        }
        catch (OverflowException e)
        {
            throw TooLarge(e);
        }
    }

    /// <summary>Calculates the price of the purchase with each shipping option that is offered. The merchant is called once.</summary>
    /// <exception cref="ArgumentException">No shipping method is offered at the address; the cart accepts no codes; or the price is too large.</exception>
    /// <exception cref="OperationCanceledException">The callback to the merchant was canceled.</exception>
    public async Task<PurchaseQuote> QuoteAsync(CheckoutShoppingCart cart, Purchase purchase, CancellationToken cancellationToken)
    {
        var addresses = purchase.GetAddresses(cart);
        var response = await CallMerchantAsync(cart, purchase, addresses, cancellationToken).ConfigureAwait(false);
        var offers = policy.GetShippingOptions(cart, addresses[0]).Where(option => IsAvailable(option, response)).ToList();
        var selected = offers.Find(option => HasName(option, purchase.ShippingName)) ?? offers.FirstOrDefault();
        try
        {
            return new PurchaseQuote
            {
                Price = Calculate(cart, purchase with { ShippingName = selected?.Name }, addresses, response),
                ShippingName = selected?.Name,
                Shipping = [.. offers.Select(option => new ShippingQuote(option.Name, Calculate(cart, purchase with { ShippingName = option.Name }, addresses, response)))],
                Codes = response?.FindResult(selected)?.MerchantCodeResults ?? [],
            };
        }
        catch (OverflowException e)
        {
            throw TooLarge(e);
        }
    }

    private CartPrice Calculate(CheckoutShoppingCart cart, Purchase purchase, IReadOnlyList<Address> addresses, MerchantCalculationResponse? response)
    {
        var option = SelectOption(cart, policy.GetShippingOptions(cart, addresses[0]), purchase.ShippingName, response);
        var result = response?.FindResult(option);
        return CartCalculator.Calculate(cart, new CartSelections
        {
            ShippingAddress = addresses[0],
            ShippingName = option?.Name ?? purchase.ShippingName,
            ShippingRate = option is { IsMerchantCalculated: true } ? result?.ShippingRate : FindCarrierRate(option, cart),
            TotalTax = response is { IncludesTax: true } ? result?.TotalTax : null,
            MerchantCodeResults = result?.MerchantCodeResults ?? [],
            MerchantCalculationFailed = response is not null && result is null,
            MerchantCountry = policy.MerchantCountry,
            EmptyAllowedAreasShipNowhere = policy.Rules.EmptyAllowedAreasShipNowhere,
            AccountTaxTables = policy.AccountTaxTables,
            AccountRoundingPolicy = policy.AccountRoundingPolicy,
        });
    }

    private async Task<MerchantCalculationResponse?> CallMerchantAsync(CheckoutShoppingCart cart, Purchase purchase, IReadOnlyList<Address> addresses, CancellationToken cancellationToken)
    {
        var calculations = cart.CheckoutFlowSupport?.MerchantCalculations;
        if (purchase.Codes.Count > 0 && calculations is not ({ AcceptMerchantCoupons: true } or { AcceptGiftCertificates: true }))
        {
            throw new ArgumentException("The shopping cart accepts no codes.");
        }

        return calculations is not null && MerchantCalculationRequest.Create(cart, purchase, addresses, policy, ids) is { } callback
            ? new MerchantCalculationResponse(await merchant.CallAsync(callback, calculations, purchase.CalculationError, cancellationToken).ConfigureAwait(false), calculations, policy.Rules.MissingTaxIsZero)
            : null;
    }

    // The calculator rejects a name that is not among the options, and a fallback price that does not apply at the address.
    private static ShippingOption? SelectOption(CheckoutShoppingCart cart, IReadOnlyList<ShippingOption> options, string? name, MerchantCalculationResponse? response)
    {
        if (name is null)
        {
            return options.FirstOrDefault(option => IsAvailable(option, response))
                ?? (Purchase.IsShipped(cart) && cart.CheckoutFlowSupport is { ShippingMethods.Count: > 0 }
                    ? throw new ArgumentException("No shipping method of the cart is offered at the buyer's address.")
                    : null);
        }

        var named = options.FirstOrDefault(option => HasName(option, name));
        return named is { IsMerchantCalculated: true } && response?.FindResult(named) is { Shippable: false }
            ? throw new ArgumentException($"The shipping method '{name}' is not offered at the buyer's address: the merchant responded that it is not shippable.")
            : named;
    }

    private static bool HasName(ShippingOption option, string? name) => option.Name.Trim().Equals(name?.Trim(), StringComparison.OrdinalIgnoreCase);

    private static ArgumentException TooLarge(OverflowException e) => new("The price of the order is too large: a tax rate, a weight or a price of the cart is not plausible.", e);

    private Money? FindCarrierRate(ShippingOption? option, CheckoutShoppingCart cart) =>
        enableCarrierRates && option?.CarrierOption is { } carrier ? CarrierRates.FindPrice(carrier, cart.ShoppingCart.Items) : null;

    private static bool IsAvailable(ShippingOption option, MerchantCalculationResponse? response) =>
        !option.IsMerchantCalculated || (response?.FindResult(option) is { Shippable: not null } result
            ? result.Shippable == true && (result.ShippingRate is not null || option.CanUseFallbackPrice)
            : option.CanUseFallbackPrice);
}
