using GoogleCheckout.Archives;
using GoogleCheckout.Notifications;

namespace GoogleCheckout.Cli.Archives.Reading;

/// <summary>The data of an entry that the commands show.</summary>
internal static class ArchiveEntryExtensions
{
    /// <summary>Returns whether the entry says that a file, and not a notification in it, cannot be read.</summary>
    public static bool IsOfFile(this ArchiveEntry entry) => !entry.IsRead && entry.Length == 0;

    /// <summary>Returns the place of the error, or else of the entry.</summary>
    public static FaultPlace GetPlace(this ArchiveEntry entry) => new(
        entry.FilePath ?? string.Empty,
        entry.IsOfFile() ? null : entry.Error is { LineNumber: > 0 } error ? error.LineNumber : entry.LineNumber,
        entry.IsOfFile() ? null : entry.Error is { LinePosition: > 0 } position ? position.LinePosition : entry.LinePosition,
        entry.IsOfFile() ? null : entry.Offset,
        entry.Error?.Message ?? string.Empty);

    /// <summary>Returns the wire name, for example <c>charge-amount-notification</c>.</summary>
    public static string GetWireName(this Notification notification) => notification is UnknownNotification unknown
        ? QuotedText.OfIdentifier(unknown.RootName)
        : WireWord.Of(notification.GetType().Name, '-');

    /// <summary>Returns the amount of the event; null if the notification has none.</summary>
    public static Money? GetAmount(this Notification notification) => notification switch
    {
        NewOrderNotification placed => placed.OrderTotal,
        ChargeAmountNotification charge => charge.LatestChargeAmount,
        RefundAmountNotification refund => refund.LatestRefundAmount,
        ChargebackAmountNotification chargeback => chargeback.LatestChargebackAmount,
        AuthorizationAmountNotification authorization => authorization.AuthorizationAmount,
        _ => null,
    };
}
