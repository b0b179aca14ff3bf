using GoogleCheckout.Carts;
using GoogleCheckout.Client;
using GoogleCheckout.Configuration;
using GoogleCheckout.Diagnostics;
using GoogleCheckout.Http;
using GoogleCheckout.Orders;

namespace GoogleCheckout;

/// <summary>
/// Asks the service to do things for one merchant: charge and ship orders, post carts, read notifications and reports.
/// It is thread-safe; keep one for the life of the program.
/// </summary>
/// <remarks>
/// <para>
/// A command is sent once, never again, whatever handlers are around. What only reads is repeated by
/// <see cref="CheckoutOptions.RetryQueries"/>.
/// </para>
/// <para>
/// Every operation throws <see cref="CheckoutApiException"/> when the service refuses, <see cref="CheckoutXmlException"/>
/// when its answer cannot be read, and <see cref="CheckoutException"/> when none came;
/// <see cref="CheckoutException.OutcomeUnknown"/> tells whether a command may have been carried out all the same.
/// Cancelling throws <see cref="OperationCanceledException"/>; a command that was on its way may have been carried out.
/// </para>
/// <para>
/// Usage errors, which are <see cref="ArgumentException"/> and types derived from it, are thrown at the call and before anything is
/// sent; all other exceptions are thrown by the returned task, or while enumerating. A method that returns an
/// <see cref="IAsyncEnumerable{T}"/> checks its arguments at the call, and a request that cannot be written while enumerating.
/// </para>
/// </remarks>
public partial class CheckoutClient : IDisposable
{
    private readonly RequestExecutor? _exchange;
    private readonly HttpMessageInvoker? _ownNetwork;

    /// <summary>Makes a client with connections of its own, which <see cref="Dispose()"/> closes.</summary>
    /// <param name="options">Who the merchant is. The key may be changed later, and works from the next request on.</param>
    /// <exception cref="ArgumentException">The options are incomplete; each fault is named.</exception>
    public CheckoutClient(CheckoutOptions options)
    {
        var handler = CheckoutHttpHandler.Create(options);
        var network = _ownNetwork = new HttpMessageInvoker(handler);
        _exchange = new RequestExecutor(() => options, () => network, Pipeline.Own, options.LoggerFactory.CreateLogger(Log.Category));
    }

    /// <summary>
    /// Makes a client that sends through the caller's <see cref="HttpClient"/>, which stays the caller's. The client
    /// certificate, the trusted certificate and the proxy of the options are the work of its handler:
    /// <see cref="CheckoutHttpHandler.Create(CheckoutOptions)"/> makes the right one. On another, a retry handler that
    /// copies a command's bytes into a request of its own cannot be stopped.
    /// </summary>
    /// <param name="httpClient">The client to send with. Its own timeout counts beside that of the options.</param>
    /// <param name="options">Who the merchant is. The key may be changed later, and works from the next request on.</param>
    /// <exception cref="ArgumentException">The options are incomplete; each fault is named.</exception>
    public CheckoutClient(HttpClient httpClient, CheckoutOptions options)
    {
        var given = httpClient ?? throw new ArgumentNullException(nameof(httpClient));
        var valid = CheckoutOptionsValidator.EnsureValid(options, nameof(options));
        _exchange = new RequestExecutor(() => valid, () => given, Pipeline.Given, valid.LoggerFactory.CreateLogger(Log.Category));
    }

    /// <summary>A client for tests: derive from it and override what the test needs.</summary>
    protected CheckoutClient()
    {
    }

    internal CheckoutClient(RequestExecutor exchange) => _exchange = exchange;

    /// <summary>Posts a cart, for the buyer to be sent to the address that comes back. Each post makes a cart of its own.</summary>
    /// <param name="cart">What the buyer has chosen.</param>
    /// <param name="cancellationToken">Stops the operation.</param>
    /// <exception cref="CartValidationException"><see cref="CartValidator.Validate(CheckoutShoppingCart, CheckoutOptions)"/> found faults; nothing was sent.</exception>
    /// <exception cref="CheckoutException">See the remarks of <see cref="CheckoutClient"/>.</exception>
    public virtual Task<CheckoutRedirect> CheckoutAsync(CheckoutShoppingCart cart, CancellationToken cancellationToken = default) =>
        AskAsync<CheckoutRedirect>(EnsureValid(cart, nameof(cart)), nameof(cart), cancellationToken);

    /// <summary>Has the service check a message without carrying it out. A cart that <see cref="CheckoutAsync"/> would refuse is sent, too: the service is to say what it makes of it.</summary>
    /// <param name="message">A cart, a command or another message that merchants send.</param>
    /// <param name="cancellationToken">Stops the operation.</param>
    /// <returns>What the service read, and its warnings.</returns>
    /// <exception cref="ArgumentException">The message is one that the service sends, or lacks what the schema requires.</exception>
    /// <exception cref="CheckoutException">See the remarks of <see cref="CheckoutClient"/>.</exception>
    public virtual Task<DiagnoseResponse> DiagnoseAsync(CheckoutMessage message, CancellationToken cancellationToken = default) =>
        Executor.AskAsync(Operations.Of(message, nameof(message)).Diagnosed(), message, answer => answer as DiagnoseResponse, cancellationToken);

    /// <summary>Asks whether the service is there and accepts id, key and certificate.</summary>
    /// <param name="cancellationToken">Stops the operation.</param>
    /// <exception cref="CheckoutException">See the remarks of <see cref="CheckoutClient"/>.</exception>
    public virtual Task<Bye> HelloAsync(CancellationToken cancellationToken = default) =>
        AskAsync<Bye>(new Hello(), string.Empty, cancellationToken);

    /// <summary>Closes the connections the client owns; those of a given <see cref="HttpClient"/> are not its own.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the connections the client owns.</summary>
    /// <param name="disposing">Whether <see cref="Dispose()"/> was called.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _ownNetwork?.Dispose();
        }
    }

    private RequestExecutor Executor => _exchange ?? throw new InvalidOperationException(
        $"This {nameof(CheckoutClient)} was made by its constructor for tests and can send nothing: override the method in the test.");

    private Task<RequestReceivedResponse> CommandAsync(OrderCommand command, CancellationToken cancellationToken, string? parameter = null)
    {
        OrderCommandValidator.EnsureValid(command, parameter);
        return AskAsync<RequestReceivedResponse>(command, parameter ?? nameof(command), cancellationToken);
    }

    private CheckoutShoppingCart EnsureValid(CheckoutShoppingCart cart, string parameter)
    {
        var faults = (cart ?? throw new ArgumentNullException(parameter)).Validate(Executor.Options);
        return faults.Count == 0 ? cart : throw new CartValidationException(faults, parameter);
    }

    private Task<TAnswer> AskAsync<TAnswer>(CheckoutMessage request, string parameter, CancellationToken cancellationToken)
        where TAnswer : CheckoutMessage =>
        Executor.AskAsync(Operations.Of(request, parameter), request, answer => answer as TAnswer, cancellationToken);
}
