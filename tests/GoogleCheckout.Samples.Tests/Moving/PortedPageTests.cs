using System.Data.Common;
using System.Net;
using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Sandbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using TeaShop;

namespace GoogleCheckout.Samples.Moving;

/// <summary>The pages of docs/from-gcheckout-dll.md do against the sandbox what the old pages did.</summary>
public class PortedPageTests
{
    private string _file = null!;
    private CheckoutSandbox _sandbox = null!;
    private WebApplication _site = null!;

    private DbDataSource Database => SqliteFactory.Instance.CreateDataSource($"Data Source={_file}");

    [SetUp]
    public async Task StartAsync()
    {
        _file = Path.Combine(Path.GetTempPath(), $"moving-{Guid.NewGuid():N}.db");
        await using (var database = Database)
        {
            await using var create = database.CreateCommand(
                "CREATE TABLE orders (google_order_number TEXT PRIMARY KEY, cart_id INTEGER); CREATE TABLE payments (google_order_number TEXT, amount TEXT)");
            await create.ExecuteNonQueryAsync();
        }

        _sandbox = await CheckoutSandbox.StartAsync();
        _site = NotificationSite.Build(
            ["--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=None"],
            Database,
            services => services.AddGoogleCheckout(_sandbox.Configure));
        await _site.StartAsync();
        _sandbox.CallbackUrl = new Uri($"{_site.Urls.First()}/checkout/callback");
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _site.DisposeAsync();
        await _sandbox.DisposeAsync();
        SqliteConnection.ClearAllPools();
        File.Delete(_file);
    }

    [Test]
    public async Task TaxRulesPage_OrderToRuledZip_IsTaxedByFirstRuleAndFoodByItsTable()
    {
        var redirect = await PostAsync("/checkout");

        var order = await _sandbox.PlaceOrderAsync(redirect, buyer => buyer.ShippingAddress = buyer.ShippingAddress with { Region = "NY", PostalCode = "10013", CountryCode = "US" });

        // (39.50 + 5.00) * 0.08875 + 12.50 * 0.02
        Assert.That(order.OrderAdjustment!.TotalTax, Is.EqualTo(new Money(4.20m, "USD")));
        Assert.That(order.OrderTotal, Is.EqualTo(new Money(61.20m, "USD")));
    }

    [Test]
    public async Task TaxRulesPage_RejectedCart_ShowsTheReason()
    {
        _sandbox.Faults.When(message => message is CheckoutShoppingCart, SandboxFault.Refuse("The account is closed."), times: 1);

        using var browser = CreateBrowser();
        using var response = await browser.PostAsync(new Uri("/checkout", UriKind.Relative), null);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadGateway));
        Assert.That(await response.Content.ReadAsStringAsync(), Is.EqualTo("The cart was rejected: The account is closed."));
    }

    [Test]
    public async Task PrivateDataPage_PlacedOrder_HasTheDataOfCartAndItem()
    {
        var redirect = await PostAsync("/checkout/4711");

        var cart = (await _sandbox.PlaceOrderAsync(redirect)).ShoppingCart;

        Assert.That(cart.MerchantPrivateData!.InnerXml, Does.Contain("<shopper-id").And.Contain("<cart-id"));
        Assert.That(cart.Items[0].MerchantPrivateItemData!.TryGetValue("supplier-id", out string? supplier) ? supplier : null, Is.EqualTo("uji-7"));
    }

    [Test]
    public async Task NotificationHandlers_NotificationsOfAnOrder_RecordItOnceAndChargeIt()
    {
        _sandbox.Faults.OnDelivery<OrderStateChangeNotification>(DeliveryFault.Duplicate());
        _sandbox.Faults.OnDelivery<ChargeAmountNotification>(DeliveryFault.Duplicate());

        var order = await _sandbox.PlaceOrderAsync(await PostAsync("/checkout/4711"));
        await _sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        await _sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.That(_sandbox.Deliveries, Is.Not.Empty.And.All.Property(nameof(SandboxDelivery.IsAcknowledged)).True);
        Assert.That(await ReadAsync("SELECT google_order_number || ' ' || cart_id FROM orders"), Is.EqualTo(new[] { $"{order.GoogleOrderNumber} 4711" }));
        Assert.That(await ReadAsync("SELECT google_order_number || ' ' || amount FROM payments"), Is.EqualTo(new[] { $"{order.GoogleOrderNumber} 17.5" }));
    }

    private async Task<CheckoutRedirect> PostAsync(string path)
    {
        using var browser = CreateBrowser();
        using var response = await browser.PostAsync(new Uri(path, UriKind.Relative), null);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        return new CheckoutRedirect { RedirectUrl = response.Headers.Location!.OriginalString };
    }

    private HttpClient CreateBrowser() => new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(_site.Urls.First()) };

    private async Task<IReadOnlyList<string>> ReadAsync(string sql)
    {
        await using var database = Database;
        await using var command = database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
