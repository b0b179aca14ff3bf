using GoogleCheckout;
using GoogleCheckout.Carts;
using MerchantStore.Calculations;
using MerchantStore.Catalog;
using MerchantStore.Codes;
using MerchantStore.Shop;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MerchantStore.Pages;

internal sealed partial class CartModel(VisitorCart visitorCart, ProductCatalog catalog, CodeBook codes, CheckoutCart checkout, CheckoutDesk desk, ILogger<CartModel> logger) : PageModel
{
    public Cart Cart { get; private set; } = null!;

    public Money Subtotal => Cart.Subtotal(catalog.Currency);

    public IReadOnlyList<CodeValue> Codes { get; private set; } = [];

    /// <summary>Gets the cost of ground shipping to most buyers; null if nothing is shipped, or not this way.</summary>
    public Money? Shipping => Cart.IsShipped ? Rates.GetRate(ShippingTable.Ground, ShippingZone.Mainland, Cart.Pounds) : null;

    public ShippingTable Rates => ShippingTable.In(catalog.Currency);

    public Money Total => Codes.Aggregate(Subtotal, (left, code) => left - code.Amount) + (Shipping ?? new Money(0, catalog.Currency));

    public string? WhyNotShipped =>
        Cart.Pounds > ShippingTable.MaxPounds ? $"We ship at most {ShippingTable.MaxPounds:0} pounds at once, and this cart is heavier. Please order in two parts." : null;

    public bool SendsCodesAsItems => checkout.SendsCodesAsItems;

    /// <summary>Gets the button with the store's own image: Google's were removed with the service.</summary>
    public CheckoutButton Button { get; } = new() { Size = CheckoutButtonSize.Large, CustomImage = new Uri("/pictures/checkout-button.svg", UriKind.Relative) };

    public string DisabledButton => (Button with
    {
        CustomImage = new Uri("/pictures/checkout-button-disabled.svg", UriKind.Relative),
        AlternativeText = "Google Checkout is not available for this cart",
    }).ToDisabledHtml(new CheckoutOptions());

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Cart = await visitorCart.ReadAsync();
        Codes = await codes.GetValuesAsync(Cart.Codes, Subtotal, cancellationToken);
    }

    public Task<IActionResult> OnPostAddAsync(string product) => ChangeAsync(product, (cart, known) => cart.With(known, cart.QuantityOf(known) + 1));

    public Task<IActionResult> OnPostRemoveAsync(string product) => ChangeAsync(product, (cart, known) => cart.With(known, 0));

    public async Task<IActionResult> OnPostAddCodeAsync(string? code)
    {
        var entered = code?.Trim();
        if (!CodeBook.IsCode(entered))
        {
            return Warn("A code has letters, digits and hyphens. Enter it as it is printed on the coupon or gift certificate.");
        }

        visitorCart.Write((await visitorCart.ReadAsync()).WithCode(entered!));
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRemoveCodeAsync(string code)
    {
        visitorCart.Write((await visitorCart.ReadAsync()).WithoutCode(code));
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostUpdateAsync(Dictionary<string, int> quantities)
    {
        if (!AreQuantities(quantities))
        {
            return WarnOfQuantities();
        }

        visitorCart.Write(await WithQuantitiesAsync(quantities));
        return RedirectToPage();
    }

    /// <summary>Uses the quantities on the page, even if they were not updated first.</summary>
    public async Task<IActionResult> OnPostCheckoutAsync(Dictionary<string, int> quantities, CancellationToken cancellationToken)
    {
        if (!AreQuantities(quantities))
        {
            return WarnOfQuantities();
        }

        Cart = await WithQuantitiesAsync(quantities);
        visitorCart.Write(Cart);
        if (Cart.Count == 0 || !Cart.IsSoldThroughCheckout || WhyNotShipped is not null)
        {
            return RedirectToPage();
        }

        try
        {
            // In development, too: the sandbox has a page on which the buyer places the order.
            var redirect = await desk.CheckoutAsync(Cart, Url.PageLink("/Cart")!, Url.PageLink("/Thanks", values: new { cart = Cart.Id })!, cancellationToken);
            return Redirect(redirect.RedirectUrl);
        }
        catch (CheckoutException e)
        {
            LogNoCheckout(logger, e);
            return Warn("Google Checkout is not available. Nothing was ordered. Please try again in a minute.");
        }
        catch (CartValidationException e)
        {
            LogNoCheckout(logger, e);
            return Warn("This cart cannot be ordered. Nothing was ordered. Please change it, or tell us.");
        }
    }

    private RedirectToPageResult Warn(string warning)
    {
        TempData["Warning"] = warning;
        return RedirectToPage();
    }

    private async Task<IActionResult> ChangeAsync(string product, Func<Cart, Product, Cart> change)
    {
        if (catalog.Find(product) is not { } known)
        {
            return NotFound();
        }

        visitorCart.Write(change(await visitorCart.ReadAsync(), known));
        return RedirectToPage();
    }

    // What is not a number is not zero: it must not remove the product.
    private bool AreQuantities(Dictionary<string, int> quantities) => ModelState.IsValid && quantities.Values.All(quantity => quantity is >= 0 and <= Cart.MaxQuantity);

    private RedirectToPageResult WarnOfQuantities() => Warn($"Enter each quantity as a whole number from 0 to {Cart.MaxQuantity}. The cart was not changed.");

    private async Task<Cart> WithQuantitiesAsync(Dictionary<string, int> quantities) => quantities.Aggregate(
        await visitorCart.ReadAsync(), (cart, each) => catalog.Find(each.Key) is { } product ? cart.With(product, each.Value) : cart);

    [LoggerMessage(1, LogLevel.Error, "Google Checkout did not accept a cart")]
    private static partial void LogNoCheckout(ILogger logger, Exception exception);
}
