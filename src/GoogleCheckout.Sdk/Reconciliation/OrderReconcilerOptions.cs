using GoogleCheckout.Configuration;

namespace GoogleCheckout.Orders;

/// <summary>
/// The options of an <see cref="OrderReconciler"/>. Set them in the subsection <c>Reconciliation</c> of the merchant's configuration
/// section, or with <c>services.Configure&lt;OrderReconcilerOptions&gt;(options => ...)</c>, which takes precedence.
/// </summary>
public sealed class OrderReconcilerOptions
{
    /// <summary>
    /// Gets or sets how long an order must be unchanged after the response to a command was lost, before the command counts as not
    /// executed and may be sent again; more than zero. Choose a time after which the service executes no command whose
    /// connection was lost.
    /// </summary>
    /// <value>30 seconds unless set.</value>
    public TimeSpan SettleTime { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets or sets the time between two look-ups of an order; more than zero.</summary>
    /// <value>2 seconds unless set.</value>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Gets or sets how long a call waits for an order: for the end of a charge in progress, for the effect of a command, and for
    /// <see cref="SettleTime"/>. More than the sum of <see cref="SettleTime"/> and <see cref="PollInterval"/>, and at most one day. The
    /// last request may take longer: <see cref="CheckoutOptions.Timeout"/> applies to it.
    /// </summary>
    /// <value>2 minutes unless set.</value>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Gets or sets the clock for these times; with a container, the registered one unless set.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Gets where the options come from.</summary>
    internal OptionsOrigin<OrderReconcilerOptions> Origin { get; } = new(nameof(OrderReconcilerOptions), ReconcilerSettings.All);
}
