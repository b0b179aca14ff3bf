using System.Security.Cryptography.X509Certificates;
using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using GoogleCheckout.Sandbox.Api;
using GoogleCheckout.Sandbox.Calculations;
using GoogleCheckout.Sandbox.Callbacks;
using GoogleCheckout.Sandbox.Control;
using GoogleCheckout.Sandbox.Hosting;
using GoogleCheckout.Sandbox.Infrastructure;
using GoogleCheckout.Sandbox.Merchants;
using GoogleCheckout.Sandbox.Orders;
using GoogleCheckout.Sandbox.Pages;
using GoogleCheckout.Sandbox.Pricing;
using GoogleCheckout.Sandbox.Service;

namespace GoogleCheckout.Sandbox;

/// <summary>
/// The service, emulated in this process: an HTTPS server on loopback with one merchant, a certificate authority and a clock. Dispose
/// the object to stop the server. Thread-safe.
/// </summary>
/// <remarks>
/// Asynchronous methods throw an <see cref="ArgumentException"/> at the call if an argument is invalid in itself, for example null. All
/// other exceptions are in the returned task, also those that depend on the sandbox: an unknown order number, or an order in another state.
/// </remarks>
public sealed partial class CheckoutSandbox : IAsyncDisposable, IControlledSandbox
{
    private const string ApiPath = "/checkout/api/checkout/v2/";

    private readonly CheckoutService _service;
    private readonly SandboxCertificates _certificates;
    private readonly SandboxServer _server;
    private readonly PagesServer? _pages;
    private readonly MerchantConnection _merchant;
    private readonly DeliveryQueue _queue;
    private readonly SandboxLog<SandboxRequest> _requests;
    private readonly SandboxLog<SandboxDelivery> _deliveries;
    private readonly SandboxLog<SandboxCalculation> _calculations;
    private readonly OrderPricer _pricer;
    private int _disposed;

    private CheckoutSandbox(
        string merchantId, string merchantKey, CheckoutService service, SandboxCertificates certificates, SandboxServer server, PagesServer? pages, MerchantConnection merchant,
        DeliveryQueue queue, SandboxLog<SandboxRequest> requests, SandboxLog<SandboxDelivery> deliveries,
        SandboxLog<SandboxCalculation> calculations, OrderPricer pricer)
    {
        MerchantId = merchantId;
        MerchantKey = merchantKey;
        _service = service;
        _certificates = certificates;
        _server = server;
        _pages = pages;
        _merchant = merchant;
        _queue = queue;
        _requests = requests;
        _deliveries = deliveries;
        _calculations = calculations;
        _pricer = pricer;
        ConnectEvents();
    }

    /// <summary>
    /// The base address for <see cref="CheckoutEnvironment.ForBaseAddress"/>, for example
    /// <c>https://127.0.0.1:51234/checkout/api/checkout/v2/</c>. The paths also work without the first <c>/checkout</c>, as in production.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The sandbox is disposed.</exception>
    public Uri BaseAddress => new(_server.Address, ApiPath);

    /// <summary>The base address for plain HTTP; null without an <see cref="CheckoutSandboxOptions.HttpEndpoint"/>.</summary>
    /// <exception cref="ObjectDisposedException">The sandbox is disposed.</exception>
    public Uri? HttpBaseAddress => _server.PlainAddress is { } plain ? new Uri(plain, ApiPath) : null;

    /// <summary>
    /// The address of the pages for people, which lead from a cart to an order; null without a <see cref="CheckoutSandboxOptions.PagesEndpoint"/>.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The sandbox is disposed.</exception>
    public Uri? PagesAddress => _pages?.Address;

    /// <summary>The merchant's id.</summary>
    public string MerchantId { get; }

    /// <summary>The merchant's key.</summary>
    public string MerchantKey { get; }

    /// <summary>The certificate authority that issued the server's certificate, created for this sandbox only. Clients must trust it.</summary>
    public X509Certificate2 CertificateAuthority => _certificates.Authority;

    /// <summary>The merchant's client certificate with its key. It is disposed with the sandbox.</summary>
    public X509Certificate2 ClientCertificate => _certificates.Client;

    /// <summary>
    /// The latest requests, oldest first: at most 10,000, and as many as <see cref="CheckoutSandboxOptions.MaxLogBytes"/> holds. Empty if there were none.
    /// </summary>
    public IReadOnlyList<SandboxRequest> Requests => _requests.Snapshot();

    /// <summary>
    /// The https or http URL to which notifications are posted; null to post none. Notifications of events that happen while it is null
    /// are not posted later; the history contains them. Notifications that are not acknowledged yet are sent to the latest URL.
    /// </summary>
    /// <exception cref="ArgumentException">The value is not an absolute https or http URL, or contains a user name.</exception>
    public Uri? CallbackUrl
    {
        get => _queue.Url;
        set => _queue.Url = CheckoutSandboxOptions.GetCallbackUrlError(value) is { } error
            ? throw new ArgumentException($"{nameof(CallbackUrl)} {error}.", nameof(value))
            : value;
    }

    /// <summary>The latest completed attempts to deliver notifications, oldest first, limited as <see cref="Requests"/>; empty if there were none.</summary>
    public IReadOnlyList<SandboxDelivery> Deliveries => _deliveries.Snapshot();

    /// <summary>The latest calculation callbacks with their results, oldest first, limited as <see cref="Requests"/>; empty if there were none.</summary>
    public IReadOnlyList<SandboxCalculation> Calculations => _calculations.Snapshot();

    /// <summary>The faults to inject into requests and deliveries. There are none until a test adds them.</summary>
    public SandboxFaults Faults { get; private init; } = new();

    /// <summary>Starts a sandbox.</summary>
    /// <param name="options">The options; null for the defaults. They are read once, at the start.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <returns>The sandbox. Dispose it to stop the server.</returns>
    /// <exception cref="ArgumentException">An option is invalid; the message names it.</exception>
    /// <exception cref="IOException">The port is in use.</exception>
    /// <exception cref="OperationCanceledException">The start was canceled.</exception>
    public static Task<CheckoutSandbox> StartAsync(CheckoutSandboxOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new CheckoutSandboxOptions();
        options.Check();
        return StartCheckedAsync(options, cancellationToken);
    }

    /// <summary>
    /// Places an order for a cart, as a buyer did on the service's pages. The order is REVIEWING for the time of
    /// <see cref="CheckoutSandboxOptions.ReviewDelay"/>, which <see cref="AdvanceAsync"/> can skip. If the cart requests merchant
    /// calculations, the merchant is called first; <see cref="Calculations"/> contains the result.
    /// </summary>
    /// <param name="redirect">
    /// The response to the cart. For a cart that a browser posted, it is the <see cref="SandboxRequest.Response"/> of that request in
    /// <see cref="Requests"/>.
    /// </param>
    /// <param name="buyer">Sets the buyer's choices; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the call before the order is placed.</param>
    /// <returns>The notification of the new order.</returns>
    /// <exception cref="ArgumentException">
    /// The sandbox has no such cart; the shipping method is not offered at the address, or no method is; the cart accepts no codes; or a
    /// part of an address is missing.
    /// </exception>
    /// <exception cref="ArgumentNullException"><paramref name="redirect"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The cart has expired, or was ordered before: a cart becomes one order.</exception>
    /// <exception cref="OperationCanceledException">The call was canceled; no order was placed.</exception>
    public Task<NewOrderNotification> PlaceOrderAsync(CheckoutRedirect redirect, Action<SandboxBuyer>? buyer = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(redirect);
        return PlaceOrderForCartAsync(GetCartId(redirect), buyer, cancellationToken);
    }

    /// <summary>
    /// Moves the sandbox's clock ahead. Events that become due happen in order, each at its time. Then the method waits for deliveries,
    /// as <see cref="DeliverAsync"/> does.
    /// </summary>
    /// <param name="time">The time by which the clock moves; not negative.</param>
    /// <param name="cancellationToken">Cancels the call before the clock moves, or the wait for deliveries.</param>
    /// <returns>A task that completes when everything due has been delivered or has failed once.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is negative, or the clock would pass the year 9899; the clock does not move.</exception>
    /// <exception cref="ObjectDisposedException">The sandbox is disposed.</exception>
    /// <exception cref="OperationCanceledException">The call was canceled; the clock may have moved.</exception>
    public Task AdvanceAsync(TimeSpan time, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        return AdvanceAndDeliverAsync(time, cancellationToken);
    }

    /// <summary>
    /// Waits until every notification that is due has been delivered or has failed once, also those that are added in the meantime.
    /// Notifications are delivered without this call too. A failed delivery is repeated five seconds later by the sandbox's clock, then
    /// after ten seconds, and so on up to one hour, until the merchant acknowledges the notification.
    /// </summary>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>A task that completes when everything due has been delivered or has failed once.</returns>
    /// <exception cref="ObjectDisposedException">The sandbox is disposed.</exception>
    /// <exception cref="OperationCanceledException">The wait was canceled; the deliveries continue.</exception>
    public Task DeliverAsync(CancellationToken cancellationToken = default) => _queue.DeliverAsync(cancellationToken);

    /// <summary>Issues another certificate with its key for a client of this sandbox.</summary>
    /// <param name="commonName">The subject's common name, for example <c>shop.example.com</c> or <c>Tea, Inc.</c></param>
    /// <param name="forServersOnly">Whether the certificate's only usage is server authentication, as in certificates that merchants bought.</param>
    /// <returns>The certificate. The caller disposes it.</returns>
    /// <exception cref="ArgumentException"><paramref name="commonName"/> is null or empty.</exception>
    /// <exception cref="System.Security.Cryptography.CryptographicException"><paramref name="commonName"/> is not valid in a subject name.</exception>
    public X509Certificate2 IssueClientCertificate(string commonName, bool forServersOnly = false) => _certificates.IssueClient(commonName, forServersOnly);

    /// <summary>Stops the server. Running requests have one second to complete; running deliveries are canceled.</summary>
    /// <returns>A task that completes when the server has stopped.</returns>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        // In reverse order, each even if another throws.
        using var certificates = _certificates;
        using var service = _service;
        await using var server = _server.ConfigureAwait(false);
        using var merchant = _merchant;
        await using var queue = _queue.ConfigureAwait(false);
        if (_pages is not null)
        {
            await _pages.DisposeAsync().ConfigureAwait(false);
        }
    }

    DateTimeOffset IControlledSandbox.Now => _service.Now;

    IReadOnlyList<OrderSummary> IControlledSandbox.Orders() => _service.GetOrders();

    OrderSummary? IControlledSandbox.FindOrder(string googleOrderNumber) => _service.FindOrder(googleOrderNumber);

    private static async Task<CheckoutSandbox> StartCheckedAsync(CheckoutSandboxOptions options, CancellationToken cancellationToken)
    {
        var ids = new SandboxIds(options.Seed);
        var merchantId = options.MerchantId ?? ids.Number();
        var merchantKey = options.MerchantKey ?? ids.Token();
        var clock = new SandboxClock(options.TimeProvider);
        var requests = new SandboxLog<SandboxRequest>(options.MaxLogBytes, MemorySize.OfRequest);
        var deliveries = new SandboxLog<SandboxDelivery>(options.MaxLogBytes, MemorySize.OfDelivery);
        var merchant = new MerchantConnection($"{merchantId}:{merchantKey}", options.CallbackTrustedCertificate);
        var sender = new CallbackSender(clock, options.CallbackFormat, options.RequireAcknowledgedSerialNumber, merchant, options.CallbackTimeout);
        var faults = new SandboxFaults();
        var queue = new DeliveryQueue(clock, sender, faults.Notifications, deliveries, options.CallbackUrl);
        var calculations = new SandboxLog<SandboxCalculation>(options.MaxLogBytes, MemorySize.OfCalculation);
        var policy = MerchantPolicy.From(options);
        var pricer = new OrderPricer(new CalculationCaller(clock, merchant, options.CalculationTimeout, calculations), ids, policy, options.EnableCarrierRates);
        var service = new CheckoutService(clock, ids, policy, options.FilterNotifications ? new NotificationFilter(queue) : queue, () => queue.Url, options.MaxCartBytes);
        SandboxCertificates? certificates = null;
        PagesServer? pages = null;
        try
        {
            pages = options.PagesEndpoint is { } endpoint
                ? await PagesServer.StartAsync(endpoint, merchantId, antiforgery => new PageRouter(new PlaceOrderPage(service, pricer), new PurchasePages(service), antiforgery), cancellationToken).ConfigureAwait(false)
                : null;
            var buyerPage = new BuyerPageUrl(pages?.Address);
            certificates = new SandboxCertificates(merchantId);
            var credentials = new BasicCredentials(merchantId, merchantKey);
            var control = options.EnableControlApi ? new ControlHandler(credentials) : null;
            var validator = new RequestValidator(options.Rules.UnknownElements);
            var router = new RequestRouter(
                new ApiHandler(service, clock, merchantId, merchantKey, validator, faults, buyerPage, requests),
                new FormHandler(service, clock, merchantId, merchantKey, validator, options.RequireSignedCarts, buyerPage, requests),
                control);
            var server = await SandboxServer.StartAsync(options, certificates, router.HandleAsync, cancellationToken).ConfigureAwait(false);
            var sandbox = new CheckoutSandbox(merchantId, merchantKey, service, certificates, server, pages, merchant, queue, requests, deliveries, calculations, pricer) { Faults = faults };
            control?.Open(new ControlActions(sandbox, credentials));
            return sandbox;
        }
        catch
        {
            if (pages is not null)
            {
                await pages.DisposeAsync().ConfigureAwait(false);
            }

            certificates?.Dispose();
            service.Dispose();
            await queue.DisposeAsync().ConfigureAwait(false);
            merchant.Dispose();
            throw;
        }
    }

    private async Task<NewOrderNotification> PlaceOrderForCartAsync(string cartId, Action<SandboxBuyer>? configureBuyer, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var buyer = new SandboxBuyer();
        configureBuyer?.Invoke(buyer);
        var purchase = Purchase.From(buyer) with { CalculationError = _service.GetCalculationError(cartId) };

        // PlaceOrder finds the cart again: pricing may call the merchant, and the cart may expire in the meantime.
        var price = await _pricer.PriceAsync(_service.FindCart(cartId), purchase, cancellationToken).ConfigureAwait(false);
        return _service.PlaceOrder(cartId, purchase.Buyer, price);
    }

    private async Task AdvanceAndDeliverAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _service.Advance(time);
        await _queue.DeliverAsync(cancellationToken).ConfigureAwait(false);
    }

    private static string GetCartId(CheckoutRedirect redirect)
    {
        const string Parameter = "shoppingcart=";
        var query = Uri.TryCreate(redirect.RedirectUrl, UriKind.Absolute, out var url) ? url.Query : string.Empty;
        return query.TrimStart('?').Split('&').FirstOrDefault(part => part.StartsWith(Parameter, StringComparison.Ordinal))?[Parameter.Length..]
            ?? throw new ArgumentException("The redirect URL contains no shopping cart id.", nameof(redirect));
    }
}
