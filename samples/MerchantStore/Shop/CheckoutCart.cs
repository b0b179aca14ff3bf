using GoogleCheckout.Carts;
using MerchantStore.Calculations;
using MerchantStore.Catalog;
using MerchantStore.Codes;
using MerchantStore.Settings;
using Microsoft.Extensions.Options;

namespace MerchantStore.Shop;

/// <summary>Creates the cart for Google Checkout.</summary>
internal sealed class CheckoutCart(ProductCatalog catalog, ShopAddress address, IOptionsMonitor<StoreOptions> options)
{
    /// <summary>
    /// Gets whether the codes of the store's cart are sent as items with negative prices. Otherwise they are removed, and the buyer enters them again at Google
    /// Checkout.
    /// </summary>
    public bool SendsCodesAsItems => options.CurrentValue.Codes.SendAsItems;

    /// <param name="cart">The cart of the store.</param>
    /// <param name="codes">The values of its codes, which become items; empty if they are removed.</param>
    /// <param name="shopOrderNumber">The store's order number. The new-order notification returns it with the cart.</param>
    public CheckoutShoppingCart Create(Cart cart, IReadOnlyList<CodeValue> codes, string shopOrderNumber)
    {
        var applied = codes.Where(code => code.Amount.Amount > 0).ToList();
        var checkout = CheckoutShoppingCart.Create([.. cart.Lines.Select(ToItem), .. applied.Select(CodeItems.ToItem)])
            .WithPrivateData(ShopOrderNumber.ToPrivateData(shopOrderNumber, cart.Id))
            .WithTaxes(TaxTable.ToCheckout())
            .WithCalculations(new MerchantCalculations
            {
                MerchantCalculationsUrl = address.Callback.AbsoluteUri,

                // The same code must not count twice.
                AcceptMerchantCoupons = applied.Count == 0,
                AcceptGiftCertificates = applied.Count == 0,
            });
        return cart.IsShipped
            ? checkout.WithShipping([.. ShippingTable.GetMethods(cart.Pounds, catalog.Currency, options.CurrentValue.Calculations.DefaultShippingCost)])
            : checkout;
    }

    private static Item ToItem(CartLine line)
    {
        var product = line.Product;
        var item = new Item
        {
            ItemName = product.Name,
            ItemDescription = product.Description,
            UnitPrice = product.Price,
            Quantity = line.Quantity,
            MerchantItemId = product.Id,
            ItemWeight = product.IsDigital ? null : new ItemWeight { Value = product.Pounds, Unit = WeightUnits.Pound },
            DigitalContent = product.IsDigital ? new DigitalContent { EmailDelivery = true } : null,
        };
        return product.IsSubscription ? item with { Subscription = Monthly(item) } : item;
    }

    // The first payment is that of the order. The limit leaves room for the tax.
    private static Subscription Monthly(Item item) => new()
    {
        Type = SubscriptionTypes.Google,
        Period = DatePeriod.Monthly,
        Payments = [new SubscriptionPayment { MaximumCharge = item.UnitPrice with { Amount = decimal.Round(item.UnitPrice.Amount * item.Quantity * 1.25m, 2) }, Times = 11 }],
        RecurrentItem = item,
    };
}
