using GoogleCheckout.Notifications;

namespace GoogleCheckout.Sandbox;

/// <summary>Data of the <see cref="CheckoutSandbox.OrderChanged"/> event.</summary>
public sealed class SandboxOrderEventArgs : EventArgs
{
    /// <summary>Creates the data of an event.</summary>
    /// <param name="notification">The notification that describes the change, whether it is pushed to the merchant or not.</param>
    /// <exception cref="ArgumentNullException"><paramref name="notification"/> is null.</exception>
    public SandboxOrderEventArgs(Notification notification)
    {
        ArgumentNullException.ThrowIfNull(notification);
        Notification = notification;
    }

    /// <summary>The notification that describes the change, whether it is pushed to the merchant or not.</summary>
    public Notification Notification { get; }

    /// <summary>Returns the type, the serial number and the order number of the notification, without the buyer's data.</summary>
    /// <returns>For example <c>ChargeAmountNotification 841171949013218-00010-2 of order 841171949013218</c>.</returns>
    public override string ToString() => Notification.ToString();
}
