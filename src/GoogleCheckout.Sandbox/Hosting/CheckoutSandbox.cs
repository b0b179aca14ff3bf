using System.Security.Cryptography.X509Certificates;
using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using GoogleCheckout.Sandbox.Accounts;
using GoogleCheckout.Sandbox.Api;
using GoogleCheckout.Sandbox.Control;
using GoogleCheckout.Sandbox.Hosting;
using GoogleCheckout.Sandbox.Infrastructure;
using GoogleCheckout.Sandbox.Orders;
using GoogleCheckout.Sandbox.Pages;

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

    private readonly MerchantAccounts _accounts;
    private readonly MerchantAccount _account;
    private readonly SandboxCertificates _certificates;
    private readonly SandboxServer _server;
    private readonly PagesServer? _pages;
    private int _disposed;

    private CheckoutSandbox(MerchantAccounts accounts, SandboxCertificates certificates, SandboxServer server, PagesServer? pages)
    {
        _accounts = accounts;
        _account = accounts.Default;
        _certificates = certificates;
        _server = server;
        _pages = pages;
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
    public string MerchantId => _account.Id;

    /// <summary>The merchant's key.</summary>
    public string MerchantKey => _account.Key;

    /// <summary>The certificate authority that issued the server's certificate, created for this sandbox only. Clients must trust it.</summary>
    public X509Certificate2 CertificateAuthority => _certificates.Authority;

    /// <summary>The merchant's client certificate with its key. It is disposed with the sandbox.</summary>
    public X509Certificate2 ClientCertificate => _certificates.Client;

    /// <summary>
    /// The latest requests, oldest first: at most 10,000, and as many as <see cref="CheckoutSandboxOptions.MaxLogBytes"/> holds. Empty if there were none.
    /// </summary>
    public IReadOnlyList<SandboxRequest> Requests => _account.Requests.Snapshot();

    /// <summary>
    /// The https or http URL to which notifications are posted; null to post none. Notifications of events that happen while it is null
    /// are not posted later; the history contains them. Notifications that are not acknowledged yet are sent to the latest URL.
    /// </summary>
    /// <exception cref="ArgumentException">The value is not an absolute https or http URL, or contains a user name.</exception>
    public Uri? CallbackUrl
    {
        get => _account.Queue.Url;
        set => _account.Queue.Url = CheckoutSandboxOptions.GetCallbackUrlError(value) is { } error
            ? throw new ArgumentException($"{nameof(CallbackUrl)} {error}.", nameof(value))
            : value;
    }

    /// <summary>The latest completed attempts to deliver notifications, oldest first, limited as <see cref="Requests"/>; empty if there were none.</summary>
    public IReadOnlyList<SandboxDelivery> Deliveries => _account.Deliveries.Snapshot();

    /// <summary>The latest calculation callbacks with their results, oldest first, limited as <see cref="Requests"/>; empty if there were none.</summary>
    public IReadOnlyList<SandboxCalculation> Calculations => _account.Calculations.Snapshot();

    /// <summary>The faults to inject into requests and deliveries. There are none until a test adds them.</summary>
    public SandboxFaults Faults => _account.Faults;

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
    public Task DeliverAsync(CancellationToken cancellationToken = default) => _accounts.DeliverAsync(cancellationToken);

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
        await using var server = _server.ConfigureAwait(false);
        await using var accounts = _accounts.ConfigureAwait(false);
        if (_pages is not null)
        {
            await _pages.DisposeAsync().ConfigureAwait(false);
        }
    }

    DateTimeOffset IControlledSandbox.Now => _accounts.Now;

    IReadOnlyList<OrderSummary> IControlledSandbox.Orders() => _account.Service.GetOrders();

    OrderSummary? IControlledSandbox.FindOrder(string googleOrderNumber) => _account.Service.FindOrder(googleOrderNumber);

    private static async Task<CheckoutSandbox> StartCheckedAsync(CheckoutSandboxOptions options, CancellationToken cancellationToken)
    {
        var ids = new SandboxIds(options.Seed);
        var clock = new SandboxClock(options.TimeProvider);
        var accounts = new MerchantAccounts(clock, [new MerchantAccount(options, ids, clock)]);
        SandboxCertificates? certificates = null;
        PagesServer? pages = null;
        try
        {
            var account = accounts.Default;
            pages = options.PagesEndpoint is { } endpoint
                ? await PagesServer.StartAsync(endpoint, account.Id, antiforgery => new PageRouter(accounts, antiforgery), cancellationToken).ConfigureAwait(false)
                : null;
            var buyerPage = new BuyerPageUrl(pages?.Address);
            certificates = new SandboxCertificates(account.Id);
            var control = options.EnableControlApi ? new ControlHandler(account) : null;
            var validator = new RequestValidator(options.Rules.UnknownElements);
            var router = new RequestRouter(new ApiHandler(account, validator, buyerPage), new FormHandler(account, validator, buyerPage), control);
            var server = await SandboxServer.StartAsync(options, certificates, router.HandleAsync, cancellationToken).ConfigureAwait(false);
            var sandbox = new CheckoutSandbox(accounts, certificates, server, pages);
            control?.Open(new ControlActions(sandbox, account.Credentials));
            return sandbox;
        }
        catch
        {
            if (pages is not null)
            {
                await pages.DisposeAsync().ConfigureAwait(false);
            }

            certificates?.Dispose();
            await accounts.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task<NewOrderNotification> PlaceOrderForCartAsync(string cartId, Action<SandboxBuyer>? configureBuyer, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var buyer = new SandboxBuyer();
        configureBuyer?.Invoke(buyer);
        var purchase = Purchase.From(buyer) with { CalculationError = _account.Service.GetCalculationError(cartId) };

        // PlaceOrder finds the cart again: pricing may call the merchant, and the cart may expire in the meantime.
        var price = await _account.Pricer.PriceAsync(_account.Service.FindCart(cartId), purchase, cancellationToken).ConfigureAwait(false);
        return _account.Service.PlaceOrder(cartId, purchase.Buyer, price);
    }

    private async Task AdvanceAndDeliverAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _accounts.Advance(time);
        await _accounts.DeliverAsync(cancellationToken).ConfigureAwait(false);
    }

    private static string GetCartId(CheckoutRedirect redirect)
    {
        const string Parameter = "shoppingcart=";
        var query = Uri.TryCreate(redirect.RedirectUrl, UriKind.Absolute, out var url) ? url.Query : string.Empty;
        return query.TrimStart('?').Split('&').FirstOrDefault(part => part.StartsWith(Parameter, StringComparison.Ordinal))?[Parameter.Length..]
            ?? throw new ArgumentException("The redirect URL contains no shopping cart id.", nameof(redirect));
    }
}
