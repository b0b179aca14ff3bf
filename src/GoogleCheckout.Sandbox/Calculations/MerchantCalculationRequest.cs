using GoogleCheckout.Calculations;
using GoogleCheckout.Carts;
using GoogleCheckout.Sandbox.Infrastructure;
using GoogleCheckout.Sandbox.Orders;

namespace GoogleCheckout.Sandbox.Calculations;

/// <summary>What a cart makes the service ask the merchant.</summary>
internal static class MerchantCalculationRequest
{
    /// <summary>The question about all addresses at once; null where the cart leaves nothing to ask.</summary>
    public static MerchantCalculationCallback? About(CheckoutShoppingCart cart, Purchase purchase, IReadOnlyList<Address> addresses, SandboxIds ids)
    {
        Method[] methods = [.. MethodsOf(cart, addresses)];
        var asksTax = cart.CheckoutFlowSupport?.TaxTables?.MerchantCalculated == true;
        return methods.Length == 0 && !asksTax && purchase.Codes.Count == 0 ? null : new MerchantCalculationCallback
        {
            SerialNumber = ids.SerialNumber(),
            ShoppingCart = cart.ShoppingCart,
            BuyerId = purchase.Buyer.BuyerId,
            BuyerLanguage = purchase.Language,
            Calculate = new Calculate
            {
                Addresses = [.. addresses.Select(address => Anonymous(address, ids.Number()))],
                Tax = asksTax,
                Shipping = methods,
                MerchantCodeStrings = [.. purchase.Codes.Select(code => new MerchantCodeString { Code = code })],
            },
        };
    }

    // One list of methods is for all addresses: a method is in it if it is offered at one of them.
    private static IEnumerable<Method> MethodsOf(CheckoutShoppingCart cart, IReadOnlyList<Address> addresses)
    {
        var offered = addresses.SelectMany(address => CartCalculator.GetShippingOptions(cart, address)).Select(option => option.Method).ToHashSet(ReferenceEqualityComparer.Instance);
        return (cart.CheckoutFlowSupport?.ShippingMethods ?? []).OfType<MerchantCalculatedShipping>().Where(offered.Contains).Select(method => new Method { Name = method.Name });
    }

    private static AnonymousAddress Anonymous(Address address, string id) => new()
    {
        Id = id,
        City = address.City,
        Region = address.Region,
        PostalCode = address.PostalCode,
        CountryCode = address.CountryCode,
    };
}
