using System.Globalization;
using System.Net;
using GoogleCheckout.Notifications;

namespace GoogleCheckout.Sandbox;

/// <summary>One attempt to deliver a notification to the merchant's <see cref="CheckoutSandbox.CallbackUrl"/>, and its result.</summary>
public sealed record SandboxDelivery
{
    /// <summary>The notification.</summary>
    public required Notification Notification { get; init; }

    /// <summary>The notification's serial number, the same in each attempt.</summary>
    public string SerialNumber => Notification.SerialNumber;

    /// <summary>The number of the attempt, from 1. The count continues if a fault sends the notification again after it was acknowledged.</summary>
    public required int Attempt { get; init; }

    /// <summary>The time at which the notification was sent, by the sandbox's clock.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>The URL to which the notification was sent; null if it was not sent.</summary>
    public Uri? Url { get; init; }

    /// <summary>The content type of <see cref="Body"/>; null if the notification was not sent.</summary>
    public string? ContentType { get; init; }

    /// <summary>The body that was sent, with the changes of injected faults. It contains the buyer's data. Empty if the notification was not sent.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The body of the merchant's response, unchanged; empty if no complete response arrived.</summary>
    public ReadOnlyMemory<byte> ResponseBody { get; init; }

    /// <summary>The time from sending the notification to the end of the response, by the machine's clock; zero if it was not sent.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The HTTP status of the merchant's response; null if no complete response arrived.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>The reason why the attempt failed and the notification is sent again; null if it was acknowledged.</summary>
    public string? Error { get; init; }

    /// <summary>The number of further deliveries that a fault requests after the notification is acknowledged.</summary>
    internal long MoreTimes { get; init; }

    /// <summary>
    /// Null for an attempt of the queue. For one that a person sent: whether the notification no longer waits because of it. A body that the person
    /// edited may have been another notification's.
    /// </summary>
    internal bool? EndsWaiting { get; init; }

    /// <summary>Whether the merchant acknowledged the notification, so that it is not sent again.</summary>
    public bool IsAcknowledged => Error is null;

    /// <summary>Returns a summary without the buyer's data.</summary>
    /// <returns>
    /// For example <c>NewOrderNotification 841171949013218-00001-7 of order 841171949013218, attempt 2: The merchant responded with status
    /// 500.</c>
    /// </returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Notification}, attempt {Attempt}: {(Error is null ? "acknowledged" : QuotedText.OfIdentifier(Error, QuotedText.LineLength))}");
}
