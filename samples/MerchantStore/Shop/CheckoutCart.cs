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
        var checkout = CheckoutShoppingCart.Create([.. cart.Lines.Select(line => ToItem(line, cart)), .. applied.Select(CodeItems.ToItem)])
            .WithPrivateData(ShopOrderNumber.ToPrivateData(shopOrderNumber, cart.Id))
            .WithTaxes(TaxTable.ToCheckout(catalog.Currency))
            .WithCalculations(new MerchantCalculations
            {
                MerchantCalculationsUrl = address.Callback.AbsoluteUri,

                // The same code must not count twice.
                AcceptMerchantCoupons = applied.Count == 0,
                AcceptGiftCertificates = applied.Count == 0,
            });
        return cart.IsShipped
            ? checkout.WithShipping([.. ShippingTable.In(catalog.Currency).GetMethods(cart.Pounds, options.CurrentValue.Calculations.DefaultShippingCost)])
            : checkout;
    }

    private Item ToItem(CartLine line, Cart cart)
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
            DigitalContent = product.IsDigital ? GetDownload(cart) : null,
        };
        return product.IsSubscription ? item with { Subscription = Monthly(item) } : item;
    }

    // Google Checkout shows it on the receipt, which the buyer can open at once. The page has the file as soon as the order is charged.
    private DigitalContent GetDownload(Cart cart) => new()
    {
        Description = "You can download it from the page of your order at our store as soon as the payment is charged.",
        Url = address.FindPage($"/Thanks/{cart.Id}")?.AbsoluteUri,
    };

    // The first payment is that of the order. The limit leaves room for the tax.
    private static Subscription Monthly(Item item) => new()
    {
        Type = SubscriptionTypes.Google,
        Period = DatePeriod.Monthly,
        Payments = [new SubscriptionPayment { MaximumCharge = item.UnitPrice with { Amount = decimal.Round(item.UnitPrice.Amount * item.Quantity * 1.25m, 2) }, Times = 11 }],
        RecurrentItem = item,
    };
}
