using System.Security.Cryptography;
using GoogleCheckout;
using GoogleCheckout.Calculations;
using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using MerchantStore.Calculations;
using MerchantStore.Catalog;
using MerchantStore.Codes;
using MerchantStore.Data;
using MerchantStore.Mail;
using MerchantStore.Orders;

namespace MerchantStore.Shop;

/// <summary>
/// Takes orders on invoice, the store's other way to pay. Prices are calculated as for Google Checkout, and the order is stored with the
/// same document, so that lists and pages show both kinds.
/// </summary>
internal sealed class InvoiceDesk(
    StoreContext store, CheckoutCart checkout, ShopCalculator calculator, ShopOrderNumbers numbers, CodeBook codes, GiftCertificates certificates, ProductCatalog catalog, OrderMails mails, TimeProvider time)
{
    /// <returns>The order; null if the store does not ship the cart to the address by this method.</returns>
    public async Task<Order?> OrderAsync(Cart cart, Address address, string? shippingName, CancellationToken cancellationToken)
    {
        await using var transaction = await store.Database.BeginTransactionAsync(cancellationToken);
        var number = await numbers.NextAsync(cancellationToken);
        var order = checkout.Create(cart, await codes.GetValuesAsync(cart.Codes, cart.Subtotal(catalog.Currency), cancellationToken), number);
        if (await PriceAsync(order, address, cart.IsShipped ? shippingName : null, cancellationToken) is not { } price)
        {
            return null;
        }

        var stored = await AddAsync(order, address, price, number, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return stored;
    }

    private async Task<CartPrice?> PriceAsync(CheckoutShoppingCart cart, Address address, string? shippingName, CancellationToken cancellationToken)
    {
        var results = await calculator.CalculateAsync(
            new MerchantCalculationCallback
            {
                ShoppingCart = cart.ShoppingCart,
                BuyerLanguage = "en_US",
                Calculate = new Calculate
                {
                    Addresses = [new AnonymousAddress { Id = "1", City = address.City, Region = address.Region, PostalCode = address.PostalCode, CountryCode = address.CountryCode }],
                    Shipping = shippingName is null ? [] : [new Method { Name = shippingName }],
                    Tax = true,
                },
            },
            cancellationToken);
        var result = results.Results[0];
        return result.Shippable == false ? null : CartCalculator.Calculate(cart, new CartSelections
        {
            ShippingAddress = address,
            ShippingName = shippingName,
            ShippingRate = shippingName is null ? null : result.ShippingRate,
            TotalTax = result.TotalTax,
        });
    }

    private async Task<Order> AddAsync(CheckoutShoppingCart cart, Address address, CartPrice price, string number, CancellationToken cancellationToken)
    {
        var document = new NewOrderNotification
        {
            SerialNumber = $"invoice {number}",
            GoogleOrderNumber = number,
            Timestamp = time.GetUtcNow(),
            ShoppingCart = cart.ShoppingCart,
            OrderAdjustment = price.Adjustment,
            OrderTotal = price.Total,
            FinancialOrderState = FinancialOrderState.Reviewing,
            FulfillmentOrderState = FulfillmentOrderState.New,
            BuyerShippingAddress = address,
            BuyerBillingAddress = address,
            BuyerMarketingPreferences = new BuyerMarketingPreferences { EmailAllowed = false },
            BuyerId = 0,
        };
        var order = new Order
        {
            Number = number,
            PaymentMethod = PaymentMethod.Invoice,
            FinancialState = document.FinancialOrderState,
            FulfillmentState = document.FulfillmentOrderState,
            Currency = price.Total.Currency,
            Total = price.Total.Amount,
            BuyerKey = RandomNumberGenerator.GetHexString(32, lowercase: true),
        };
        store.Add(order);
        store.Add(new OrderEvent { SerialNumber = document.SerialNumber, OrderNumber = number, HappenedAt = time.GetUtcNow(), What = $"Ordered on invoice for {price.Total.InWords()}" });
        order.Fill(document);
        await certificates.ReserveAsync(order, document, cancellationToken);
        mails.AddPlaced(order);
        await store.SaveChangesAsync(cancellationToken);
        return order;
    }
}
