using System.Diagnostics;
using System.Diagnostics.Metrics;
using GoogleCheckout.Diagnostics;
using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Http;

/// <summary>Writes the log, the activity and the metric of a call: its operation, order, outcome and duration.</summary>
internal sealed class CallTrace : IDisposable
{
    private static readonly Histogram<double> Duration = Telemetry.Meter.CreateHistogram<double>(
        CheckoutTelemetry.OperationDuration, "s", "The duration of an operation, retries included.");

    private readonly Call _call;
    private readonly ILogger _logger;
    private readonly Activity? _activity;

    public CallTrace(Call call, ILogger logger)
    {
        _call = call;
        _logger = logger;
        _activity = Telemetry.Activities.StartActivity(call.Operation.Name, ActivityKind.Client);
        if (_activity is { IsAllDataRequested: true })
        {
            _activity.SetTag(CheckoutTelemetry.OperationTag, call.Operation.Name);
            _activity.SetTag(CheckoutTelemetry.OrderNumberTag, call.Operation.OrderNumber is { } order ? QuotedText.OfIdentifier(order) : null);
            _activity.SetTag("server.address", call.Endpoint.Host);
            _activity.SetTag("server.port", call.Endpoint.Port);
        }
    }

    public void Succeeded()
    {
        var elapsed = End("answered");
        if (!_logger.IsEnabled(_call.Operation.IsCommand ? LogLevel.Information : LogLevel.Debug))
        {
            return;
        }

        if (_call.Operation.IsCommand)
        {
            Log.CommandSucceeded(_logger, _call.Operation.Name, Order, elapsed.TotalMilliseconds);
        }
        else
        {
            Log.QuerySucceeded(_logger, _call.Operation.Name, Order, elapsed.TotalMilliseconds);
        }
    }

    public void Failed(Exception error)
    {
        var outcome = GetOutcome(error);
        var elapsed = End(outcome);
        _activity?.SetStatus(ActivityStatusCode.Error, outcome);
        Log.Failed(_logger, error is OperationCanceledException ? LogLevel.Information : LogLevel.Warning, _call.Operation.Name, Order, outcome, elapsed.TotalMilliseconds);
    }

    public void Dispose() => _activity?.Dispose();

    private string Order => _call.Operation.OrderNumber is { } order ? QuotedText.OfIdentifier(order) : "none";

    private TimeSpan End(string outcome)
    {
        var elapsed = _call.Deadline.Elapsed;
        _activity?.SetTag(CheckoutTelemetry.OutcomeTag, outcome);
        if (Duration.Enabled)
        {
            Duration.Record(
                elapsed.TotalSeconds,
                new KeyValuePair<string, object?>(CheckoutTelemetry.OperationTag, _call.Operation.Name),
                new KeyValuePair<string, object?>(CheckoutTelemetry.OutcomeTag, outcome));
        }

        return elapsed;
    }

    private static string GetOutcome(Exception error) => error switch
    {
        OperationCanceledException => "cancelled",
        CheckoutApiException => "refused",
        CheckoutXmlException => "unreadable",
        CheckoutException { OutcomeUnknown: true } => "unknown",
        _ => "failed",
    };
}
