using GoogleCheckout.Carts;

namespace GoogleCheckout.Pricing;

/// <summary>Finds the shipping options of a cart that are available at an address.</summary>
internal static class ShippingOptionList
{
    /// <summary>Returns the available options; without an address, those that are available everywhere.</summary>
    public static IReadOnlyList<ShippingOption> GetAvailable(CheckoutShoppingCart cart, Address? address) =>
        [.. GetCandidates(cart, address).Where(candidate => candidate.IsAvailable == true).Select(candidate => candidate.Option)];

    /// <summary>Returns the option with a name, ignoring case.</summary>
    /// <exception cref="ArgumentException">The option does not exist, or is not available at the address.</exception>
    public static ShippingOption Find(CheckoutShoppingCart cart, Address? address, string name)
    {
        foreach (var (option, isAvailable) in GetCandidates(cart, address))
        {
            if (option.Name.Trim().Equals(name.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                return isAvailable switch
                {
                    true => option,
                    false => throw new ArgumentException($"The shipping method '{name}' is not available at the shipping address."),
                    null => throw new ArgumentException($"The shipping method '{name}' is not available everywhere: set {nameof(CartSelections)}.{nameof(CartSelections.ShippingAddress)}."),
                };
            }
        }

        throw new ArgumentException(IsShipped(cart)
            ? $"The cart has no shipping method '{name}'."
            : $"The shipping method '{name}' is not available: all items of the cart are digital.");
    }

    private static IEnumerable<Candidate> GetCandidates(CheckoutShoppingCart cart, Address? address) => IsShipped(cart)
        ? (cart.CheckoutFlowSupport?.ShippingMethods ?? []).SelectMany(method => GetCandidates(method, address))
        : [];

    private static IEnumerable<Candidate> GetCandidates(ShippingMethod method, Address? address) => method switch
    {
        FlatRateShipping flat => [new(CreateOption(method, flat.Name, flat.Price), IsAvailable(flat.ShippingRestrictions, address))],
        Pickup pickup => [new(CreateOption(method, pickup.Name, pickup.Price), IsAvailable: true)],
        MerchantCalculatedShipping own =>
        [
            new(
                CreateOption(method, own.Name, own.Price) with { CanUseFallbackPrice = IsAvailable(own.ShippingRestrictions, address) == true },
                IsAvailable(own.AddressFilters, address)),
        ],
        CarrierCalculatedShipping carriers => carriers.CarrierCalculatedShippingOptions.Select(option => new Candidate(
            CreateOption(method, $"{option.ShippingCompany} {option.ShippingType}", option.Price) with { CarrierOption = option },
            address is null ? null : new NormalizedAddress(address).IsInUnitedStates)),
        _ => [],
    };

    private static ShippingOption CreateOption(ShippingMethod method, string name, Money price) => new() { Name = name, Price = price, Method = method };

    private static bool? IsAvailable(ShippingRestrictions? restrictions, Address? address) =>
        restrictions is null ? true : address is null ? null : restrictions.Allows(address);

    private static bool IsShipped(CheckoutShoppingCart cart) => cart.ShoppingCart.Items.Any(item => item.DigitalContent is null);

    /// <param name="Option">The option.</param>
    /// <param name="IsAvailable">Whether the option is available; null if that depends on an address that is not known.</param>
    private readonly record struct Candidate(ShippingOption Option, bool? IsAvailable);
}
