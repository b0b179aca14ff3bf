using GoogleCheckout.Orders;
using GoogleCheckout.Reports;

namespace GoogleCheckout.Client;

/// <summary>Validates a query before it is sent, as far as this is possible without the service.</summary>
internal static class QueryValidator
{
    /// <summary>The maximum number of order numbers in a request of the notification history.</summary>
    public const int MaxOrderNumbers = 16;

    /// <summary>Throws an exception if the request is invalid.</summary>
    /// <exception cref="ArgumentNullException">The request is null.</exception>
    /// <exception cref="ArgumentException">The request is invalid.</exception>
    public static NotificationHistoryRequest EnsureValid(NotificationHistoryRequest request, string parameter) =>
        FindError(request ?? throw new ArgumentNullException(parameter)) is { } error ? throw new ArgumentException($"{error}.", parameter) : request;

    /// <inheritdoc cref="EnsureValid(NotificationHistoryRequest, string)"/>
    public static OrderListRequest EnsureValid(OrderListRequest request, string parameter) =>
        FindError(request ?? throw new ArgumentNullException(parameter)) is { } error ? throw new ArgumentException($"{error}.", parameter) : request;

    /// <summary>Returns the text.</summary>
    /// <exception cref="ArgumentException">It is null or blank.</exception>
    public static string EnsureNotEmpty(string text, string parameter) =>
        string.IsNullOrWhiteSpace(text) ? throw new ArgumentException("The value must not be empty.", parameter) : text;

    // The service ignores all other properties if there is a serial number or a token.
    private static string? FindError(NotificationHistoryRequest request) =>
        request.SerialNumber is { } serialNumber ? FindEmpty(nameof(request.SerialNumber), serialNumber)
        : request.NextPageToken is { } token ? FindEmpty(nameof(request.NextPageToken), token)
        : FindEmpty(nameof(request.OrderNumbers), request.OrderNumbers)
            ?? FindEmpty(nameof(request.NotificationTypes), request.NotificationTypes)
            ?? FindError(request.StartTime, request.EndTime);

    private static string? FindError(DateTimeOffset? start, DateTimeOffset? end) => (start, end) switch
    {
        (not null, null) => "StartTime requires EndTime",
        (null, not null) => "EndTime requires StartTime",
        _ => end < start ? "EndTime must not be before StartTime" : null,
    };

    private static string? FindError(OrderListRequest request) =>
        request.StartDate.Kind != DateTimeKind.Unspecified ? FindError(nameof(request.StartDate), request.StartDate.Kind)
        : request.EndDate.Kind != DateTimeKind.Unspecified ? FindError(nameof(request.EndDate), request.EndDate.Kind)
        : request.EndDate < request.StartDate ? "EndDate must not be before StartDate"
        : request.FinancialState == FinancialOrderState.Unknown ? "FinancialState is Unknown, which cannot be written; null lists the orders in all states"
        : request.FulfillmentState == FulfillmentOrderState.Unknown ? "FulfillmentState is Unknown, which cannot be written; null lists the orders in all states"
        : request.DateTimeZone is { } zone ? FindEmpty(nameof(request.DateTimeZone), zone)
        : null;

    private static string FindError(string property, DateTimeKind kind) =>
        $"{property} must be of kind Unspecified, but is {kind}: the dates are local times in {nameof(OrderListRequest.DateTimeZone)}";

    private static string? FindEmpty(string property, string text) =>
        string.IsNullOrWhiteSpace(text) ? $"{property} must not be empty; use null if there is none" : null;

    private static string? FindEmpty(string property, IReadOnlyList<string>? texts) =>
        texts is null ? $"{property} must not be null"
        : texts.Any(string.IsNullOrWhiteSpace) ? $"{property} contains an empty text"
        : null;
}
