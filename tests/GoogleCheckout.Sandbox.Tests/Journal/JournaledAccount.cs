using System.Text;
using GoogleCheckout.Reports;
using GoogleCheckout.Sandbox.Accounts;
using GoogleCheckout.Sandbox.Infrastructure;
using GoogleCheckout.Sandbox.Orders;
using Microsoft.Extensions.Time.Testing;

namespace GoogleCheckout.Sandbox.Journal;

/// <summary>An account with a journal, without servers, which can be stopped and started again.</summary>
internal sealed class JournaledAccount : IAsyncDisposable
{
    private readonly string _path;
    private readonly CheckoutSandboxOptions _options;
    private JournalSession _session = null!;
    private MerchantAccounts _accounts = null!;

    public JournaledAccount(string path, CheckoutSandboxOptions options)
    {
        _path = path;
        _options = options;
        Start();
    }

    public MerchantAccount Account => _accounts.First;

    public SandboxClock Clock { get; private set; } = null!;

    public FakeTimeProvider Time => (FakeTimeProvider)_options.TimeProvider;

    public static CheckoutSandboxOptions CreateOptions() => new() { MerchantId = "1234567890", MerchantKey = "secret-key", TimeProvider = new FakeTimeProvider(TestTime.Start) };

    public void Advance(TimeSpan time) => _accounts.Advance(time);

    /// <summary>Stops, and starts again with what the journal has.</summary>
    public async Task RestartAsync()
    {
        await DisposeAsync();
        Start();
    }

    /// <summary>Returns everything that a merchant or a buyer can see of the state, and what is due.</summary>
    public string Describe()
    {
        var service = Account.Service;
        var orders = service.GetOrders();
        var text = new StringBuilder();
        foreach (var summary in orders)
        {
            text.AppendLine(Describe(service.FindFullOrder(summary.GoogleOrderNumber)!));
            foreach (var notification in GetHistory(summary.GoogleOrderNumber))
            {
                text.AppendLine(notification.ToXmlString());
            }
        }

        return text.Append(service.GetReport(new OrderListRequest { StartDate = TestTime.Start.UtcDateTime.AddDays(-1), EndDate = TestTime.Start.UtcDateTime.AddDays(30) }))
            .AppendLine().Append(Account.Settings).ToString();
    }

    public async ValueTask DisposeAsync()
    {
        await _accounts.DisposeAsync();
        _session.Dispose();
    }

    private void Start()
    {
        _session = JournalSession.Open(_path, _options.TimeProvider);
        Clock = new SandboxClock(_options.TimeProvider);
        var account = new MerchantAccount(_options, _options, _options.MerchantId!, _options.MerchantKey!, _session.CreateIds(_options.Seed), Clock);
        _accounts = new MerchantAccounts(Clock, [account]);
        _session.Restore(_accounts, Clock);
    }

    private IEnumerable<Notifications.Notification> GetHistory(string order)
    {
        var page = (NotificationHistoryResponse)Account.Service.GetReport(new NotificationHistoryRequest { OrderNumbers = [order] });
        return page.Notifications;
    }

    private static string Describe(Order order) => string.Join(
        '|',
        [
            order.Summary.ToString(), new OrderSummaryResponse { SerialNumber = "1", OrderSummaries = [order.Summary] }.ToXmlString(), order.PurchaseDate, order.IsDonation,
            order.RequestsInitialAuthorization, order.EventNumber, order.PendingCharge?.Amount, order.PendingCharge?.Shipment?.Parcels.Count, order.Fees, order.CancelledByGoogleReason, order.Buyer.BuyerId, order.Buyer.ShippingAddress.GetHashCode(),
            order.Buyer.BillingAddress == order.Buyer.ShippingAddress, order.Buyer.EmailAllowed, order.Buyer.Card, order.CheckoutFlow?.ShippingMethods.Count,
            .. order.DueEvents.Select(due => $"{due.At:O} {due.Event.GetType().Name}"),
            .. order.ItemStates.OrderBy(item => item.Key, StringComparer.Ordinal).Select(item => $"{item.Key}={item.Value}"),
            .. order.Parcels,
            .. order.MessagesToBuyer,
            .. order.Subscriptions.Select(subscription => $"{subscription.Recurrences} {subscription.Next?.At:O} {subscription.EndReason}"),
        ]);
}
