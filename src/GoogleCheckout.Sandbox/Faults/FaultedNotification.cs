using GoogleCheckout.Notifications;

namespace GoogleCheckout.Sandbox.Faults;

/// <summary>A notification with the faults that apply to it.</summary>
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

    /// <summary>The document that the merchant receives, the same each time. If an edit throws, it throws each time.</summary>
    public EditedDocument Document => _document.Value;
}
