using System.Security.Cryptography.X509Certificates;
using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using GoogleCheckout.Reports;
using GoogleCheckout.Sandbox.Api;
using GoogleCheckout.Sandbox.Calculations;
using GoogleCheckout.Sandbox.Callbacks;
using GoogleCheckout.Sandbox.Control;
using GoogleCheckout.Sandbox.Hosting;
using GoogleCheckout.Sandbox.Infrastructure;
using GoogleCheckout.Sandbox.Merchants;
using GoogleCheckout.Sandbox.Orders;
using GoogleCheckout.Sandbox.Pricing;
using GoogleCheckout.Sandbox.Service;

namespace GoogleCheckout.Sandbox;

/// <summary>
/// The service, emulated in this process: an HTTPS server on loopback with one merchant, its own certificate authority
/// and its own clock. Dispose of it to stop the server. Safe for use by many threads.
/// </summary>
/// <remarks>
/// An argument that is wrong by itself, such as null, throws an <see cref="ArgumentException"/> at the call. All other exceptions are
/// thrown by the returned task, those included that depend on the sandbox: an order number that it does not know, or an order in another
/// state.
/// </remarks>
public sealed partial class CheckoutSandbox : IAsyncDisposable, IControlledSandbox
{
    private const string ApiPath = "/checkout/api/checkout/v2/";

    private readonly CheckoutService _service;
    private readonly SandboxCertificates _certificates;
    private readonly SandboxServer _server;
    private readonly MerchantConnection _merchant;
    private readonly DeliveryQueue _queue;
    private readonly SandboxLog<SandboxRequest> _requests;
    private readonly SandboxLog<SandboxDelivery> _deliveries;
    private readonly SandboxLog<SandboxCalculation> _calculations;
    private readonly OrderPricer _till;
    private int _disposed;

    private CheckoutSandbox(
        string merchantId, string merchantKey, CheckoutService service, SandboxCertificates certificates, SandboxServer server, MerchantConnection merchant,
        DeliveryQueue queue, SandboxLog<SandboxRequest> requests, SandboxLog<SandboxDelivery> deliveries,
        SandboxLog<SandboxCalculation> calculations, OrderPricer till)
    {
        MerchantId = merchantId;
        MerchantKey = merchantKey;
        _service = service;
        _certificates = certificates;
        _server = server;
        _merchant = merchant;
        _queue = queue;
        _requests = requests;
        _deliveries = deliveries;
        _calculations = calculations;
        _till = till;
        RaiseEvents();
    }

    /// <summary>
    /// Where the sandbox is, such as <c>https://127.0.0.1:51234/checkout/api/checkout/v2/</c>: what
    /// <see cref="CheckoutEnvironment.ForBaseAddress"/> takes. Its paths work without the first <c>/checkout</c> too, as production's did.
    /// </summary>
    public Uri BaseAddress => new(_server.Address, ApiPath);

    /// <summary>The same over plain HTTP; null without an <see cref="CheckoutSandboxOptions.HttpEndpoint"/>.</summary>
    public Uri? HttpBaseAddress => _server.PlainAddress is { } plain ? new Uri(plain, ApiPath) : null;

    /// <summary>The merchant's id.</summary>
    public string MerchantId { get; }

    /// <summary>The merchant's key.</summary>
    public string MerchantKey { get; }

    /// <summary>The authority behind the server's certificate, made for this sandbox alone: what a client has to trust.</summary>
    public X509Certificate2 CertificateAuthority => _certificates.Authority;

    /// <summary>The merchant's client certificate with its key. It ends with the sandbox.</summary>
    public X509Certificate2 ClientCertificate => _certificates.Client;

    /// <summary>The requests that came, oldest first; the latest 10,000 of them.</summary>
    public IReadOnlyList<SandboxRequest> Requests => _requests.Snapshot();

    /// <summary>
    /// Where the merchant takes notifications, https or http; null while he takes none. What comes about without an
    /// address is in the history only. What is not acknowledged yet goes to the address given last.
    /// </summary>
    /// <exception cref="ArgumentException">It is no such URL.</exception>
    public Uri? CallbackUrl
    {
        get => _queue.Url;
        set => _queue.Url = CheckoutSandboxOptions.GetCallbackUrlError(value) is { } fault
            ? throw new ArgumentException($"{nameof(CallbackUrl)} {fault}.", nameof(value))
            : value;
    }

    /// <summary>The attempts to deliver notifications to the merchant that have ended, oldest first; the latest 10,000 of them.</summary>
    public IReadOnlyList<SandboxDelivery> Deliveries => _deliveries.Snapshot();

    /// <summary>The questions to the merchant about shipping, tax and codes, with their answers, oldest first; the latest 10,000 of them.</summary>
    public IReadOnlyList<SandboxCalculation> Calculations => _calculations.Snapshot();

    /// <summary>What is to go wrong with requests and deliveries; nothing, until a test says so.</summary>
    public SandboxFaults Faults { get; private init; } = new();

    /// <summary>Starts a sandbox.</summary>
    /// <param name="options">How it behaves; null for the defaults.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="ArgumentException">A setting is wrong; it is named.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static Task<CheckoutSandbox> StartAsync(CheckoutSandboxOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new CheckoutSandboxOptions();
        options.Check();
        return StartCheckedAsync(options, cancellationToken);
    }

    /// <summary>A client of this sandbox's merchant, ready to use; it trusts the sandbox and shows its client certificate.</summary>
    /// <returns>The caller's to dispose of.</returns>
    public CheckoutClient CreateClient() => new(CreateOptions());

    /// <summary>The settings for a client of this sandbox's merchant, to be changed.</summary>
    public CheckoutOptions CreateOptions()
    {
        var options = new CheckoutOptions();
        Configure(options);
        return options;
    }

    /// <summary>
    /// Makes the options those of this sandbox's merchant, and leaves what does not depend on the sandbox:
    /// <c>services.AddGoogleCheckout(sandbox.Configure)</c>.
    /// </summary>
    /// <param name="options">Get the merchant, the address and the certificates.</param>
    public void Configure(CheckoutOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.MerchantId = MerchantId;
        options.MerchantKey = MerchantKey;
        options.Environment = CheckoutEnvironment.ForBaseAddress(BaseAddress);
        options.ClientCertificate = ClientCertificate;
        options.TrustedCertificate = CertificateAuthority;
    }

    /// <summary>
    /// Orders what is in a cart, as a buyer would on the service's pages. The order is REVIEWING until
    /// <see cref="CheckoutSandboxOptions.ReviewDelay"/> has passed; <see cref="AdvanceAsync"/> need not wait for that. A
    /// merchant who calculates shipping, tax or codes is asked first; <see cref="Calculations"/> tells what came of it.
    /// </summary>
    /// <param name="redirect">
    /// The service's answer to the cart; for a cart that a browser posted, it is the <see cref="SandboxRequest.Response"/> of the
    /// request among <see cref="Requests"/>.
    /// </param>
    /// <param name="buyer">Makes the buyer's choices; null leaves the defaults.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The new order, as the merchant is told of it.</returns>
    /// <exception cref="ArgumentException">
    /// The sandbox knows no such cart; the shipping method is not offered at the address, or none is; the cart accepts no
    /// codes; or an address lacks a part.
    /// </exception>
    /// <exception cref="InvalidOperationException">The cart has expired.</exception>
    public Task<NewOrderNotification> PlaceOrderAsync(CheckoutRedirect redirect, Action<SandboxBuyer>? buyer = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(redirect);
        return OrderAsync(CartId(redirect), buyer, cancellationToken);
    }

    /// <summary>
    /// Sets the sandbox's clock forward. Everything that falls due on the way happens, in its order and at its time; then
    /// the merchant is told, as with <see cref="DeliverAsync"/>.
    /// </summary>
    /// <param name="time">How far; not negative.</param>
    /// <param name="cancellationToken">Gives up before anything has happened, or waiting for the merchant.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is negative.</exception>
    public Task AdvanceAsync(TimeSpan time, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        return AdvanceAndDeliverAsync(time, cancellationToken);
    }

    /// <summary>
    /// Waits until every notification that is due has been delivered or has failed once, those included that come about
    /// meanwhile. Deliveries happen without it too; a failed one is made again five seconds later by the sandbox's clock,
    /// then after ten, and so on up to an hour, until the merchant acknowledges it.
    /// </summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="ObjectDisposedException">The sandbox stopped.</exception>
    public Task DeliverAsync(CancellationToken cancellationToken = default) => _queue.DeliverAsync(cancellationToken);

    /// <summary>Another certificate for a client of this sandbox, with its key.</summary>
    /// <param name="commonName">Whose it is, such as <c>shop.example.com</c>.</param>
    /// <param name="forServersOnly">Whether it names only the usage of a web server, as those did that merchants bought.</param>
    /// <returns>The caller's to dispose of.</returns>
    public X509Certificate2 IssueClientCertificate(string commonName, bool forServersOnly = false) => _certificates.IssueClient(commonName, forServersOnly);

    /// <summary>Stops the server. Requests under way have a second to end; deliveries under way are given up.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        await _queue.DisposeAsync().ConfigureAwait(false);
        _merchant.Dispose();
        await _server.DisposeAsync().ConfigureAwait(false);
        _service.Dispose();
        _certificates.Dispose();
    }

    DateTimeOffset IControlledSandbox.Now => _service.Now;

    IReadOnlyList<OrderSummary> IControlledSandbox.Orders() => _service.GetOrders();

    OrderSummary? IControlledSandbox.FindOrder(string googleOrderNumber) =>
        _service.GetReport(new OrderSummaryRequest { OrderNumbers = [googleOrderNumber] }).OrderSummaries is [var order, ..] ? order : null;

    private static async Task<CheckoutSandbox> StartCheckedAsync(CheckoutSandboxOptions options, CancellationToken cancellationToken)
    {
        var ids = new SandboxIds(options.Seed);
        var merchantId = options.MerchantId ?? ids.Number();
        var merchantKey = options.MerchantKey ?? ids.Token();
        var clock = new SandboxClock(options.TimeProvider);
        var requests = new SandboxLog<SandboxRequest>();
        var deliveries = new SandboxLog<SandboxDelivery>();
        var merchant = new MerchantConnection($"{merchantId}:{merchantKey}", options.CallbackTrustedCertificate);
        var sender = new CallbackSender(clock, options.CallbackFormat, options.RequireAcknowledgedSerialNumber, merchant, options.CallbackTimeout);
        var faults = new SandboxFaults();
        var queue = new DeliveryQueue(clock, sender, faults.Notifications, deliveries, options.CallbackUrl);
        var calculations = new SandboxLog<SandboxCalculation>();
        var till = new OrderPricer(new CalculationCaller(clock, merchant, options.CalculationTimeout, calculations), ids, options.AccountTaxTables, options.AccountRoundingPolicy, options.EnableCarrierRates);
        var service = new CheckoutService(clock, ids, MerchantPolicy.From(options), options.FilterNotifications ? new NotificationFilter(queue) : queue);
        var certificates = new SandboxCertificates(merchantId);
        try
        {
            var credentials = new BasicCredentials(merchantId, merchantKey);
            var control = options.EnableControlApi ? new ControlHandler(credentials) : null;
            var door = new RequestRouter(
                new ApiHandler(service, clock, merchantId, merchantKey, faults, requests),
                new FormHandler(service, clock, merchantId, merchantKey, options.RequireSignedCarts, requests),
                control);
            var server = await SandboxServer.StartAsync(options, certificates, door.AnswerAsync, cancellationToken).ConfigureAwait(false);
            var sandbox = new CheckoutSandbox(merchantId, merchantKey, service, certificates, server, merchant, queue, requests, deliveries, calculations, till) { Faults = faults };
            control?.Open(new ControlActions(sandbox, credentials));
            return sandbox;
        }
        catch
        {
            certificates.Dispose();
            service.Dispose();
            await queue.DisposeAsync().ConfigureAwait(false);
            merchant.Dispose();
            throw;
        }
    }

    private async Task<NewOrderNotification> OrderAsync(string cartId, Action<SandboxBuyer>? buyer, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var chosen = new SandboxBuyer();
        buyer?.Invoke(chosen);
        var purchase = Purchase.From(chosen);
        var price = await _till.PriceAsync(_service.FindCart(cartId), purchase, cancellationToken).ConfigureAwait(false);
        return _service.PlaceOrder(cartId, purchase.Buyer, price);
    }

    private async Task AdvanceAndDeliverAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _service.Advance(time);
        await _queue.DeliverAsync(cancellationToken).ConfigureAwait(false);
    }

    private static string CartId(CheckoutRedirect redirect)
    {
        const string Parameter = "shoppingcart=";
        var query = Uri.TryCreate(redirect.RedirectUrl, UriKind.Absolute, out var url) ? url.Query : string.Empty;
        return query.TrimStart('?').Split('&').FirstOrDefault(part => part.StartsWith(Parameter, StringComparison.Ordinal))?[Parameter.Length..]
            ?? throw new ArgumentException("The redirect names no shopping cart.", nameof(redirect));
    }
}
