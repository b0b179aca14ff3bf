using System.Text.Json;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Sandbox.Control;

/// <summary>The reason why a request was rejected.</summary>
internal sealed record ControlError(string Error);

/// <summary>The time of the sandbox's clock.</summary>
internal sealed record ClockState(DateTimeOffset Now);

/// <summary>The URL to which the sandbox sends notifications; null if it sends none.</summary>
internal sealed record CallbackState(Uri? Url);

/// <summary>An order as it is now.</summary>
internal sealed record OrderState
{
    public required string GoogleOrderNumber { get; init; }

    public string? MerchantOrderNumber { get; init; }

    public DateTimeOffset? PurchaseDate { get; init; }

    /// <summary>The state as in XML messages, for example <c>PAYMENT_DECLINED</c>.</summary>
    public required string FinancialOrderState { get; init; }

    public required string FulfillmentOrderState { get; init; }

    public bool Archived { get; init; }

    public required string Currency { get; init; }

    public required decimal OrderTotal { get; init; }

    public required decimal TotalChargeAmount { get; init; }

    public required decimal TotalRefundAmount { get; init; }

    public required decimal TotalChargebackAmount { get; init; }

    public static OrderState FromSummary(OrderSummary order) => new()
    {
        GoogleOrderNumber = order.GoogleOrderNumber,
        MerchantOrderNumber = order.MerchantOrderNumber,
        PurchaseDate = order.PurchaseDate,
        FinancialOrderState = FormatState(order.FinancialOrderState),
        FulfillmentOrderState = FormatState(order.FulfillmentOrderState),
        Archived = order.Archived ?? false,
        Currency = order.OrderTotal.Currency,
        OrderTotal = order.OrderTotal.Amount,
        TotalChargeAmount = order.TotalChargeAmount.Amount,
        TotalRefundAmount = order.TotalRefundAmount.Amount,
        TotalChargebackAmount = order.TotalChargebackAmount.Amount,
    };

    private static string FormatState<TState>(TState state)
        where TState : struct, Enum => JsonNamingPolicy.SnakeCaseUpper.ConvertName(state.ToString());
}

/// <summary>A request in the log.</summary>
internal sealed record RequestEntry
{
    public required DateTimeOffset ReceivedAt { get; init; }

    public required string Method { get; init; }

    public required string Path { get; init; }

    public string? ContentType { get; init; }

    public string? ClientCertificate { get; init; }

    /// <summary>The type of the message; null if the message could not be read.</summary>
    public string? Message { get; init; }

    public required string Body { get; init; }

    public required int Status { get; init; }

    /// <summary>The injected fault; null if there was none.</summary>
    public string? Fault { get; init; }

    /// <summary>The response as XML, or the CSV of an order list; null if the response was a page.</summary>
    public string? Response { get; init; }
}

/// <summary>The delivery attempts since the request.</summary>
/// <param name="Deliveries">The attempts, oldest first.</param>
/// <param name="NextDueAt">The time of the next attempt; null if nothing waits.</param>
/// <param name="Reason">Why there was no attempt; null if there was one.</param>
internal sealed record DeliveryReport(IEnumerable<DeliveryEntry> Deliveries, DateTimeOffset? NextDueAt, string? Reason);

/// <summary>A delivery attempt in the log.</summary>
internal sealed record DeliveryEntry
{
    public required string SerialNumber { get; init; }

    public required string GoogleOrderNumber { get; init; }

    public required string Notification { get; init; }

    public required int Attempt { get; init; }

    public required DateTimeOffset SentAt { get; init; }

    public int? Status { get; init; }

    public bool Acknowledged { get; init; }

    public string? Fault { get; init; }

    public static DeliveryEntry FromDelivery(SandboxDelivery delivery) => new()
    {
        SerialNumber = delivery.SerialNumber,
        GoogleOrderNumber = delivery.Notification.GoogleOrderNumber,
        Notification = delivery.Notification.GetType().Name,
        Attempt = delivery.Attempt,
        SentAt = delivery.SentAt,
        Status = (int?)delivery.StatusCode,
        Acknowledged = delivery.IsAcknowledged,
        Fault = delivery.Error,
    };
}
