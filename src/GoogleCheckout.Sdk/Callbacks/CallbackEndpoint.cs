using GoogleCheckout.Calculations;
using GoogleCheckout.Diagnostics;
using GoogleCheckout.Http;
using GoogleCheckout.Notifications;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace GoogleCheckout.Callbacks;

/// <summary>
/// The merchant's callback URL, for any web host. Authenticates and reads a request, calls the handler and returns the response.
/// For ASP.NET Core, <c>MapGoogleCheckout</c> of <c>GoogleCheckout.Sdk.AspNetCore</c> maps an endpoint. Create one instance and keep
/// it until the program stops. Instances are thread-safe.
/// </summary>
/// <remarks>
/// The endpoint accepts XML notifications with the merchant's credentials, name/value and serial-number posts, whose notification it
/// fetches, and calculation callbacks. The status is 200 with the acknowledgment after the handler has finished; 400 if the request
/// cannot be read or the service does not know the notification; 401 for wrong credentials; 403 if HTTPS is required; 405 if the
/// method is not POST; 408 if the body is too slow; 413 if it is too large; 500 if a handler fails; 503 if the notification cannot be
/// fetched now, or a calculation is not finished in time. Only an acknowledgment and the results of a calculation have a body. Details
/// are logged, not returned to the caller.
/// </remarks>
public sealed class CallbackEndpoint : IDisposable
{
    private const int MaxFormBytes = 64 * 1024;
    private const int MaxIssues = 20;
    private const string CalculationType = "merchant-calculation-callback";
    private const string NoCredentials =
        "it has no credentials. Some servers and proxies keep the Authorization header for themselves: see \"Servers that keep the Authorization header\" in docs/notifications.md";

    private const string NameValueCalculation =
        "it is a calculation callback in name/value fields, which the endpoint does not support; the service uses the values in the cart. " +
        "In the settings of the merchant's account, under Integration, change the callback contents from HTML to \"Notification as XML\" or \"Notification Serial Number\"";

    private readonly CallbackMerchants _merchants;
    private readonly IOptionsMonitor<CallbackOptions> _options;
    private readonly NotificationValidator _validator = new();
    private readonly NotificationReceiver _receiver;
    private readonly NotificationFetcher _fetcher;
    private readonly CalculationResponder _calculations;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private CallbackOptions? _lastValid;
    private string? _lastErrors;

    /// <summary>Creates the endpoint of one merchant, or of all registered merchants.</summary>
    /// <param name="services">The root service provider.</param>
    /// <param name="merchant">
    /// The registered name of the merchant; null for all registered merchants, which are identified by their credentials.
    /// Serial-number posts have no credentials, so with several merchants they need an endpoint for each merchant.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The merchant is not registered, or no handler is registered.</exception>
    /// <exception cref="OptionsValidationException">The options of the merchant or the <see cref="CallbackOptions"/> are not valid. The message contains each error.</exception>
    public CallbackEndpoint(IServiceProvider services, string? merchant = null)
    {
        ThrowIfNoHandler(services ?? throw new ArgumentNullException(nameof(services)));
        _merchants = new CallbackMerchants(services, merchant);
        _options = services.GetRequiredService<IOptionsMonitor<CallbackOptions>>();
        _clock = services.GetService<TimeProvider>() ?? TimeProvider.System;
        _logger = services.GetService<ILoggerFactory>()?.CreateLogger(CallbackLog.Category) ?? NullLogger.Instance;
        _receiver = services.GetRequiredService<NotificationReceiver>();
        _fetcher = new NotificationFetcher(_clock, _logger);
        _calculations = new CalculationResponder(services.GetRequiredService<IServiceScopeFactory>(), _clock, _logger);
        _ = GetOptions();
        if (services.GetService<NotificationDispatcher>()?.HasHandlers != true)
        {
            CallbackLog.OnlyCalculations(_logger);
        }
    }

    /// <summary>Handles a request to the callback URL.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancel it when the service closes the connection or the program stops. It cancels the handler, and the notification is not acknowledged.</param>
    /// <returns>The response to send.</returns>
    /// <exception cref="OperationCanceledException">
    /// The token was canceled. A notification of the request is not acknowledged: if the sender still waits, respond with status 503, never with 200.
    /// </exception>
    /// <exception cref="IOException">The host cannot read the body. If the sender still waits, respond with status 400.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null. It is thrown at the call; all other exceptions, by the returned task.</exception>
    public Task<CallbackResponse> HandleAsync(CallbackRequest request, CancellationToken cancellationToken = default) =>
        HandleRequestAsync(request ?? throw new ArgumentNullException(nameof(request)), cancellationToken);

    /// <summary>Releases the resources for fetching notifications.</summary>
    public void Dispose() => _fetcher.Dispose();

    private async Task<CallbackResponse> HandleRequestAsync(CallbackRequest request, CancellationToken cancellationToken)
    {
        var (arrived, merchants, options) = (_clock.GetTimestamp(), _merchants.Current, GetOptions());
        if (!request.Method.Equals("POST", StringComparison.OrdinalIgnoreCase))
        {
            return Reject(CallbackResponses.NotAPost, "its method is not POST");
        }

        if (!request.IsHttps && (options.RequireHttps ?? merchants.AnyInProduction))
        {
            return Reject(CallbackResponses.NotOverHttps, "it is not HTTPS. If a proxy terminates TLS, configure the host to read the forwarded headers");
        }

        var (merchant, isXml) = (merchants.Authenticator.Authenticate(request.Authorization), NotificationParser.IsXml(request.ContentType));
        if (merchant is null && (isXml || request.Authorization is not null))
        {
            return Reject(CallbackResponses.NotAuthentic, request.Authorization is null ? NoCredentials : "its credentials are wrong");
        }

        return isXml
            ? await HandleXmlAsync(request, merchant!, options, arrived, cancellationToken).ConfigureAwait(false)
            : await HandleFormAsync(request, merchant, options, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<CallbackResponse> HandleXmlAsync(CallbackRequest request, string merchant, CallbackOptions options, long arrived, CancellationToken cancellationToken)
    {
        var (body, rejection) = await ReadAsync(request, options.MaxBodyBytes, options.BodyTimeout, cancellationToken).ConfigureAwait(false);
        if (rejection is not null)
        {
            return rejection;
        }

        CheckoutMessage message;
        try
        {
            message = CheckoutXml.ParseOwned(body, options.MaxBodyBytes);
        }
        catch (CheckoutXmlException e)
        {
            var reason = MerchantSecrets.OfAuthorization(request.Authorization).Mask(e.Message);
            return Reject(CallbackResponses.NotReadable, body.Length < request.ContentLength ? $"{reason} Only {body.Length} of the announced {request.ContentLength} bytes were left." : reason);
        }

        return message switch
        {
            Notification notification => await HandleNotificationAsync(notification, merchant, options, cancellationToken).ConfigureAwait(false),
            MerchantCalculationCallback callback => await _calculations.GetAsync(callback, options, arrived, cancellationToken).ConfigureAwait(false),
            RequestReceivedResponse received => Acknowledge(message, received.SerialNumber),
            ErrorResponse error => Acknowledge(message, error.SerialNumber),
            DiagnoseResponse diagnosis => Acknowledge(message, diagnosis.SerialNumber),
            UnknownMessage => Reject(CallbackResponses.NotReadable, $"the protocol has no message {Xml.MessageCodecs.NameOf(message)}"),
            _ => Reject(CallbackResponses.NotReadable, $"the service does not send a {Xml.MessageCodecs.NameOf(message)} to merchants"),
        };
    }

    /// <param name="request">The request.</param>
    /// <param name="authenticated">
    /// The authenticated merchant. Null if the request has no credentials; it is then routed only if the endpoint has one merchant.
    /// </param>
    /// <param name="options">The options for this request.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    private async ValueTask<CallbackResponse> HandleFormAsync(CallbackRequest request, string? authenticated, CallbackOptions options, CancellationToken cancellationToken)
    {
        var maxBytes = authenticated is null ? Math.Min(MaxFormBytes, options.MaxBodyBytes) : options.MaxBodyBytes;
        var (body, rejection) = await ReadAsync(request, maxBytes, options.BodyTimeout, cancellationToken).ConfigureAwait(false);
        if (rejection is not null)
        {
            return rejection;
        }

        if (NotificationParser.GetMessageType(body) == CalculationType)
        {
            return Reject(CallbackResponses.NotReadable, NameValueCalculation);
        }

        if (NotificationParser.GetSerialNumber(body) is not { } serialNumber)
        {
            return Reject(CallbackResponses.NotReadable, "its Content-Type is not XML, and its form fields contain no serial number");
        }

        if ((authenticated ?? _merchants.SingleMerchant) is not { } merchant)
        {
            return Reject(CallbackResponses.NotReadable, "it has a serial number but no credentials, and several merchants are registered. Map an endpoint for each merchant");
        }

        var (notification, notFetched) = await _fetcher.FetchAsync(_merchants.GetClient(merchant), serialNumber, options, cancellationToken).ConfigureAwait(false);
        return notification is null ? notFetched! : await HandleNotificationAsync(notification, merchant, options, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<CallbackResponse> HandleNotificationAsync(Notification notification, string merchant, CallbackOptions options, CancellationToken cancellationToken)
    {
        try
        {
            if (!IsConsistent(notification, options) && options.RejectInconsistentNotifications)
            {
                return Reject(CallbackResponses.NotReadable, $"{notification} is inconsistent");
            }

            var handled = await _receiver.ReceiveAsync(notification, merchant, cancellationToken).ConfigureAwait(false);
            CallbackLog.Acknowledged(_logger, notification, handled);
            return new CallbackResponse(new NotificationAcknowledgment { SerialNumber = notification.SerialNumber });
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            CallbackLog.HungUp(_logger, notification);
            throw;
        }
        catch (Exception e)
        {
            CallbackLog.HandlerFailed(_logger, notification, e);
            return CallbackResponses.HandlerFailed;
        }
    }

    private bool IsConsistent(Notification notification, CallbackOptions options)
    {
        if (!options.RejectInconsistentNotifications && !_logger.IsEnabled(LogLevel.Warning))
        {
            return true;
        }

        var issues = _validator.Validate(notification);
        foreach (var issue in issues.Take(MaxIssues))
        {
            CallbackLog.Contradiction(_logger, notification, issue.Path, issue.Reason);
        }

        return issues.Count == 0;
    }

    private async ValueTask<(byte[] Body, CallbackResponse? Rejection)> ReadAsync(CallbackRequest request, int maxBytes, TimeSpan timeout, CancellationToken cancellationToken)
    {
        try
        {
            var (body, rejection, reason) = await CallbackBody.ReadAsync(request, maxBytes, _clock, timeout, cancellationToken).ConfigureAwait(false);
            return (body, rejection is null ? null : Reject(rejection, reason));
        }
        catch (IOException e)
        {
            CallbackLog.BodyNotRead(_logger, QuotedText.Of(e.Message, QuotedText.LineLength));
            throw;
        }
    }

    private CallbackOptions GetOptions()
    {
        try
        {
            _lastValid = _options.CurrentValue;
            _lastErrors = null;
            return _lastValid;
        }
        catch (OptionsValidationException e) when (_lastValid is not null)
        {
            if (Interlocked.Exchange(ref _lastErrors, e.Message) != e.Message)
            {
                CallbackLog.OptionsRejected(_logger, e.Message);
            }

            return _lastValid;
        }
    }

    private CallbackResponse Acknowledge(CheckoutMessage message, string? serialNumber)
    {
        CallbackLog.NoNotification(_logger, Xml.MessageCodecs.NameOf(message));
        return new CallbackResponse(new NotificationAcknowledgment { SerialNumber = serialNumber });
    }

    private CallbackResponse Reject(CallbackResponse response, string reason)
    {
        CallbackLog.Refused(_logger, response.StatusCode, reason);
        return response;
    }

    private static void ThrowIfNoHandler(IServiceProvider services)
    {
        if (services.GetService<NotificationDispatcher>()?.HasHandlers != true && services.GetService<IServiceProviderIsService>()?.IsService(typeof(IMerchantCalculationHandler)) != true)
        {
            throw new InvalidOperationException("No handler is registered, so every notification would be acknowledged and lost. Call services.AddNotificationHandler<...>().");
        }
    }
}
