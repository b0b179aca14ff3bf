using System.Security.Cryptography.X509Certificates;
using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Sandbox.Infrastructure;

namespace GoogleCheckout.Sandbox;

// The members of the first merchant, for the many sandboxes with one merchant only.
public sealed partial class CheckoutSandbox
{
    private readonly Subscribers<SandboxRequestEventArgs> _requestAnswered = new();
    private readonly Subscribers<SandboxOrderEventArgs> _orderChanged = new();
    private readonly Subscribers<SandboxDeliveryEventArgs> _deliveryCompleted = new();
    private readonly Subscribers<SandboxCalculationEventArgs> _calculationCompleted = new();
    private readonly Subscribers<SandboxFailureEventArgs> _dueEventFailed = new();

    /// <inheritdoc cref="SandboxMerchant.RequestAnswered"/>
    public event EventHandler<SandboxRequestEventArgs> RequestAnswered
    {
        add => _requestAnswered.Raised += value;
        remove => _requestAnswered.Raised -= value;
    }

    /// <inheritdoc cref="SandboxMerchant.OrderChanged"/>
    public event EventHandler<SandboxOrderEventArgs> OrderChanged
    {
        add => _orderChanged.Raised += value;
        remove => _orderChanged.Raised -= value;
    }

    /// <inheritdoc cref="SandboxMerchant.DeliveryCompleted"/>
    public event EventHandler<SandboxDeliveryEventArgs> DeliveryCompleted
    {
        add => _deliveryCompleted.Raised += value;
        remove => _deliveryCompleted.Raised -= value;
    }

    /// <inheritdoc cref="SandboxMerchant.CalculationCompleted"/>
    public event EventHandler<SandboxCalculationEventArgs> CalculationCompleted
    {
        add => _calculationCompleted.Raised += value;
        remove => _calculationCompleted.Raised -= value;
    }

    /// <inheritdoc cref="SandboxMerchant.DueEventFailed"/>
    public event EventHandler<SandboxFailureEventArgs> DueEventFailed
    {
        add => _dueEventFailed.Raised += value;
        remove => _dueEventFailed.Raised -= value;
    }

    /// <inheritdoc cref="SandboxMerchant.MerchantId"/>
    public string MerchantId => First.MerchantId;

    /// <inheritdoc cref="SandboxMerchant.MerchantKey"/>
    public string MerchantKey => First.MerchantKey;

    /// <inheritdoc cref="SandboxMerchant.ClientCertificate"/>
    public X509Certificate2 ClientCertificate => First.ClientCertificate;

    /// <inheritdoc cref="SandboxMerchant.CallbackUrl"/>
    public Uri? CallbackUrl
    {
        get => First.CallbackUrl;
        set => First.CallbackUrl = value;
    }

    /// <inheritdoc cref="SandboxMerchant.Requests"/>
    public IReadOnlyList<SandboxRequest> Requests => First.Requests;

    /// <inheritdoc cref="SandboxMerchant.Deliveries"/>
    public IReadOnlyList<SandboxDelivery> Deliveries => First.Deliveries;

    /// <inheritdoc cref="SandboxMerchant.Calculations"/>
    public IReadOnlyList<SandboxCalculation> Calculations => First.Calculations;

    /// <inheritdoc cref="SandboxMerchant.Faults"/>
    public SandboxFaults Faults => First.Faults;

    private SandboxMerchant First => Merchants[0];

    /// <inheritdoc cref="SandboxMerchant.PlaceOrderAsync"/>
    public Task<NewOrderNotification> PlaceOrderAsync(CheckoutRedirect redirect, Action<SandboxBuyer>? buyer = null, CancellationToken cancellationToken = default) =>
        First.PlaceOrderAsync(redirect, buyer, cancellationToken);

    /// <inheritdoc cref="SandboxMerchant.ChargebackAsync"/>
    public Task<ChargebackAmountNotification> ChargebackAsync(string googleOrderNumber, Money? amount = null, CancellationToken cancellationToken = default) =>
        First.ChargebackAsync(googleOrderNumber, amount, cancellationToken);

    /// <inheritdoc cref="SandboxMerchant.CancelByGoogleAsync"/>
    public Task<OrderStateChangeNotification> CancelByGoogleAsync(string googleOrderNumber, string reason, CancellationToken cancellationToken = default) =>
        First.CancelByGoogleAsync(googleOrderNumber, reason, cancellationToken);

    /// <inheritdoc cref="SandboxMerchant.CancelByBuyerAsync"/>
    public Task<OrderStateChangeNotification> CancelByBuyerAsync(string googleOrderNumber, CancellationToken cancellationToken = default) =>
        First.CancelByBuyerAsync(googleOrderNumber, cancellationToken);

    /// <inheritdoc cref="SandboxMerchant.ReplaceCardAsync"/>
    public Task ReplaceCardAsync(string googleOrderNumber, TestCard card, CancellationToken cancellationToken = default) =>
        First.ReplaceCardAsync(googleOrderNumber, card, cancellationToken);

    /// <inheritdoc cref="SandboxMerchant.CancelSubscriptionAsync"/>
    public Task<CancelledSubscriptionNotification> CancelSubscriptionAsync(
        string googleOrderNumber, string? merchantItemId = null, string reason = "Customer request", CancellationToken cancellationToken = default) =>
        First.CancelSubscriptionAsync(googleOrderNumber, merchantItemId, reason, cancellationToken);

    /// <inheritdoc cref="SandboxMerchant.IssueClientCertificate"/>
    public X509Certificate2 IssueClientCertificate(string commonName, bool forServersOnly = false) => First.IssueClientCertificate(commonName, forServersOnly);

    /// <inheritdoc cref="SandboxMerchant.CreateClient"/>
    public CheckoutClient CreateClient() => First.CreateClient();

    /// <inheritdoc cref="SandboxMerchant.CreateOptions"/>
    public CheckoutOptions CreateOptions() => First.CreateOptions();

    /// <inheritdoc cref="SandboxMerchant.Configure"/>
    public void Configure(CheckoutOptions options) => First.Configure(options);

    private void ConnectEvents()
    {
        First.RequestAnswered += (_, e) => _requestAnswered.Raise(this, e);
        First.OrderChanged += (_, e) => _orderChanged.Raise(this, e);
        First.DeliveryCompleted += (_, e) => _deliveryCompleted.Raise(this, e);
        First.DueEventFailed += (_, e) => _dueEventFailed.Raise(this, e);
        First.CalculationCompleted += (_, e) => _calculationCompleted.Raise(this, e);
    }
}
