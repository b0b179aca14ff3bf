using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Reports;

namespace GoogleCheckout.Cli.Documents;

/// <summary>Finds the faults of a document: those of the schema, and those of the validation of carts and notifications.</summary>
internal static class DocumentValidator
{
    /// <summary>Returns the faults and warnings, in the order of the document.</summary>
    public static IReadOnlyList<DocumentFault> Validate(byte[] document)
    {
        List<DocumentFault> faults = [];
        try
        {
            faults.AddRange(CheckoutXml.ValidateSchema(document).Select(violation =>
                new DocumentFault(violation.LineNumber, violation.LinePosition, violation.Path, violation.Reason)));
            var known = faults.Select(fault => fault.Path).ToHashSet();
            var (message, places) = (CheckoutXml.Parse(document), new ElementPlaces(document));
            faults.AddRange(FindIssues(message, places).Where(issue => !known.Contains(issue.Path)));
            if (known.Count == 0)
            {
                faults.AddRange(UnreadableIn(message).Select(unreadable => Create(unreadable, places)));
            }
        }
        catch (CheckoutXmlException e) when (faults.Count == 0)
        {
            // The message contains the path and the place.
            faults.Add(new DocumentFault(e.LineNumber, e.LinePosition, Path: null, e.Message));
        }
        catch (CheckoutXmlException)
        {
            // A violation of the schema says the same.
        }

        return [.. faults.OrderBy(fault => (fault.Line, fault.Column))];
    }

    private static IEnumerable<DocumentFault> FindIssues(CheckoutMessage message, ElementPlaces places) => message switch
    {
        CheckoutShoppingCart cart => cart.Validate().Select(error => Create(places, error.Path, error.Reason) with { IsWarning = error.IsWarning }),
        Notification notification => FindIssues(notification, places),
        NotificationHistoryResponse history => FindIssues(history.Notifications, history.UnreadableNotifications, places),
        NotificationDataResponse data => FindIssues(data.Notifications, data.UnreadableNotifications, places),
        UnknownMessage => [Create(places, "/", "is not a message of the protocol")],
        _ => [],
    };

    private static IEnumerable<DocumentFault> FindIssues(IReadOnlyList<Notification> notifications, IReadOnlyList<UnreadableNotification> unreadable, ElementPlaces places)
    {
        var skipped = unreadable.Select(one => one.Position).ToHashSet();
        var ofReadable = places.OfNotifications().Where((_, index) => !skipped.Contains(index + 1));
        return notifications.Zip(ofReadable).SelectMany(pair => FindIssues(pair.First, pair.Second));
    }

    private static IReadOnlyList<UnreadableNotification> UnreadableIn(CheckoutMessage message) => message switch
    {
        NotificationHistoryResponse history => history.UnreadableNotifications,
        NotificationDataResponse data => data.UnreadableNotifications,
        _ => [],
    };

    // The place in the error is that in the notification.
    private static DocumentFault Create(UnreadableNotification unreadable, ElementPlaces places)
    {
        var (line, column) = (places.OfNotifications().ElementAtOrDefault(unreadable.Position - 1) ?? places).Find(unreadable.Error.Path ?? "/");
        return new DocumentFault(line, column, Path: null, $"Notification {unreadable.Position}, {unreadable}: {unreadable.Error.Message}");
    }

    private static IEnumerable<DocumentFault> FindIssues(Notification notification, ElementPlaces places) =>
        new NotificationValidator().Validate(notification).Select(issue => Create(places, issue.Path, issue.Reason));

    private static DocumentFault Create(ElementPlaces places, string path, string reason)
    {
        var (line, column) = places.Find(path);
        return new DocumentFault(line, column, path, reason);
    }
}
