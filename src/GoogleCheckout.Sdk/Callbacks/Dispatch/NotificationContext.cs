using System.Data.Common;

namespace GoogleCheckout.Notifications;

/// <summary>How a notification came, and what to work with while handling it.</summary>
public sealed class NotificationContext
{
    private readonly Notification _notification;

    /// <summary>Makes the context of one delivery, as an inbox or a test does.</summary>
    /// <param name="notification">What came.</param>
    /// <param name="merchant">The name the merchant is registered under; empty for the only one of a program.</param>
    /// <param name="transaction">The inbox's transaction; null where there is no inbox, or one without a database.</param>
    /// <param name="deliveryAttempt">Which attempt this is, the first being 1; null where nobody counts.</param>
    public NotificationContext(Notification notification, string merchant = "", DbTransaction? transaction = null, int? deliveryAttempt = null)
    {
        _notification = notification ?? throw new ArgumentNullException(nameof(notification));
        Merchant = merchant ?? throw new ArgumentNullException(nameof(merchant));
        Transaction = transaction;
        DeliveryAttempt = deliveryAttempt;
    }

    /// <summary>
    /// The name the merchant is registered under with <c>AddGoogleCheckout</c>, which is the service key of its
    /// <see cref="CheckoutClient"/>; empty for the only merchant of a program.
    /// </summary>
    public string Merchant { get; }

    /// <summary>The notification's serial number, the same on every delivery.</summary>
    public string SerialNumber => _notification.SerialNumber;

    /// <summary>The XML that came. It may hold buyer data; keep it out of logs.</summary>
    public ReadOnlyMemory<byte> OriginalXml => _notification.OriginalXml;

    /// <summary>Which attempt this is, the first being 1; null where nobody counts, which is the service itself and an inbox that handles at once.</summary>
    public int? DeliveryAttempt { get; }

    /// <summary>
    /// The inbox's transaction: what is written in it, and the inbox's memory of the notification, come about together or
    /// not at all. Do not commit it. Null where there is no inbox, or one without a database.
    /// </summary>
    public DbTransaction? Transaction { get; }
}
