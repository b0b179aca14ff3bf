using GoogleCheckout.Orders;
using MerchantStore.Catalog;
using MerchantStore.Data;
using Microsoft.EntityFrameworkCore;

namespace MerchantStore.Shop;

/// <summary>The files of digital products, which are in the folder <c>Downloads</c>: no browser can get them without the key of a paid order.</summary>
internal static class Downloads
{
    /// <summary>Returns the digital products of an order.</summary>
    public static IReadOnlyList<Product> In(Order order, ProductCatalog catalog) =>
        [.. order.Lines.Select(line => catalog.Find(line.ProductId)).OfType<Product>().Where(product => product.IsDigital).Distinct()];

    /// <summary>Returns whether the whole order is charged, and not all of it went back to the buyer. A gift certificate may leave nothing to charge.</summary>
    public static bool AreOpen(Order order) => order.Total > 0
        ? order.FinancialState == FinancialOrderState.Charged && order.Charged >= order.Total && order.Refunded + order.ChargedBack < order.Charged
        : order.FinancialState is FinancialOrderState.Chargeable or FinancialOrderState.Charged;

    public static string GetPath(Order order, Product product) => $"/MyOrder/{order.BuyerKey}/{product.Id}.pdf";

    public static void MapDownloads(this WebApplication app) => app.MapGet("/MyOrder/{key}/{product}.pdf", SendAsync);

    private static async Task<IResult> SendAsync(
        string key, string product, StoreContext store, ProductCatalog catalog, IWebHostEnvironment environment, HttpResponse response, CancellationToken cancellationToken)
    {
        var order = await store.Orders.AsNoTracking().Include(each => each.Lines).FirstOrDefaultAsync(each => each.BuyerKey == key, cancellationToken);
        if (order is null || !AreOpen(order) || In(order, catalog).FirstOrDefault(each => each.Id == product) is not { } bought)
        {
            return Results.NotFound();
        }

        response.Headers.CacheControl = "no-store";
        var name = $"{bought.Id}.pdf";
        return Results.File(environment.ContentRootFileProvider.GetFileInfo($"Downloads/{name}").CreateReadStream(), "application/pdf", name);
    }
}
