using GoogleCheckout.Calculations;
using GoogleCheckout.Diagnostics;
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

    private readonly CallbackMerchants _merchants;
    private readonly CallbackOptions _options;
    private readonly NotificationValidator _validator = new();
    private readonly NotificationReceiver _receiver;
    private readonly NotificationFetcher _fetcher;
    private readonly CalculationResponder _calculations;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;

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
        _options = services.GetRequiredService<IOptionsMonitor<CallbackOptions>>().CurrentValue;
        _clock = services.GetService<TimeProvider>() ?? TimeProvider.System;
        _logger = services.GetService<ILoggerFactory>()?.CreateLogger(CallbackLog.Category) ?? NullLogger.Instance;
        _receiver = services.GetRequiredService<NotificationReceiver>();
        _fetcher = new NotificationFetcher(_options, _clock, _logger);
        _calculations = new CalculationResponder(services.GetRequiredService<IServiceScopeFactory>(), _options, _clock, _logger);
    }

    /// <summary>Handles a request to the callback URL.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancel it when the service closes the connection or the program stops. It cancels the handler, and the notification is not acknowledged.</param>
    /// <returns>The response to send.</returns>
    /// <exception cref="OperationCanceledException">The token was canceled. A notification of the request is not acknowledged.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null. It is thrown at the call; all other exceptions, by the returned task.</exception>
    public Task<CallbackResponse> HandleAsync(CallbackRequest request, CancellationToken cancellationToken = default) =>
        HandleRequestAsync(request ?? throw new ArgumentNullException(nameof(request)), cancellationToken);

    /// <summary>Releases the resources for fetching notifications.</summary>
    public void Dispose() => _fetcher.Dispose();

    private async Task<CallbackResponse> HandleRequestAsync(CallbackRequest request, CancellationToken cancellationToken)
    {
        var (arrived, merchants) = (_clock.GetTimestamp(), _merchants.Current);
        if (!request.Method.Equals("POST", StringComparison.OrdinalIgnoreCase))
        {
            return Reject(CallbackResponses.NotAPost, "its method is not POST");
        }

        if (!request.IsHttps && (_options.RequireHttps ?? merchants.AnyInProduction))
        {
            return Reject(CallbackResponses.NotOverHttps, "it is not HTTPS. If a proxy terminates TLS, configure the host to read the forwarded headers");
        }

        var (merchant, isXml) = (merchants.Authenticator.Authenticate(request.Authorization), NotificationParser.IsXml(request.ContentType));
        if (merchant is null && (isXml || request.Authorization is not null))
        {
            return Reject(CallbackResponses.NotAuthentic, request.Authorization is null ? "it has no credentials" : "its credentials are wrong");
        }

        return isXml
            ? await HandleXmlAsync(request, merchant!, arrived, cancellationToken).ConfigureAwait(false)
            : await HandleFormAsync(request, merchant, cancellationToken).ConfigureAwait(false);
    }

    private async Task<CallbackResponse> HandleXmlAsync(CallbackRequest request, string merchant, long arrived, CancellationToken cancellationToken)
    {
        var (body, rejection) = await ReadAsync(request, _options.MaxBodyBytes, cancellationToken).ConfigureAwait(false);
        if (rejection is not null)
        {
            return rejection;
        }

        CheckoutMessage message;
        try
        {
            message = CheckoutXml.ParseOwned(body, _options.MaxBodyBytes);
        }
        catch (CheckoutXmlException e)
        {
            return Reject(CallbackResponses.NotReadable, e.Message);
        }

        return message switch
        {
            Notification notification => await HandleNotificationAsync(notification, merchant, cancellationToken).ConfigureAwait(false),
            MerchantCalculationCallback callback => await _calculations.GetAsync(callback, arrived, cancellationToken).ConfigureAwait(false),
            RequestReceivedResponse received => Acknowledge(message, received.SerialNumber),
            ErrorResponse error => Acknowledge(message, error.SerialNumber),
            DiagnoseResponse diagnosis => Acknowledge(message, diagnosis.SerialNumber),
            UnknownMessage unknown => Acknowledge(message, unknown.SerialNumber),
            _ => Reject(CallbackResponses.NotReadable, $"the service does not send a {Xml.MessageCodecs.NameOf(message)} to merchants"),
        };
    }

    /// <param name="request">The request.</param>
    /// <param name="authenticated">
    /// The authenticated merchant. Null if the request has no credentials; it is then routed only if the endpoint has one merchant.
    /// </param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    private async Task<CallbackResponse> HandleFormAsync(CallbackRequest request, string? authenticated, CancellationToken cancellationToken)
    {
        var (body, rejection) = await ReadAsync(request, authenticated is null ? Math.Min(MaxFormBytes, _options.MaxBodyBytes) : _options.MaxBodyBytes, cancellationToken).ConfigureAwait(false);
        if (rejection is not null)
        {
            return rejection;
        }

        if (NotificationParser.GetSerialNumber(body) is not { } serialNumber)
        {
            return Reject(CallbackResponses.NotReadable, "its Content-Type is not XML, and its form fields contain no serial number");
        }

        if ((authenticated ?? _merchants.SingleMerchant) is not { } merchant)
        {
            return Reject(CallbackResponses.NotReadable, "it has a serial number but no credentials, and several merchants are registered. Map an endpoint for each merchant");
        }

        var (notification, notFetched) = await _fetcher.FetchAsync(_merchants.GetClient(merchant), serialNumber, cancellationToken).ConfigureAwait(false);
        return notification is null ? notFetched! : await HandleNotificationAsync(notification, merchant, cancellationToken).ConfigureAwait(false);
    }

    private async Task<CallbackResponse> HandleNotificationAsync(Notification notification, string merchant, CancellationToken cancellationToken)
    {
        try
        {
            if (!IsConsistent(notification) && _options.RejectInconsistentNotifications)
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

    private bool IsConsistent(Notification notification)
    {
        if (!_options.RejectInconsistentNotifications && !_logger.IsEnabled(LogLevel.Warning))
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

    private async Task<(byte[] Body, CallbackResponse? Rejection)> ReadAsync(CallbackRequest request, int maxBytes, CancellationToken cancellationToken)
    {
        var (body, rejection) = await CallbackBody.ReadAsync(request, maxBytes, _clock, _options.BodyTimeout, cancellationToken).ConfigureAwait(false);
        return (body, rejection is null ? null : Reject(rejection, rejection == CallbackResponses.TooLarge ? $"its body is longer than {maxBytes} bytes" : $"its body took longer than {_options.BodyTimeout}"));
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
