using System.Text.Json;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Sandbox.Control;

/// <summary>Why a request was refused.</summary>
internal sealed record ControlError(string Error);

/// <summary>The sandbox's clock.</summary>
internal sealed record ClockState(DateTimeOffset Now);

/// <summary>Where notifications go.</summary>
internal sealed record CallbackState(Uri? Url);

/// <summary>An order as it is now.</summary>
internal sealed record OrderState
{
    public required string GoogleOrderNumber { get; init; }

    public string? MerchantOrderNumber { get; init; }

    public DateTimeOffset? PurchaseDate { get; init; }

    /// <summary>By its word on the wire, such as PAYMENT_DECLINED.</summary>
    public required string FinancialOrderState { get; init; }

    public required string FulfillmentOrderState { get; init; }

    public bool Archived { get; init; }

    public required string Currency { get; init; }

    public required decimal OrderTotal { get; init; }

    public required decimal TotalChargeAmount { get; init; }

    public required decimal TotalRefundAmount { get; init; }

    public required decimal TotalChargebackAmount { get; init; }

    public static OrderState Of(OrderSummary order) => new()
    {
        GoogleOrderNumber = order.GoogleOrderNumber,
        MerchantOrderNumber = order.MerchantOrderNumber,
        PurchaseDate = order.PurchaseDate,
        FinancialOrderState = Word(order.FinancialOrderState),
        FulfillmentOrderState = Word(order.FulfillmentOrderState),
        Archived = order.Archived ?? false,
        Currency = order.OrderTotal.Currency,
        OrderTotal = order.OrderTotal.Amount,
        TotalChargeAmount = order.TotalChargeAmount.Amount,
        TotalRefundAmount = order.TotalRefundAmount.Amount,
        TotalChargebackAmount = order.TotalChargebackAmount.Amount,
    };

    private static string Word<TState>(TState state)
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

    /// <summary>The message's type, where it could be read.</summary>
    public string? Message { get; init; }

    public required string Body { get; init; }

    public required int Status { get; init; }

    /// <summary>What went wrong on purpose.</summary>
    public string? Fault { get; init; }

    /// <summary>The answer as XML, or the table of an order list; null where it was a page.</summary>
    public string? Answer { get; init; }
}

/// <summary>An attempt to deliver a notification, in the log.</summary>
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

    public static DeliveryEntry Of(SandboxDelivery delivery) => new()
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
