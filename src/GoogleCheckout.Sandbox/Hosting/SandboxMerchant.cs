using System.Security.Cryptography.X509Certificates;
using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using GoogleCheckout.Sandbox.Accounts;
using GoogleCheckout.Sandbox.Control;
using GoogleCheckout.Sandbox.Hosting;
using GoogleCheckout.Sandbox.Orders;

namespace GoogleCheckout.Sandbox;

/// <summary>A merchant of a sandbox, with its own credentials, client certificate, carts, orders and notifications. Thread-safe.</summary>
/// <remarks>
/// Asynchronous methods throw an <see cref="ArgumentException"/> at the call if an argument is invalid in itself, for example null. All
/// other exceptions are in the returned task, also those that depend on the sandbox: an unknown order number, or an order in another state.
/// </remarks>
public sealed partial class SandboxMerchant : IControlledSandbox
{
    private readonly CheckoutSandbox _sandbox;
    private readonly SandboxCertificates _certificates;
    private readonly MerchantAccount _account;

    internal SandboxMerchant(CheckoutSandbox sandbox, SandboxCertificates certificates, MerchantAccount account)
    {
        _sandbox = sandbox;
        _certificates = certificates;
        _account = account;
        ClientCertificate = certificates.IssueMerchant(account.Id);
        account.AddCertificate(ClientCertificate);
        ConnectEvents();
    }

    /// <summary>The merchant's id.</summary>
    public string MerchantId => _account.Id;

    /// <summary>The merchant's key.</summary>
    public string MerchantKey => _account.Key;

    /// <summary>The merchant's client certificate with its key. It is disposed with the sandbox.</summary>
    public X509Certificate2 ClientCertificate { get; }

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
        get => _account.Settings.CallbackUrl;
        set
        {
            if (SandboxMerchantOptions.GetCallbackUrlError(value) is { } error)
            {
                throw new ArgumentException($"{nameof(CallbackUrl)} {error}.", nameof(value));
            }

            _account.ChangeSettings(settings => settings with { CallbackUrl = value });
        }
    }

    /// <summary>The latest completed attempts to deliver notifications, oldest first, limited as <see cref="Requests"/>; empty if there were none.</summary>
    public IReadOnlyList<SandboxDelivery> Deliveries => _account.Deliveries.Snapshot();

    /// <summary>The latest calculation callbacks with their results, oldest first, limited as <see cref="Requests"/>; empty if there were none.</summary>
    public IReadOnlyList<SandboxCalculation> Calculations => _account.Calculations.Snapshot();

    /// <summary>The faults to inject into requests and deliveries. There are none until a test adds them.</summary>
    public SandboxFaults Faults => _account.Faults;

    /// <summary>
    /// Places an order for a cart, as a buyer did on the service's pages. The order is REVIEWING for the time of
    /// <see cref="SandboxMerchantOptions.ReviewDelay"/>, which <see cref="CheckoutSandbox.AdvanceAsync"/> can skip. If the cart requests merchant
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
    /// The merchant has no such cart; the shipping method is not offered at the address, or no method is; the cart accepts no codes; or a
    /// part of an address is missing.
    /// </exception>
    /// <exception cref="ArgumentNullException"><paramref name="redirect"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The cart has expired, or was ordered before: a cart becomes one order, unless <see cref="SandboxRules.OrderCartAgain"/>.</exception>
    /// <exception cref="OperationCanceledException">The call was canceled; no order was placed.</exception>
    public Task<NewOrderNotification> PlaceOrderAsync(CheckoutRedirect redirect, Action<SandboxBuyer>? buyer = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(redirect);
        return PlaceOrderForCartAsync(GetCartId(redirect), buyer, cancellationToken);
    }

    /// <summary>Issues another certificate with its key for a client of this merchant.</summary>
    /// <param name="commonName">The subject's common name, for example <c>shop.example.com</c> or <c>Tea, Inc.</c></param>
    /// <param name="forServersOnly">Whether the certificate's only usage is server authentication, as in certificates that merchants bought.</param>
    /// <returns>The certificate. The caller disposes it.</returns>
    /// <exception cref="ArgumentException"><paramref name="commonName"/> is null or empty.</exception>
    /// <exception cref="System.Security.Cryptography.CryptographicException"><paramref name="commonName"/> is not valid in a subject name.</exception>
    public X509Certificate2 IssueClientCertificate(string commonName, bool forServersOnly = false)
    {
        var certificate = _certificates.IssueClient(commonName, forServersOnly);
        _account.AddCertificate(certificate);
        return certificate;
    }

    DateTimeOffset IControlledSandbox.Now => _account.Service.Now;

    IReadOnlyList<OrderSummary> IControlledSandbox.Orders() => _account.Service.GetOrders();

    OrderSummary? IControlledSandbox.FindOrder(string googleOrderNumber) => _account.Service.FindOrder(googleOrderNumber);

    Task IControlledSandbox.AdvanceAsync(TimeSpan time, CancellationToken cancellationToken) => _sandbox.AdvanceAsync(time, cancellationToken);

    IReadOnlyList<(string SerialNumber, DateTimeOffset DueAt)> IControlledSandbox.GetWaitingDeliveries() =>
        [.. _account.Queue.GetWaiting(int.MaxValue).Select(waiting => (waiting.Notification.SerialNumber, waiting.DueAt))];

    Task IControlledSandbox.DeliverAsync(CancellationToken cancellationToken) => _account.Queue.DeliverAsync(cancellationToken);

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

    private static string GetCartId(CheckoutRedirect redirect)
    {
        const string Parameter = "shoppingcart=";
        var query = Uri.TryCreate(redirect.RedirectUrl, UriKind.Absolute, out var url) ? url.Query : string.Empty;
        return query.TrimStart('?').Split('&').FirstOrDefault(part => part.StartsWith(Parameter, StringComparison.Ordinal))?[Parameter.Length..]
            ?? throw new ArgumentException("The redirect URL contains no shopping cart id.", nameof(redirect));
    }
}
