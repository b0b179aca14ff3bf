using MerchantStore.Catalog;
using MerchantStore.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NUnit.Framework;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>The products and what belongs to them.</summary>
public class ProductCatalogTests
{
    private static readonly string Store = Path.Combine(Repository.Root, "samples/MerchantStore");

    [Test]
    public void Catalog_HasADozenProductsWithPicturesAndOneOfEachKind()
    {
        var products = In("USD").Products;

        Assert.Multiple(() =>
        {
            Assert.That(products, Has.Count.EqualTo(12).And.Exactly(1).Matches<Product>(product => !product.IsSoldThroughCheckout));
            Assert.That(products, Has.Exactly(1).Matches<Product>(product => product.IsDigital).And.Exactly(1).Matches<Product>(product => product.IsSubscription));
            Assert.That(products, Has.Exactly(1).Matches<Product>(product => product.Pounds > 40));
            Assert.That(products.Select(product => $"wwwroot{product.Picture}").Where(IsMissing), Is.Empty);
            Assert.That(products.Where(product => product.IsDigital).Select(product => $"Downloads/{product.Id}.pdf").Where(IsMissing), Is.Empty);
            Assert.That(products.Select(product => product.Id), Is.Unique);
        });
    }

    [Test]
    public void Catalog_InSterling_HasPricesOfItsOwn()
    {
        var prices = In("USD").Products.Zip(In("GBP").Products, (dollars, sterling) => (dollars.Price, sterling.Price)).ToList();

        Assert.That(prices, Has.All.Matches<(Money Dollars, Money Sterling)>(pair =>
            pair is { Dollars.Currency: "USD", Sterling.Currency: "GBP" } && pair.Sterling.Amount > 0 && pair.Sterling.Amount < pair.Dollars.Amount));
        Assert.That(() => In("EUR"), Throws.InvalidOperationException.With.Message.Contains("Set the currency to USD or GBP."));
    }

    private static bool IsMissing(string path) => !File.Exists(Path.Combine(Store, path));

    private static ProductCatalog In(string currency)
    {
        using var services = new ServiceCollection().Configure<StoreOptions>(options => options.Currency = currency).BuildServiceProvider();
        return new ProductCatalog(services.GetRequiredService<IOptionsMonitor<StoreOptions>>());
    }
}
