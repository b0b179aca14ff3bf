using GoogleCheckout.Reports;

namespace GoogleCheckout.Xml;

/// <summary>
/// Reads a history or polling response that is not well-formed, if the damage is in its list of notifications. What surrounds the list is
/// read as always, and has the token with which to continue.
/// </summary>
internal static class DamagedPage
{
    private static ReadOnlySpan<byte> ListStart => "<notifications"u8;

    private static ReadOnlySpan<byte> ListEnd => "</notifications"u8;

    /// <summary>Reads the page.</summary>
    /// <param name="document">A document that <see cref="DocumentParser"/> cannot read.</param>
    /// <returns>The response; null if it is another message, or if more than its notifications is damaged.</returns>
    public static CheckoutMessage? TryRead(byte[] document)
    {
        var bytes = new ReadOnlySpan<byte>(document);
        var end = bytes.LastIndexOf(ListEnd);
        var tag = bytes.IndexOf(ListStart);
        var start = tag < 0 ? -1 : tag + bytes.Slice(tag).IndexOf((byte)'>') + 1;
        if (start <= tag || end < start || DocumentEncoding.Get(bytes.Slice(0, Math.Min(bytes.Length, DocumentEncoding.StartLength))).CodePage != DocumentEncoding.Utf8.CodePage)
        {
            return null;
        }

        try
        {
            CheckoutMessage? page = DocumentParser.Parse([.. bytes.Slice(0, start), .. bytes.Slice(end)]) switch
            {
                NotificationHistoryResponse history when DamagedList.TryRead(document, start, end) is { } list => history with
                {
                    Notifications = [.. list.Notifications, .. history.Notifications],
                    UnreadableNotifications = [.. list.UnreadableNotifications, .. history.UnreadableNotifications],
                },
                NotificationDataResponse data when DamagedList.TryRead(document, start, end) is { } list => data with
                {
                    Notifications = [.. list.Notifications, .. data.Notifications],
                    UnreadableNotifications = [.. list.UnreadableNotifications, .. data.UnreadableNotifications],
                },
                _ => null,
            };
            page?.OriginalXml = document;
            return page;
        }
        catch (CheckoutXmlException)
        {
            return null;
        }
    }
}
