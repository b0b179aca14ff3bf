using System.Globalization;
using System.Net;
using System.Text.Json;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using GoogleCheckout.Sandbox;

namespace GoogleCheckout.Cli.Sandbox;

/// <summary>The lines in which the sandbox says what it received and sent: time, direction, kind, order, status and duration. They have no data of the buyer.</summary>
internal static class TrafficLine
{
    /// <summary>Returns the line of a request of the merchant.</summary>
    /// <param name="request">The request.</param>
    /// <param name="merchantKey">The merchant's key, which a client may have put in the address.</param>
    public static string Of(SandboxRequest request, string merchantKey) => Line(
        request.ReceivedAt,
        "<-",
        $"{QuotedText.Of(request.Method)} {Describe(request, merchantKey)}: {(request.StatusCode == 0 ? "dropped" : FormatStatus(request.StatusCode))}{DescribeRefusal(request)}",
        request.Duration);

    /// <summary>Returns the line of an attempt to deliver a notification.</summary>
    public static string Of(SandboxDelivery delivery) => Line(
        delivery.SentAt,
        "->",
        $"{GetKind(delivery.Notification)} {QuotedText.OfIdentifier(delivery.SerialNumber)}{(delivery.Attempt > 1 ? FormattableString.Invariant($", attempt {delivery.Attempt}") : string.Empty)}: "
        + $"{FormatStatus(delivery.StatusCode)}{(delivery.Error is { } error ? $"not acknowledged: {QuotedText.OfIdentifier(error, QuotedText.LineLength)}" : "acknowledged")}",
        delivery.Duration);

    /// <summary>Returns the line of a calculation callback.</summary>
    public static string Of(SandboxCalculation calculation) => Line(
        calculation.AskedAt, "->", $"merchant-calculation-callback: {FormatStatus(calculation.StatusCode)}{calculation}", calculation.Duration);

    /// <summary>Returns the line of a change of an order, from its notification.</summary>
    public static string Of(Notification notification) => Line(
        notification.Timestamp, "  ", $"{GetKind(notification)} {QuotedText.OfIdentifier(notification.SerialNumber)}{DescribeStates(notification)}");

    /// <summary>Returns the line of a due event that failed: what a report of the error needs, without the message of the exception.</summary>
    public static string Of(SandboxFailureEventArgs failure) => Line(failure.DueAt, "  ", failure.ToString());

    private static string Line(DateTimeOffset? time, string direction, string text, TimeSpan? duration = null)
    {
        var at = time?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return duration is { } known ? string.Create(CultureInfo.InvariantCulture, $"{at} {direction} {text} ({known.TotalMilliseconds:0.0} ms)") : $"{at} {direction} {text}";
    }

    // A request that was refused before it was read has nothing but its address.
    private static string Describe(SandboxRequest request, string merchantKey) => request.Message switch
    {
        null => QuotedText.OfIdentifier(request.Path.Replace(merchantKey, "***", StringComparison.Ordinal), QuotedText.LineLength),
        UnknownMessage unknown => QuotedText.OfIdentifier(unknown.RootName),
        OrderCommand command => $"{ToWireName(command, "Request")} {QuotedText.OfIdentifier(command.GoogleOrderNumber)}",
        _ => ToWireName(request.Message, string.Empty),
    };

    private static string DescribeRefusal(SandboxRequest request) => request switch
    {
        { Response: ErrorResponse error } => QuotedText.OfIdentifier(error.ErrorMessage, QuotedText.LineLength),
        { Fault: { } fault } => $"fault {QuotedText.OfIdentifier(fault.ToString(), QuotedText.LineLength)}",
        { StatusCode: not HttpStatusCode.OK } => $"{request.StatusCode}",
        _ => string.Empty,
    } is { Length: > 0 } reason ? $" {reason}" : string.Empty;

    private static string DescribeStates(Notification notification) => notification is OrderStateChangeNotification change
        ? $": {ToWireState(change.NewFinancialOrderState)}, {ToWireState(change.NewFulfillmentOrderState)}"
        : string.Empty;

    private static string GetKind(Notification notification) =>
        notification is UnknownNotification unknown ? QuotedText.OfIdentifier(unknown.RootName) : ToWireName(notification, "Notification");

    private static string ToWireName(CheckoutMessage message, string ending)
    {
        var name = message.GetType().Name;
        return JsonNamingPolicy.KebabCaseLower.ConvertName(name.EndsWith(ending, StringComparison.Ordinal) ? name[..^ending.Length] : name);
    }

    private static string ToWireState(Enum state) => JsonNamingPolicy.SnakeCaseUpper.ConvertName(state.ToString());

    private static string FormatStatus(HttpStatusCode? status) => status is { } known ? ((int)known).ToString(CultureInfo.InvariantCulture) : string.Empty;
}
