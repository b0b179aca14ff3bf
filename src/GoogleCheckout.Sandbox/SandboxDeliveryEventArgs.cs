namespace GoogleCheckout.Sandbox;

/// <summary>Data of the <see cref="CheckoutSandbox.DeliveryCompleted"/> event.</summary>
public sealed class SandboxDeliveryEventArgs : EventArgs
{
    /// <summary>Creates the data of an event.</summary>
    /// <param name="delivery">The delivery attempt and its result.</param>
    /// <exception cref="ArgumentNullException"><paramref name="delivery"/> is null.</exception>
    public SandboxDeliveryEventArgs(SandboxDelivery delivery)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        Delivery = delivery;
    }

    /// <summary>The delivery attempt and its result.</summary>
    public SandboxDelivery Delivery { get; }
}
