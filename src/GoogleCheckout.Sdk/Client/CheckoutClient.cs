using GoogleCheckout.Carts;
using GoogleCheckout.Client;
using GoogleCheckout.Configuration;
using GoogleCheckout.Diagnostics;
using GoogleCheckout.Http;
using GoogleCheckout.Orders;
using Microsoft.Extensions.Logging;

namespace GoogleCheckout;

/// <summary>
/// Sends requests to the service for one merchant: posts carts, charges and ships orders, queries notifications and reports.
/// Thread-safe; use one client for the lifetime of the program.
/// </summary>
/// <remarks>
/// <para>
/// Commands are never retried, even if the <see cref="HttpClient"/> has retry handlers. Queries are retried if
/// <see cref="CheckoutOptions.RetryQueries"/> is true.
/// </para>
/// <para>
/// Every method throws <see cref="CheckoutApiException"/> if the service refuses, <see cref="CheckoutXmlException"/>
/// if its response cannot be read, and <see cref="CheckoutException"/> if there is no usable response;
/// <see cref="CheckoutException.OutcomeUnknown"/> says whether a command may have been executed.
/// Cancellation throws <see cref="OperationCanceledException"/>; a command that was being sent may have been executed.
/// </para>
/// <para>
/// Usage errors, which are <see cref="ArgumentException"/> and derived types, are thrown by the call itself, before anything is
/// sent. All other exceptions are thrown by the returned task, or while enumerating. A method that returns an
/// <see cref="IAsyncEnumerable{T}"/> checks its arguments in the call; if the request cannot be written, it throws while enumerating.
/// </para>
/// </remarks>
public partial class CheckoutClient : IDisposable
{
    private readonly RequestExecutor? _executor;
    private readonly HttpMessageInvoker? _ownInvoker;

    /// <summary>Creates a client with its own connections, which <see cref="Dispose()"/> closes.</summary>
    /// <param name="options">The merchant and the service. A later change of the key applies from the next request on.</param>
    /// <exception cref="ArgumentException">The options are invalid. The message lists all errors.</exception>
    public CheckoutClient(CheckoutOptions options)
    {
        var handler = CheckoutHttpHandler.Create(options);
        var invoker = _ownInvoker = new HttpMessageInvoker(handler);
        _executor = new RequestExecutor(() => options, () => invoker, Pipeline.Own, CreateLogger(options));
    }

    /// <summary>
    /// Creates a client that sends with the caller's <see cref="HttpClient"/> and does not dispose it. The handler of the
    /// <see cref="HttpClient"/> determines client certificate, trusted certificate and proxy:
    /// <see cref="CheckoutHttpHandler.Create(CheckoutOptions)"/> creates one that uses the options. With any other handler, the
    /// client cannot stop a retry handler that copies a command's bytes into a new request.
    /// </summary>
    /// <param name="httpClient">The client to send with. Its timeout applies in addition to <see cref="CheckoutOptions.Timeout"/>.</param>
    /// <param name="options">The merchant and the service. A later change of the key applies from the next request on.</param>
    /// <exception cref="ArgumentException">The options are invalid. The message lists all errors.</exception>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public CheckoutClient(HttpClient httpClient, CheckoutOptions options)
    {
        var caller = httpClient ?? throw new ArgumentNullException(nameof(httpClient));
        var valid = CheckoutOptionsValidator.EnsureValid(options, nameof(options));
        _executor = new RequestExecutor(() => valid, () => caller, Pipeline.Given, CreateLogger(valid));
    }

    /// <summary>Creates a client for tests. Derive from the class, and override the methods that the test needs.</summary>
    protected CheckoutClient()
    {
    }

    internal CheckoutClient(RequestExecutor executor) => _executor = executor;

    /// <summary>Posts a cart. Redirect the buyer to the URL in the response. Each call creates a new cart at the service.</summary>
    /// <param name="cart">The cart.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The response with the URL, which is an absolute http or https URL.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="cart"/> is null.</exception>
    /// <exception cref="CartValidationException"><see cref="CartValidator.Validate(CheckoutShoppingCart, CheckoutOptions)"/> found errors. Nothing was sent.</exception>
    /// <exception cref="CheckoutApiException">The service refused the cart.</exception>
    /// <exception cref="CheckoutXmlException">The response cannot be read, or its URL is not an absolute http or https URL. The service may have accepted the cart.</exception>
    /// <exception cref="CheckoutException">There is no usable response. <see cref="CheckoutException.OutcomeUnknown"/> says whether the service may have accepted the cart.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled. The service may have accepted the cart.</exception>
    public virtual Task<CheckoutRedirect> CheckoutAsync(CheckoutShoppingCart cart, CancellationToken cancellationToken = default) =>
        CheckoutAsync(cart, skipValidation: false, cancellationToken);

    /// <summary>Posts a cart to the service, if requested without validation: the service then decides whether it accepts the cart.</summary>
    /// <param name="cart">The cart that the buyer pays for.</param>
    /// <param name="skipValidation">
    /// True to send a cart in which <see cref="CartValidator.Validate(CheckoutShoppingCart, CheckoutOptions)"/> finds errors. Only what cannot
    /// be written as XML is rejected.
    /// </param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The response with the URL to redirect the buyer to, which is an absolute http or https URL.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="cart"/> is null.</exception>
    /// <exception cref="CartValidationException">The cart has errors, and <paramref name="skipValidation"/> is false. Nothing was sent.</exception>
    /// <exception cref="ArgumentException">The cart lacks something that the schema requires, so that it cannot be written. Nothing was sent.</exception>
    /// <exception cref="CheckoutApiException">The service refused the cart.</exception>
    /// <exception cref="CheckoutXmlException">The response cannot be read, or its URL is not an absolute http or https URL. The cart may have been accepted.</exception>
    /// <exception cref="CheckoutException">There is no usable response. <see cref="CheckoutException.OutcomeUnknown"/> says whether the cart may have been accepted.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled. The cart may have been accepted.</exception>
    public virtual Task<CheckoutRedirect> CheckoutAsync(CheckoutShoppingCart cart, bool skipValidation, CancellationToken cancellationToken = default)
    {
        _ = cart ?? throw new ArgumentNullException(nameof(cart));
        var valid = skipValidation ? cart : CartValidator.EnsureValid(cart, Executor.Options, nameof(cart));
        return SendMessageAsync<CheckoutRedirect>(valid, nameof(cart), ResponseMismatch.Find, cancellationToken);
    }

    /// <summary>Lets the service check a message without executing it. A cart is not validated first, so the service also checks carts that <see cref="CheckoutAsync(CheckoutShoppingCart, CancellationToken)"/> rejects.</summary>
    /// <param name="message">A cart, a command or another message that merchants send.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The message as the service read it, and its warnings.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="message"/> is null.</exception>
    /// <exception cref="ArgumentException">The message is one that the service sends, or lacks something that the schema requires.</exception>
    /// <exception cref="CheckoutApiException">The service refused the request.</exception>
    /// <exception cref="CheckoutXmlException">The response cannot be read.</exception>
    /// <exception cref="CheckoutException">There is no usable response. A query changes nothing, so <see cref="CheckoutException.OutcomeUnknown"/> is false.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public virtual Task<DiagnoseResponse> DiagnoseAsync(CheckoutMessage message, CancellationToken cancellationToken = default) =>
        Executor.SendAsync(Operations.Of(message, nameof(message)).ToDiagnosis(), message, response => response as DiagnoseResponse, _ => null, cancellationToken);

    /// <summary>Checks whether the service responds and accepts the merchant id, the key and the client certificate.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The response of the service.</returns>
    /// <exception cref="CheckoutApiException">The service refused the request.</exception>
    /// <exception cref="CheckoutXmlException">The response cannot be read.</exception>
    /// <exception cref="CheckoutException">There is no usable response. A query changes nothing, so <see cref="CheckoutException.OutcomeUnknown"/> is false.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public virtual Task<Bye> HelloAsync(CancellationToken cancellationToken = default) =>
        SendMessageAsync<Bye>(new Hello(), string.Empty, _ => null, cancellationToken);

    /// <summary>Closes the client's own connections. An <see cref="HttpClient"/> that was passed to the constructor is not disposed.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the client's own connections.</summary>
    /// <param name="disposing">True if <see cref="Dispose()"/> was called.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _ownInvoker?.Dispose();
        }
    }

    private RequestExecutor Executor => _executor ?? throw new InvalidOperationException(
        $"This {nameof(CheckoutClient)} was created with the constructor for tests, so it cannot send requests. Override the method in the test.");

    /// <summary>Creates the logger, and logs what is probably wrong in the options.</summary>
    private static ILogger CreateLogger(CheckoutOptions options)
    {
        var logger = options.LoggerFactory.CreateLogger(Log.Category);
        foreach (var warning in CheckoutOptionsValidator.GetWarnings(options))
        {
            Log.OptionsDoubtful(logger, warning);
        }

        return logger;
    }

    private Task<RequestReceivedResponse> CommandAsync(OrderCommand command, CancellationToken cancellationToken, string? parameter = null)
    {
        OrderCommandValidator.EnsureValid(command, parameter);
        return SendMessageAsync<RequestReceivedResponse>(command, parameter ?? nameof(command), receipt => ResponseMismatch.Find(command, receipt), cancellationToken);
    }

    private Task<TResponse> SendMessageAsync<TResponse>(CheckoutMessage request, string parameter, Func<TResponse, string?> findMismatch, CancellationToken cancellationToken)
        where TResponse : CheckoutMessage =>
        Executor.SendAsync(Operations.Of(request, parameter), request, response => response as TResponse, findMismatch, cancellationToken);
}
