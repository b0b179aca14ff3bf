using GoogleCheckout.Calculations;
using GoogleCheckout.Carts;
using GoogleCheckout.Sandbox.Infrastructure;
using GoogleCheckout.Sandbox.Orders;

namespace GoogleCheckout.Sandbox.Calculations;

/// <summary>Creates the merchant-calculation callback for a cart.</summary>
internal static class MerchantCalculationRequest
{
    /// <summary>Creates the callback for all addresses at once.</summary>
    /// <returns>The callback; null if the cart and the purchase require no calculation.</returns>
    public static MerchantCalculationCallback? Create(CheckoutShoppingCart cart, Purchase purchase, IReadOnlyList<Address> addresses, MerchantPolicy policy, SandboxIds ids)
    {
        Method[] methods = [.. GetMethods(cart, addresses, policy)];
        var calculateTax = cart.CheckoutFlowSupport?.TaxTables?.MerchantCalculated == true;
        return methods.Length == 0 && !calculateTax && purchase.Codes.Count == 0 ? null : new MerchantCalculationCallback
        {
            SerialNumber = ids.SerialNumber(),
            ShoppingCart = cart.ShoppingCart,
            BuyerId = purchase.Buyer.BuyerId,
            BuyerLanguage = purchase.Language,
            Calculate = new Calculate
            {
                Addresses = [.. addresses.Select(address => Anonymize(address, ids.Number()))],
                Tax = calculateTax,
                Shipping = methods,
                MerchantCodeStrings = [.. purchase.Codes.Select(code => new MerchantCodeString { Code = code })],
            },
        };
    }

    // The callback has one list of methods for all addresses. It contains a method if the method is offered at any of them.
    private static IEnumerable<Method> GetMethods(CheckoutShoppingCart cart, IReadOnlyList<Address> addresses, MerchantPolicy policy)
    {
        var offered = addresses.SelectMany(address => policy.GetShippingOptions(cart, address)).Select(option => option.Method).ToHashSet(ReferenceEqualityComparer.Instance);
        return (cart.CheckoutFlowSupport?.ShippingMethods ?? []).OfType<MerchantCalculatedShipping>().Where(offered.Contains).Select(method => new Method { Name = method.Name });
    }

    private static AnonymousAddress Anonymize(Address address, string id) => new()
    {
        Id = id,
        City = address.City,
        Region = address.Region,
        PostalCode = address.PostalCode,
        CountryCode = address.CountryCode,
    };
}
