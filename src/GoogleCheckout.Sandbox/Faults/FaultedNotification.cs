using GoogleCheckout.Notifications;

namespace GoogleCheckout.Sandbox.Faults;

/// <summary>A notification that something goes wrong with.</summary>
internal sealed class FaultedNotification
{
    private readonly Lazy<EditedDocument> _document;

    public FaultedNotification(Notification notification, IReadOnlyList<DeliveryFault> faults)
    {
        Faults = faults;
        _document = new Lazy<EditedDocument>(() => faults.Aggregate(
            new EditedDocument(notification.ToXElement()), (document, fault) => fault.Change?.Invoke(document) ?? document));
    }

    public IReadOnlyList<DeliveryFault> Faults { get; }

    /// <summary>What the merchant gets, the same each time. An edit that throws does so each time.</summary>
    public EditedDocument Document => _document.Value;
}
