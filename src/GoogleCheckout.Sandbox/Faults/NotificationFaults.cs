using System.Diagnostics.CodeAnalysis;
using System.Xml.Linq;
using GoogleCheckout.Notifications;
using GoogleCheckout.Reports;
using GoogleCheckout.Sandbox.Infrastructure;

namespace GoogleCheckout.Sandbox.Faults;

/// <summary>
/// The faults of each notification. They are chosen when the notification is first pushed or reported, and do not change afterwards.
/// Do not call the methods inside a lock: they call the test's code. Thread-safe.
/// </summary>
internal sealed class NotificationFaults
{
    private const int MaxNotifications = 10_000;

    private readonly Lock _gate = new();
    private readonly FaultRules<Notification, DeliveryFault> _rules = new();
    private readonly RecentEntries<FaultedNotification> _faulted = new(MaxNotifications);
    private readonly RecentEntries<string> _originalSerialNumbers = new(MaxNotifications);

    public FaultRules<Notification, DeliveryFault> Rules => _rules;

    public void Add(Func<Notification, bool> applies, DeliveryFault fault, int? times) => _rules.Add(applies, fault, times);

    public void Clear()
    {
        lock (_gate)
        {
            _rules.Clear();
            _faulted.Clear();
            _originalSerialNumbers.Clear();
        }
    }

    /// <summary>Returns the notification with its faults; null if it has none.</summary>
    public FaultedNotification? Find(Notification notification)
    {
        FaultedNotification? faulted;
        lock (_gate)
        {
            if (_faulted.TryGet(notification.SerialNumber, out faulted))
            {
                return faulted;
            }
        }

        var applicable = _rules.FindAll(notification);
        lock (_gate)
        {
            // A delivery and a report may meet here: the first takes the faults for both.
            if (_faulted.TryGet(notification.SerialNumber, out faulted))
            {
                return faulted;
            }

            var faults = _rules.Take(applicable);
            if (faults.Count == 0)
            {
                return null;
            }

            faulted = new FaultedNotification(notification, faults);
            _faulted.Add(notification.SerialNumber, faulted);
        }

        if (faulted.Document.SerialNumber is { } sentNumber)
        {
            lock (_gate)
            {
                if (!_originalSerialNumbers.TryGet(sentNumber, out _))
                {
                    _originalSerialNumbers.Add(sentNumber, notification.SerialNumber);
                }
            }
        }

        return faulted;
    }

    /// <summary>Returns the request with the original serial number: a merchant that received a changed one requests that.</summary>
    public NotificationHistoryRequest Understand(NotificationHistoryRequest request)
    {
        lock (_gate)
        {
            return request.SerialNumber is { } sentNumber && _originalSerialNumbers.TryGet(sentNumber, out var serialNumber) ? request with { SerialNumber = serialNumber } : request;
        }
    }

    /// <summary>Creates the document that the merchant receives, if a notification in the report has faults.</summary>
    public bool TryEdit(CheckoutMessage? report, [NotNullWhen(true)] out EditedDocument? document)
    {
        var faulted = GetNotifications(report)
            .Select(notification => (notification.SerialNumber, Faulted: Find(notification)))
            .Where(pair => pair.Faulted is not null)
            .ToDictionary(pair => pair.SerialNumber, pair => pair.Faulted!);
        document = faulted.Count == 0 ? null : Edit(report!.ToXElement(), faulted);
        return document is not null;
    }

    private static IReadOnlyList<Notification> GetNotifications(CheckoutMessage? report) => report switch
    {
        Notification notification => [notification],
        NotificationHistoryResponse history => history.Notifications,
        NotificationDataResponse data => data.Notifications,
        _ => [],
    };

    private static EditedDocument Edit(XElement report, Dictionary<string, FaultedNotification> faulted)
    {
        foreach (var notification in WireXml.Notifications(report).ToList())
        {
            if (notification.Attribute("serial-number") is { } serialNumber && faulted.TryGetValue(serialNumber.Value, out var edited))
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
            HasByteOrderMark = faulted.Values.Any(notification => notification.Document.HasByteOrderMark),
            Page = faulted.Values.Select(notification => notification.Document.Page).FirstOrDefault(page => page is not null),
        };
        var changes = faulted.Values.SelectMany(notification => notification.Faults).SelectMany(fault => fault.ReportChanges).Distinct();
        return document with { Root = changes.Aggregate(report, (changed, change) => change(changed)) };
    }
}
