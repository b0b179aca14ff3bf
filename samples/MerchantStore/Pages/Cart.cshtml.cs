using GoogleCheckout;
using GoogleCheckout.Carts;
using MerchantStore.Shop;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MerchantStore.Pages;

internal sealed partial class CartModel(CheckoutDesk desk, ILogger<CartModel> logger) : PageModel
{
    public Cart Cart { get; private set; } = Cart.Empty;

    public void OnGet() => Cart = Request.ReadCart();

    public IActionResult OnPostAdd(string product) => Change(product, cart => cart.QuantityOf(Product.Find(product)!) + 1);

    public IActionResult OnPostRemove(string product) => Change(product, _ => 0);

    public IActionResult OnPostUpdate(Dictionary<string, int> quantities)
    {
        if (!AreQuantities(quantities))
        {
            return WarnOfQuantities();
        }

        Response.WriteCart(WithQuantities(quantities));
        return RedirectToPage();
    }

    /// <summary>Uses the quantities on the page, even if they were not updated first.</summary>
    public async Task<IActionResult> OnPostCheckoutAsync(Dictionary<string, int> quantities, CancellationToken cancellationToken)
    {
        if (!AreQuantities(quantities))
        {
            return WarnOfQuantities();
        }

        var cart = WithQuantities(quantities);
        Response.WriteCart(cart);
        if (cart.Count == 0)
        {
            return RedirectToPage();
        }

        try
        {
            // In development, too: the sandbox has a page on which the buyer places the order.
            var redirect = await desk.CheckoutAsync(cart, Url.PageLink("/Cart")!, Url.PageLink("/Thanks")!, cancellationToken);
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

    private IActionResult Change(string product, Func<Cart, int> quantity)
    {
        if (Product.Find(product) is not { } known)
        {
            return NotFound();
        }

        var cart = Request.ReadCart();
        Response.WriteCart(cart.With(known, quantity(cart)));
        return RedirectToPage();
    }

    // What is not a number is not zero: it must not remove the product.
    private bool AreQuantities(Dictionary<string, int> quantities) => ModelState.IsValid && quantities.Values.All(quantity => quantity is >= 0 and <= Cart.MaxQuantity);

    private RedirectToPageResult WarnOfQuantities() => Warn($"Enter each quantity as a whole number from 0 to {Cart.MaxQuantity}. The cart was not changed.");

    private Cart WithQuantities(Dictionary<string, int> quantities) => quantities.Aggregate(
        Request.ReadCart(), (cart, each) => Product.Find(each.Key) is { } product ? cart.With(product, each.Value) : cart);

    [LoggerMessage(1, LogLevel.Error, "Google Checkout did not accept a cart")]
    private static partial void LogNoCheckout(ILogger logger, Exception exception);
}
