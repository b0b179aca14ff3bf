using GoogleCheckout.Carts;
using GoogleCheckout.Orders;
using GoogleCheckout.Reports;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Hosting;

/// <summary>A hundred sandboxes in parallel in this process.</summary>
public class SideBySideTests
{
    private const int Many = 100;

    private readonly FakeTimeProvider _clock = new(TestTime.Start);

    [Test]
    public async Task Sandboxes_AHundredInParallel_AreIndependent()
    {
        var shops = await Task.WhenAll(Enumerable.Range(1, Many).Select(StartAsync));
        try
        {
            await Task.WhenAll(shops.Select(shop => shop.OrderAsync()));
            await Task.WhenAll(shops.Select(shop => shop.ChargeAsync()));
            var all = await Task.WhenAll(shops.Select(shop => shop.ReportAsync(shops)));

            Assert.Multiple(() =>
            {
                Assert.That(shops.Select(shop => shop.Sandbox.BaseAddress), Is.Unique);
                Assert.That(shops.Select(shop => shop.Sandbox.MerchantId), Is.Unique);
                Assert.That(shops.Select(shop => shop.Sandbox.CertificateAuthority.Thumbprint), Is.Unique);
                Assert.That(shops.Select(shop => shop.Order), Is.Unique);
                Assert.That(shops.SelectMany(shop => shop.Faults), Is.Empty);
                Assert.That(all, Is.All.EqualTo(FinancialOrderState.Charged));
            });
        }
        finally
        {
            await Task.WhenAll(shops.Select(shop => shop.DisposeAsync().AsTask()));
        }
    }

    // Each has a unique number, which is its price, its private data and the time by which its clock is advanced.
    private async Task<Shop> StartAsync(int number) =>
        new(number, _clock.GetUtcNow(), await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { Seed = number, TimeProvider = _clock, ReviewDelay = TimeSpan.Zero }));

    private sealed class Shop(int number, DateTimeOffset start, CheckoutSandbox sandbox) : IAsyncDisposable
    {
        private readonly CheckoutClient _client = sandbox.CreateClient();
        private readonly List<string> _faults = [];

        public CheckoutSandbox Sandbox => sandbox;

        public string Order { get; private set; } = string.Empty;

        public IReadOnlyList<string> Faults => _faults;

        public async Task OrderAsync()
        {
            var cart = CheckoutShoppingCart.Create(new Item { ItemName = "Book", ItemDescription = "A novel", UnitPrice = new Money(number, "USD"), Quantity = 1 });
            Order = (await sandbox.PlaceOrderAsync(await _client.CheckoutAsync(cart))).GoogleOrderNumber;
            await sandbox.AdvanceAsync(TimeSpan.FromHours(number));
        }

        public async Task ChargeAsync()
        {
            var charge = (await _client.ChargeOrderAsync(Order)).ChargeAmountNotification!;
            Expect(charge.TotalChargeAmount.Amount == number, $"charged {charge.TotalChargeAmount}");
            Expect(charge.Timestamp == start.AddHours(number), $"charged at {charge.Timestamp:O}");
        }

        // Requests the orders of all sandboxes; only its own order is found.
        public async Task<FinancialOrderState> ReportAsync(IEnumerable<Shop> all)
        {
            var own = (await _client.GetOrderSummariesAsync(all.Select(shop => shop.Order).ToList())).Single();
            var history = await _client.GetNotificationHistoryAsync(new NotificationHistoryRequest { OrderNumbers = [Order] }).ToListAsync();
            Expect(own.GoogleOrderNumber == Order, $"knows {own.GoogleOrderNumber}");
            Expect(history.Count == 7 && history.All(notification => notification.GoogleOrderNumber == Order), $"told {string.Join(", ", history)}");
            var requests = sandbox.Requests.Select(request => request.Message!.GetType());
            Type[] expected = [typeof(CheckoutShoppingCart), typeof(ChargeOrderRequest), typeof(OrderSummaryRequest), typeof(NotificationHistoryRequest)];
            Expect(requests.SequenceEqual(expected), $"got {string.Join(", ", sandbox.Requests)}");
            return own.FinancialOrderState;
        }

        public async ValueTask DisposeAsync()
        {
            _client.Dispose();
            await sandbox.DisposeAsync();
        }

        private void Expect(bool fine, FormattableString otherwise)
        {
            if (!fine)
            {
                _faults.Add(FormattableString.Invariant($"{number}: {FormattableString.Invariant(otherwise)}"));
            }
        }
    }
}
