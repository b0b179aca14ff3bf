using GoogleCheckout.Calculations;
using GoogleCheckout.Diagnostics;
using GoogleCheckout.Notifications;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace GoogleCheckout.Callbacks;

/// <summary>
/// The merchant's callback address, for any web host: authenticates what comes, reads it, has it handled and says what to
/// answer. <c>MapGoogleCheckout</c> of <c>GoogleCheckout.Sdk.AspNetCore</c> puts it into ASP.NET Core. Keep one for the life
/// of the program; it is thread-safe.
/// </summary>
/// <remarks>
/// It takes XML pushes with the merchant's credentials; name/value pushes and serial-number posts, whose notification it
/// fetches; and calculation callbacks. The answer is 200 with the acknowledgment once the handler is done; 400 for what
/// cannot be read, or what the service does not know; 401, 403, 405, 408 and 413 for wrong credentials, no HTTPS, another
/// method, a body that is too slow or too large; 500 where a handler failed, and 503 where the service does not give out a
/// notification now. Nothing but an acknowledgment or results has a body; what was wrong stands in the log.
/// </remarks>
public sealed class CallbackEndpoint : IDisposable
{
    private const int MaxFormBytes = 64 * 1024;
    private const int MaxIssues = 20;

    private readonly CallbackMerchants _merchants;
    private readonly CallbackOptions _options;
    private readonly NotificationParser _parser;
    private readonly NotificationValidator _validator = new();
    private readonly NotificationReceiver _receiver;
    private readonly NotificationFetcher _fetch;
    private readonly CalculationResponder _calculation;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;

    /// <summary>Makes the endpoint of one merchant, or of all.</summary>
    /// <param name="services">The container's root.</param>
    /// <param name="merchant">
    /// The merchant's registered name; null for all that are registered, told apart by their credentials. Serial-number posts
    /// have none, so that they need an endpoint for each merchant where there are several.
    /// </param>
    /// <exception cref="InvalidOperationException">No such merchant is registered, or there is no handler for anything.</exception>
    /// <exception cref="OptionsValidationException">The merchant's options or the <see cref="CallbackOptions"/> are faulty; each fault is named.</exception>
    public CallbackEndpoint(IServiceProvider services, string? merchant = null)
    {
        ThrowIfNothingIsHandled(services ?? throw new ArgumentNullException(nameof(services)));
        _merchants = new CallbackMerchants(services, merchant);
        _options = services.GetRequiredService<IOptionsMonitor<CallbackOptions>>().CurrentValue;
        _clock = services.GetService<TimeProvider>() ?? TimeProvider.System;
        _logger = services.GetService<ILoggerFactory>()?.CreateLogger(CallbackLog.Category) ?? NullLogger.Instance;
        _parser = new NotificationParser(_options.MaxBodyBytes);
        _receiver = services.GetRequiredService<NotificationReceiver>();
        _fetch = new NotificationFetcher(_options, _clock, _logger);
        _calculation = new CalculationResponder(services.GetRequiredService<IServiceScopeFactory>(), _options, _clock, _logger);
    }

    /// <summary>Takes a request to the callback address.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">The service has hung up, or the program ends: handlers are told, and nothing is acknowledged.</param>
    /// <returns>What to answer.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null. It is thrown at the call; all other exceptions, by the returned task.</exception>
    public Task<CallbackResponse> HandleAsync(CallbackRequest request, CancellationToken cancellationToken = default) =>
        HandleAnyAsync(request ?? throw new ArgumentNullException(nameof(request)), cancellationToken);

    /// <summary>Frees what waits for notifications to be fetched.</summary>
    public void Dispose() => _fetch.Dispose();

    private async Task<CallbackResponse> HandleAnyAsync(CallbackRequest request, CancellationToken cancellationToken)
    {
        var (arrived, merchants) = (_clock.GetTimestamp(), _merchants.Now);
        if (!request.Method.Equals("POST", StringComparison.OrdinalIgnoreCase))
        {
            return Refused(CallbackResponses.NotAPost, "it is no POST");
        }

        if (!request.IsHttps && (_options.RequireHttps ?? merchants.AnyInProduction))
        {
            return Refused(CallbackResponses.NotOverHttps, "it did not come over HTTPS. Behind a proxy that ends TLS, have the host read the forwarded headers");
        }

        var (merchant, isXml) = (merchants.Authenticator.Authenticate(request.Authorization), NotificationParser.IsXml(request.ContentType));
        if (merchant is null && (isXml || request.Authorization is not null))
        {
            return Refused(CallbackResponses.NotAuthentic, request.Authorization is null ? "it has no credentials" : "its credentials are wrong");
        }

        return isXml
            ? await AnswerXmlAsync(request, merchant!, arrived, cancellationToken).ConfigureAwait(false)
            : await AnswerFormAsync(request, merchant, cancellationToken).ConfigureAwait(false);
    }

    private async Task<CallbackResponse> AnswerXmlAsync(CallbackRequest request, string merchant, long arrived, CancellationToken cancellationToken)
    {
        var (body, refusal) = await ReadAsync(request, _options.MaxBodyBytes, cancellationToken).ConfigureAwait(false);
        if (refusal is not null)
        {
            return refusal;
        }

        CheckoutMessage message;
        try
        {
            message = _parser.ParseOwned(body);
        }
        catch (CheckoutXmlException e)
        {
            return Refused(CallbackResponses.NotReadable, e.Message);
        }

        return message switch
        {
            Notification notification => await HandleAsync(notification, merchant, cancellationToken).ConfigureAwait(false),
            MerchantCalculationCallback callback => await _calculation.GetAsync(callback, arrived, cancellationToken).ConfigureAwait(false),
            RequestReceivedResponse received => Acknowledged(message, received.SerialNumber),
            ErrorResponse error => Acknowledged(message, error.SerialNumber),
            DiagnoseResponse diagnosis => Acknowledged(message, diagnosis.SerialNumber),
            UnknownMessage unknown => Acknowledged(message, unknown.SerialNumber),
            _ => Refused(CallbackResponses.NotReadable, $"a {Xml.MessageCodecs.NameOf(message)} is nothing that the service sends to a merchant"),
        };
    }

    /// <param name="request">The request.</param>
    /// <param name="known">Whose credentials it carries; null where it has none, and then it is for the only one or for nobody.</param>
    /// <param name="cancellationToken">Stops it.</param>
    private async Task<CallbackResponse> AnswerFormAsync(CallbackRequest request, string? known, CancellationToken cancellationToken)
    {
        var (body, refusal) = await ReadAsync(request, known is null ? Math.Min(MaxFormBytes, _options.MaxBodyBytes) : _options.MaxBodyBytes, cancellationToken).ConfigureAwait(false);
        if (refusal is not null)
        {
            return refusal;
        }

        if (NotificationParser.GetSerialNumber(body) is not { } serialNumber)
        {
            return Refused(CallbackResponses.NotReadable, "its Content-Type is not XML, and it names no serial number");
        }

        if ((known ?? _merchants.Only) is not { } merchant)
        {
            return Refused(CallbackResponses.NotReadable, "it names a serial number, but could be for one of several merchants: map an endpoint for each");
        }

        var (notification, notFetched) = await _fetch.FetchAsync(_merchants.ClientOf(merchant), serialNumber, cancellationToken).ConfigureAwait(false);
        return notification is null ? notFetched! : await HandleAsync(notification, merchant, cancellationToken).ConfigureAwait(false);
    }

    private async Task<CallbackResponse> HandleAsync(Notification notification, string merchant, CancellationToken cancellationToken)
    {
        try
        {
            if (!MakesSense(notification) && _options.RejectInconsistentNotifications)
            {
                return Refused(CallbackResponses.NotReadable, $"{notification} contradicts itself");
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

    private bool MakesSense(Notification notification)
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

    private async Task<(byte[] Body, CallbackResponse? Refusal)> ReadAsync(CallbackRequest request, int maxBytes, CancellationToken cancellationToken)
    {
        var (body, refusal) = await CallbackBody.ReadAsync(request, maxBytes, _clock, _options.BodyTimeout, cancellationToken).ConfigureAwait(false);
        return (body, refusal is null ? null : Refused(refusal, refusal == CallbackResponses.TooLarge ? $"its body is longer than {maxBytes} bytes" : $"its body took longer than {_options.BodyTimeout}"));
    }

    private CallbackResponse Acknowledged(CheckoutMessage message, string? serialNumber)
    {
        CallbackLog.NoNotification(_logger, Xml.MessageCodecs.NameOf(message));
        return new CallbackResponse(new NotificationAcknowledgment { SerialNumber = serialNumber });
    }

    private CallbackResponse Refused(CallbackResponse answer, string reason)
    {
        CallbackLog.Refused(_logger, answer.StatusCode, reason);
        return answer;
    }

    private static void ThrowIfNothingIsHandled(IServiceProvider services)
    {
        if (services.GetService<NotificationDispatcher>()?.HasHandlers != true && services.GetService<IServiceProviderIsService>()?.IsService(typeof(IMerchantCalculationHandler)) != true)
        {
            throw new InvalidOperationException("No handler is registered, so every notification would be acknowledged and lost: call services.AddNotificationHandler<...>().");
        }
    }
}
