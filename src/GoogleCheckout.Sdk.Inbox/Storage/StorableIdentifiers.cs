using System.Globalization;
using GoogleCheckout.Notifications;

namespace GoogleCheckout.Inbox.Storage;

/// <summary>
/// Checks the identifiers that are the keys of the tables. A notification that was
/// created in code may have any, and a database rejects some of them with an error of its index.
/// </summary>
internal static class StorableIdentifiers
{
    private const int MaxLength = 128;

    /// <exception cref="ArgumentException">An identifier, or the registered name of the merchant, is too long or contains a control character.</exception>
    public static void EnsureStorable(Notification notification, string merchant)
    {
        EnsureStorable(merchant, "The name of the merchant");
        EnsureStorable(notification.SerialNumber, nameof(Notification.SerialNumber));
        EnsureStorable(notification.GoogleOrderNumber, nameof(Notification.GoogleOrderNumber));
    }

    private static void EnsureStorable(string identifier, string property)
    {
        if (identifier.Length > MaxLength)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{property} has {identifier.Length} characters, but the inbox stores at most {MaxLength}."), nameof(identifier));
        }

        if (identifier.Any(char.IsControl))
        {
            throw new ArgumentException($"{property} contains a control character, which the inbox does not store.", nameof(identifier));
        }
    }
}
