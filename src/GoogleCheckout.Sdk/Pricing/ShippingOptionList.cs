using GoogleCheckout.Carts;

namespace GoogleCheckout.Pricing;

/// <summary>What a cart offers to whom.</summary>
internal static class ShippingOptionList
{
    /// <summary>What may be chosen; without an address, what is good for any.</summary>
    public static IReadOnlyList<ShippingOption> Of(CheckoutShoppingCart cart, Address? address) =>
        [.. Candidates(cart, address).Where(candidate => candidate.IsOpen == true).Select(candidate => candidate.Offer)];

    /// <summary>The offer of a name.</summary>
    public static ShippingOption List(CheckoutShoppingCart cart, Address? address, string name)
    {
        foreach (var (option, isOpen) in Candidates(cart, address))
        {
            if (option.Name.Trim().Equals(name.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                return isOpen switch
                {
                    true => option,
                    false => throw new ArgumentException($"The shipping method '{name}' is not offered at the shipping address."),
                    null => throw new ArgumentException($"The shipping method '{name}' is not offered everywhere: {nameof(CartSelections)}.{nameof(CartSelections.ShippingAddress)} is needed."),
                };
            }
        }

        throw new ArgumentException(IsShipped(cart)
            ? $"The cart has no shipping method '{name}'."
            : $"The items of the cart are all digital, so that the shipping method '{name}' is not offered.");
    }

    private static IEnumerable<Candidate> Candidates(CheckoutShoppingCart cart, Address? address) => IsShipped(cart)
        ? (cart.CheckoutFlowSupport?.ShippingMethods ?? []).SelectMany(method => Candidates(method, address))
        : [];

    private static IEnumerable<Candidate> Candidates(ShippingMethod method, Address? address) => method switch
    {
        FlatRateShipping flat => [new(Offer(method, flat.Name, flat.Price), IsOpen(flat.ShippingRestrictions, address))],
        Pickup pickup => [new(Offer(method, pickup.Name, pickup.Price), IsOpen: true)],
        MerchantCalculatedShipping own =>
        [
            new(
                Offer(method, own.Name, own.Price) with { CanUseFallbackPrice = IsOpen(own.ShippingRestrictions, address) == true },
                IsOpen(own.AddressFilters, address)),
        ],
        CarrierCalculatedShipping carriers => carriers.CarrierCalculatedShippingOptions.Select(option => new Candidate(
            Offer(method, $"{option.ShippingCompany} {option.ShippingType}", option.Price) with { CarrierOption = option },
            address is null ? null : new NormalizedAddress(address).IsInUnitedStates)),
        _ => [],
    };

    private static ShippingOption Offer(ShippingMethod method, string name, Money price) => new() { Name = name, Price = price, Method = method };

    private static bool? IsOpen(ShippingRestrictions? restrictions, Address? address) =>
        restrictions is null ? true : address is null ? null : restrictions.Allows(address);

    private static bool IsShipped(CheckoutShoppingCart cart) => cart.ShoppingCart.Items.Any(item => item.DigitalContent is null);

    /// <param name="Offer">The offer.</param>
    /// <param name="IsOpen">Whether it is offered; null where that depends on an address that is not known.</param>
    private readonly record struct Candidate(ShippingOption Offer, bool? IsOpen);
}
