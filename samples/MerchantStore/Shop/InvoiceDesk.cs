using System.Security.Cryptography;
using System.Text;
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
using Microsoft.EntityFrameworkCore;

namespace MerchantStore.Shop;

/// <summary>
/// Takes orders on invoice, the store's other way to pay. Prices are calculated as for Google Checkout, and the order is stored with the
/// same document, so that lists and pages show both kinds.
/// </summary>
internal sealed class InvoiceDesk(
    StoreContext store, CheckoutCart checkout, ShopCalculator calculator, ShopOrderNumbers numbers, CodeBook codes, GiftCertificates certificates, ProductCatalog catalog, OrderMails mails, TimeProvider time)
{
    /// <summary>Calculates what the buyer would pay, and stores nothing.</summary>
    /// <returns>The order as it would be, without a number; null if the store does not ship the cart to the address by this method.</returns>
    public async Task<Order?> PreviewAsync(Cart cart, Address address, string shippingName, CancellationToken cancellationToken)
    {
        var preview = await CreateAsync(cart, address, shippingName, "preview", cancellationToken);
        preview?.ShopOrderNumber = null;
        return preview;
    }

    /// <summary>Returns a digest of what the buyer sees of an order: the products, the codes, shipping, tax and the total.</summary>
    public static string GetPriceDigest(Order order)
    {
        var lines = order.Lines.Select(line => $"{line.Quantity} {line.Name} {order.In(line.UnitPrice).InWords()}")
            .Concat(OrderTotals.Get(order).Select(line => $"{line.Words} {line.Amount.InWords()}"))
            .Append(order.In(order.Total).InWords());
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
    }

    /// <summary>Stores the order, if its price is the one that the buyer saw. A cart is ordered once, even if the buyer presses the button twice.</summary>
    /// <param name="cart">The cart.</param>
    /// <param name="address">Where it is shipped, and who pays.</param>
    /// <param name="shippingName">The shipping method.</param>
    /// <param name="seenPrice">The <see cref="GetPriceDigest"/> of the order that the buyer saw.</param>
    /// <param name="cancellationToken">Cancels the order.</param>
    /// <returns>Whether the cart is ordered. If not, its price has changed, and nothing was stored.</returns>
    public async Task<bool> OrderAsync(Cart cart, Address address, string shippingName, string? seenPrice, CancellationToken cancellationToken)
    {
        try
        {
            return await AddAsync(cart, address, shippingName, seenPrice, cancellationToken) || await IsOrderedAsync(cart, cancellationToken);
        }
        catch (DbUpdateException)
        {
            if (!await IsOrderedAsync(cart, cancellationToken))
            {
                throw;
            }

            return true;
        }
    }

    // The key of this event, so that a cart cannot have two.
    private static string GetEventNumber(Cart cart) => $"invoice {cart.Id}";

    private Task<bool> IsOrderedAsync(Cart cart, CancellationToken cancellationToken)
    {
        var number = GetEventNumber(cart);
        return store.OrderEvents.AnyAsync(each => each.SerialNumber == number, cancellationToken);
    }

    private async Task<bool> AddAsync(Cart cart, Address address, string shippingName, string? seenPrice, CancellationToken cancellationToken)
    {
        await using var transaction = await store.Database.BeginTransactionAsync(cancellationToken);
        var number = await numbers.NextAsync(cancellationToken);
        if (await CreateAsync(cart, address, shippingName, number, cancellationToken) is not { } order || GetPriceDigest(order) != seenPrice)
        {
            return false;
        }

        await certificates.ReserveAsync(order, order.Document!.Read(), cancellationToken);
        if (order.OnHold)
        {
            // Another order has used a gift certificate since the price was calculated.
            store.ChangeTracker.Clear();
            return false;
        }

        store.Add(order);
        store.Add(new OrderEvent { SerialNumber = GetEventNumber(cart), OrderNumber = number, HappenedAt = time.GetUtcNow(), What = $"Ordered on invoice for {order.In(order.Total).InWords()}" });
        mails.AddPlaced(order);
        await store.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private async Task<Order?> CreateAsync(Cart cart, Address address, string shippingName, string number, CancellationToken cancellationToken)
    {
        var priced = checkout.Create(cart, await codes.GetValuesAsync(cart.Codes, cart.Subtotal(catalog.Currency), cancellationToken), number);
        return await PriceAsync(priced, address, shippingName, cancellationToken) is { } price
            ? Create(priced, address, price, number)
            : null;
    }

    private async Task<CartPrice?> PriceAsync(CheckoutShoppingCart cart, Address address, string shippingName, CancellationToken cancellationToken)
    {
        if (CartCalculator.GetShippingOptions(cart, address).All(option => option.Name != shippingName))
        {
            return null;
        }

        var results = await calculator.CalculateAsync(
            new MerchantCalculationCallback
            {
                ShoppingCart = cart.ShoppingCart,
                BuyerLanguage = "en_US",
                Calculate = new Calculate
                {
                    Addresses = [new AnonymousAddress { Id = "1", City = address.City, Region = address.Region, PostalCode = address.PostalCode, CountryCode = address.CountryCode }],
                    Shipping = [new Method { Name = shippingName }],
                    Tax = true,
                },
            },
            cancellationToken);
        var result = results.Results[0];
        return result.Shippable == false ? null : CartCalculator.Calculate(cart, new CartSelections
        {
            ShippingAddress = address,
            ShippingName = shippingName,
            ShippingRate = result.ShippingRate,
            TotalTax = result.TotalTax,
        });
    }

    private Order Create(CheckoutShoppingCart cart, Address address, CartPrice price, string number)
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
        order.Fill(document);
        return order;
    }
}
