using System.Globalization;
using System.Net;
using GoogleCheckout.Notifications;

namespace GoogleCheckout.Sandbox;

/// <summary>One attempt to deliver a notification to the merchant's <see cref="CheckoutSandbox.CallbackUrl"/>, and what came of it.</summary>
public sealed record SandboxDelivery
{
    /// <summary>The notification.</summary>
    public required Notification Notification { get; init; }

    /// <summary>Its serial number, the same in each attempt.</summary>
    public string SerialNumber => Notification.SerialNumber;

    /// <summary>Which attempt this was; the first is 1. It goes on counting where a fault has it sent again after it was acknowledged.</summary>
    public required int Attempt { get; init; }

    /// <summary>When it went out, by the sandbox's clock.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>The HTTP status the merchant answered with; null where no whole answer came.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>Why the notification is sent again; null where it was acknowledged.</summary>
    public string? Fault { get; init; }

    /// <summary>Whether the merchant acknowledged it, so that it is not sent again.</summary>
    public bool IsAcknowledged => Fault is null;

    /// <summary>Such as <c>841171949013218-00001-7, attempt 2: The merchant answered with status 500.</c>; no buyer data.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{SerialNumber}, attempt {Attempt}: {Fault ?? "acknowledged"}");
}
