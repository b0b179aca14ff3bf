using GoogleCheckout.Sandbox.Accounts;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>The pages and forms of buyers.</summary>
internal static class BuyerRoutes
{
    /// <param name="accounts">The accounts of the merchants.</param>
    public static IReadOnlyList<PageRoute> Create(MerchantAccounts accounts)
    {
        var placeOrder = new PlaceOrderPage(accounts);
        var purchases = new PurchasePages(accounts);
        return
        [
            PageRoute.Get("/", _ => Page.Redirect(PageUrls.Purchases)),
            PageRoute.Get(PageUrls.Purchases, page => purchases.ShowPurchases(page.Request)),
            PageRoute.Get(PageUrls.Confirmation, page => purchases.ShowConfirmation(page.Request)),
            PageRoute.Get(PageUrls.Receipt, page => purchases.ShowReceipt(page.Request, page.Token)),
            PageRoute.Post(PageUrls.CancelOrder, page => purchases.Cancel(page.Request, page.Token)),
            PageRoute.Post(PageUrls.ReplaceCard, page => purchases.ReplaceCard(page.Request, page.Token, page.Fields)),
            .. new[] { PageUrls.PlaceOrder, PageUrls.PlaceDonation }.SelectMany(path => new[]
            {
                PageRoute.Get(path, page => placeOrder.ShowAsync(page.Request, page.Token)),
                PageRoute.Post(path, page => placeOrder.SubmitAsync(page.Request, page.Token, page.Fields)),
            }),
        ];
    }
}
