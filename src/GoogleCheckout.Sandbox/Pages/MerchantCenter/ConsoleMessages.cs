using System.Text;
using System.Text.Json;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using GoogleCheckout.Reports;
using GoogleCheckout.Sandbox.Accounts;
using GoogleCheckout.Sandbox.Infrastructure;
using GoogleCheckout.Sandbox.Merchants;

namespace GoogleCheckout.Sandbox.Pages.MerchantCenter;

/// <summary>The messages of an account's logs.</summary>
internal static class ConsoleMessages
{
    private const string RequestEnding = "-request";

    /// <summary>Returns all messages, the newest first.</summary>
    public static IEnumerable<ConsoleMessage> GetAll(MerchantAccount account) =>
        Create(account.Requests, OfRequest).Concat(Create(account.Deliveries, OfDelivery)).Concat(Create(account.Calculations, OfCalculation)).OrderByDescending(message => message.Time);

    /// <summary>Returns the message with the id; null if the log does not have it, or no longer.</summary>
    public static ConsoleMessage? Find(MerchantAccount account, string id) => GetAll(account).FirstOrDefault(message => message.Id == id);

    /// <summary>Returns the root element of a message, without reading its XML.</summary>
    public static string GetKind(CheckoutMessage message)
    {
        var name = JsonNamingPolicy.KebabCaseLower.ConvertName(message.GetType().Name);
        return message switch
        {
            UnknownMessage unknown => unknown.RootName,
            OrderCommand and not CreateOrderRecurrenceRequest when name.EndsWith(RequestEnding, StringComparison.Ordinal) => name[..^RequestEnding.Length],
            _ => name,
        };
    }

    private static IEnumerable<ConsoleMessage> Create<T>(SandboxLog<T> log, Func<T, long, ConsoleMessage> create)
    {
        var (first, entries) = log.SnapshotWithNumber();

        // The latest first, so that it stays the first among those of the same time.
        return entries.Select((entry, index) => create(entry, first + index)).Reverse();
    }

    private static ConsoleMessage OfRequest(SandboxRequest request, long number) => new()
    {
        Id = FormattableString.Invariant($"request-{number}"),
        Time = request.ReceivedAt,
        IsSent = false,
        Kind = request.Message is { } message ? GetKind(message) : "no readable message",
        OrderNumbers = GetOrderNumbers(request),
        Address = request.Path,
        ContentType = request.ContentType,
        GetBody = () => request.Message is { OriginalXml.IsEmpty: false } read ? read.OriginalXml : request.Body,
        GetResponseBody = () => request.ResponseBody.IsEmpty && request.Response is { } page ? Write(page) : request.ResponseBody,
        Status = request.StatusCode == default ? null : request.StatusCode,
        Duration = request.Duration,
        Outcome = request.Response is ErrorResponse or null && request.ResponseCsv is null ? new("✕ Refused", "bad")
            : request.Fault is not null ? new("◑ Executed, with a fault", "wait")
            : new("✓ Executed", "good"),
        Issues = GetIssues(request),
    };

    private static ConsoleMessage OfDelivery(SandboxDelivery delivery, long number) => new()
    {
        Id = FormattableString.Invariant($"delivery-{number}"),
        Time = delivery.SentAt,
        IsSent = true,
        Kind = GetKind(delivery.Notification),
        OrderNumbers = [delivery.Notification.GoogleOrderNumber],
        Address = delivery.Url?.ToString(),
        ContentType = delivery.ContentType,
        GetBody = () => delivery.Body,
        GetResponseBody = () => delivery.ResponseBody,
        Status = delivery.StatusCode,
        Duration = delivery.Duration,
        Outcome = delivery.IsAcknowledged ? new("✓ Acknowledged", "good") : new("✕ Not acknowledged", "bad"),
        Issues = delivery.Error is { } error ? [error] : [],
        Delivery = delivery,
    };

    private static ConsoleMessage OfCalculation(SandboxCalculation calculation, long number) => new()
    {
        Id = FormattableString.Invariant($"calculation-{number}"),
        Time = calculation.AskedAt,
        IsSent = true,
        Kind = GetKind(calculation.Callback),
        Address = calculation.Url.ToString(),
        ContentType = MerchantConnection.XmlContentType,
        GetBody = () => Write(calculation.Callback),
        GetResponseBody = () => calculation.ResponseBody,
        Status = calculation.StatusCode,
        Duration = calculation.Duration,
        Outcome = calculation.Issues.Count == 0 ? new("✓ Used", "good")
            : calculation.AcceptedResults.Count > 0 ? new("◑ Partly used", "wait")
            : new("✕ Not used", "bad"),
        Issues = calculation.Issues,
    };

    private static IReadOnlyList<string> GetOrderNumbers(SandboxRequest request)
    {
        IReadOnlyList<string> asked = request.Message switch
        {
            OrderCommand command => [command.GoogleOrderNumber],
            NotificationHistoryRequest history => history.OrderNumbers,
            OrderSummaryRequest summaries => summaries.OrderNumbers,
            _ => [],
        };
        var returned = request.Response switch
        {
            RequestReceivedResponse receipt => receipt.NewGoogleOrderNumber,
            Notification notification => notification.GoogleOrderNumber,
            _ => null,
        };
        return [.. asked.Append(returned ?? string.Empty).Where(number => number.Length > 0).Distinct()];
    }

    private static IReadOnlyList<string> GetIssues(SandboxRequest request) =>
    [
        .. request.Fault is { } fault ? [$"Fault: {fault}."] : Array.Empty<string>(),
        .. request.Response switch
        {
            ErrorResponse error => [error.ErrorMessage, .. error.WarningMessages],
            DiagnoseResponse diagnosis => diagnosis.Warnings,
            _ => [],
        },
    ];

    private static ReadOnlyMemory<byte> Write(CheckoutMessage message)
    {
        try
        {
            return MessageBytes.Of(message);
        }
        catch (ArgumentException e)
        {
            return Encoding.UTF8.GetBytes($"The message cannot be written as XML: {e.Message}");
        }
    }
}
