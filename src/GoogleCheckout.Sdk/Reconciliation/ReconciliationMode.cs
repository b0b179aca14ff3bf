namespace GoogleCheckout.Orders;

/// <summary>Specifies how an <see cref="OrderReconciler"/> begins, and whether it sends commands.</summary>
public enum ReconciliationMode
{
    /// <summary>Looks up the order, and sends what is missing.</summary>
    Send = 0,

    /// <summary>Looks up the order once, and returns the command that would be sent. Sends nothing and does not wait.</summary>
    DryRun,

    /// <summary>
    /// Waits until the order has been unchanged for <see cref="OrderReconcilerOptions.SettleTime"/> before it sends anything. Use it if a
    /// command for the order may have been sent whose outcome is unknown to this object: by a program that was stopped, or by another one.
    /// </summary>
    AfterUnknownOutcome,
}
