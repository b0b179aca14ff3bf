using MerchantStore.Calculations;
using MerchantStore.Catalog;
using MerchantStore.Data;
using MerchantStore.Shop;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MerchantStore.Pages;

/// <summary>The store's other way to pay. The buyer enters the address, sees the whole price, and orders at that price.</summary>
[ResponseCache(NoStore = true)]
internal sealed class InvoiceModel(VisitorCart visitorCart, InvoiceDesk desk, ProductCatalog catalog) : PageModel
{
    [BindProperty]
    public InvoiceBuyer Buyer { get; set; } = new();

    [BindProperty]
    public string? ShippingName { get; set; }

    /// <summary>Gets the shipping methods to choose from.</summary>
    public IReadOnlyList<string> Methods { get; private set; } = [];

    /// <summary>Gets the order with its price, which the buyer checks before ordering; null while the buyer enters the address.</summary>
    public Order? Preview { get; private set; }

    /// <summary>Gets whether the price is not the one that the buyer saw.</summary>
    public bool HasChanged { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        Buyer = Buyer with { Country = ShippingTable.In(catalog.Currency).HomeCountry };
        return await ReadCartAsync() is null ? RedirectToPage("/Cart") : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await ReadCartAsync() is not { } cart)
        {
            return RedirectToPage("/Cart");
        }

        return await PreviewAsync(cart, cancellationToken);
    }

    /// <summary>Shows the form again, with what the buyer entered.</summary>
    public async Task<IActionResult> OnPostChangeAsync() => await ReadCartAsync() is null ? RedirectToPage("/Cart") : Page();

    /// <param name="seenPrice">The digest of the order that the buyer saw. At another price, nothing is ordered, and the buyer is asked again.</param>
    /// <param name="cancellationToken">Cancels the order.</param>
    public async Task<IActionResult> OnPostOrderAsync(string? seenPrice, CancellationToken cancellationToken)
    {
        if (await ReadCartAsync() is not { } cart)
        {
            return RedirectToPage("/Cart");
        }

        if (ModelState.IsValid && FindMethod() is { } method && await desk.OrderAsync(cart, Buyer.ToAddress(), method, seenPrice, cancellationToken))
        {
            return RedirectToPage("/Thanks", new { cart = cart.Id });
        }

        HasChanged = true;
        return await PreviewAsync(cart, cancellationToken);
    }

    private async Task<PageResult> PreviewAsync(Cart cart, CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            var method = FindMethod();
            Preview = method is null ? null : await desk.PreviewAsync(cart, Buyer.ToAddress(), method, cancellationToken);
            if (Preview is null)
            {
                ModelState.AddModelError(string.Empty, $"{method ?? "This method"} does not ship this cart to the address. Select another shipping method.");
            }
        }

        return Page();
    }

    // Null if the browser sent a method that is not offered.
    private string? FindMethod() => Methods.FirstOrDefault(method => method == ShippingName);

    // Null if there is nothing to order.
    private async Task<Cart?> ReadCartAsync()
    {
        var cart = await visitorCart.ReadAsync();
        Methods = [.. ShippingTable.In(catalog.Currency).GetMethods(cart.Pounds, defaultCost: null).Select(method => method.Name)];
        return cart.Count == 0 || !cart.IsSoldOnInvoice || Methods.Count == 0 ? null : cart;
    }
}
