using GoogleCheckout.Notifications;

namespace GoogleCheckout.Sandbox.Service;

/// <summary>Receives each new notification, to push it to the merchant.</summary>
internal interface INotificationSink
{
    /// <summary>Takes a notification; called inside the service's lock, so it must return at once.</summary>
    void Add(Notification notification);
}
