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

    /// <summary>Returns the summary of the delivery, without the buyer's data.</summary>
    /// <returns>The text of <see cref="SandboxDelivery.ToString"/>.</returns>
    public override string ToString() => Delivery.ToString();
}
