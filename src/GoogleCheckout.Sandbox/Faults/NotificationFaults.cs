using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Xml.Linq;
using GoogleCheckout.Notifications;
using GoogleCheckout.Reports;

namespace GoogleCheckout.Sandbox.Faults;

/// <summary>
/// What goes wrong with which notification: decided when it first goes out, one way or another, and the same from then on.
/// Calls the test's code, so none of it is to be used inside a lock. Safe for many callers.
/// </summary>
internal sealed class NotificationFaults
{
    private readonly FaultRules<Notification, DeliveryFault> _rules = new();
    private readonly ConcurrentDictionary<string, FaultedNotification> _struck = [];
    private readonly ConcurrentDictionary<string, string> _trueSerialNumbers = [];

    public void Add(Func<Notification, bool> applies, DeliveryFault fault, int? times) => _rules.Add(applies, fault, times);

    public void Clear()
    {
        _rules.Clear();
        _struck.Clear();
        _trueSerialNumbers.Clear();
    }

    /// <summary>What goes wrong with it; null for nothing.</summary>
    public FaultedNotification? Of(Notification notification)
    {
        if (_struck.TryGetValue(notification.SerialNumber, out var known))
        {
            return known;
        }

        var faults = _rules.TakeAll(notification);
        if (faults.Count == 0)
        {
            return null;
        }

        var struck = _struck.GetOrAdd(notification.SerialNumber, new FaultedNotification(notification, faults));
        if (struck.Document.SerialNumber is { } told)
        {
            _trueSerialNumbers.TryAdd(told, notification.SerialNumber);
        }

        return struck;
    }

    /// <summary>The request as the service understands it: a merchant who was told another serial number asks for that.</summary>
    public NotificationHistoryRequest Understand(NotificationHistoryRequest request) =>
        request.SerialNumber is { } told && _trueSerialNumbers.TryGetValue(told, out var serialNumber) ? request with { SerialNumber = serialNumber } : request;

    /// <summary>The report as the merchant gets it, where something goes wrong with a notification in it.</summary>
    public bool TryEdit(CheckoutMessage? report, [NotNullWhen(true)] out EditedDocument? document)
    {
        var struck = NotificationsIn(report)
            .Select(notification => (notification.SerialNumber, Struck: Of(notification)))
            .Where(pair => pair.Struck is not null)
            .ToDictionary(pair => pair.SerialNumber, pair => pair.Struck!);
        document = struck.Count == 0 ? null : Edited(report!.ToXElement(), struck);
        return document is not null;
    }

    private static IReadOnlyList<Notification> NotificationsIn(CheckoutMessage? report) => report switch
    {
        Notification notification => [notification],
        NotificationHistoryResponse history => history.Notifications,
        NotificationDataResponse data => data.Notifications,
        _ => [],
    };

    private static EditedDocument Edited(XElement report, Dictionary<string, FaultedNotification> struck)
    {
        foreach (var notification in WireXml.Notifications(report).ToList())
        {
            if (notification.Attribute("serial-number") is { } serialNumber && struck.TryGetValue(serialNumber.Value, out var edited))
            {
                if (notification == report)
                {
                    report = new XElement(edited.Document.Root);
                }
                else
                {
                    notification.ReplaceWith(new XElement(edited.Document.Root));
                }
            }
        }

        var document = new EditedDocument(report)
        {
            HasByteOrderMark = struck.Values.Any(notification => notification.Document.HasByteOrderMark),
            Page = struck.Values.Select(notification => notification.Document.Page).FirstOrDefault(page => page is not null),
        };
        var changes = struck.Values.SelectMany(notification => notification.Faults).SelectMany(fault => fault.ReportChanges).Distinct();
        return document with { Root = changes.Aggregate(report, (changed, change) => change(changed)) };
    }
}
