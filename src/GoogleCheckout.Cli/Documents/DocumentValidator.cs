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
            faults.AddRange(FindIssues(CheckoutXml.Parse(document), new ElementPlaces(document)).Where(issue => !known.Contains(issue.Path)));
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
        NotificationHistoryResponse history => FindIssues(history.Notifications, places),
        NotificationDataResponse data => FindIssues(data.Notifications, places),
        UnknownMessage => [Create(places, "/", "is not a message of the protocol")],
        _ => [],
    };

    private static IEnumerable<DocumentFault> FindIssues(IReadOnlyList<Notification> notifications, ElementPlaces places) =>
        notifications.Zip(places.OfNotifications()).SelectMany(pair => FindIssues(pair.First, pair.Second));

    private static IEnumerable<DocumentFault> FindIssues(Notification notification, ElementPlaces places) =>
        new NotificationValidator().Validate(notification).Select(issue => Create(places, issue.Path, issue.Reason));

    private static DocumentFault Create(ElementPlaces places, string path, string reason)
    {
        var (line, column) = places.Find(path);
        return new DocumentFault(line, column, path, reason);
    }
}
