using GoogleCheckout.Notifications;

namespace GoogleCheckout.Sandbox.Service;

/// <summary>Receives new notifications and pushes them to the merchant.</summary>
internal interface INotificationSink
{
    /// <summary>Adds a notification. The service calls it while it holds its lock, so the method must return without blocking.</summary>
    void Add(Notification notification);
}
