namespace GoogleCheckout.Sandbox.Orders;

/// <summary>How long things take.</summary>
internal sealed record OrderTerms
{
    /// <summary>From the order to the end of its review.</summary>
    public required TimeSpan ReviewDelay { get; init; }

    /// <summary>From the command to charge to the bank's answer.</summary>
    public TimeSpan CaptureDelay { get; init; }

    /// <summary>How long the bank keeps the money reserved.</summary>
    public TimeSpan AuthorizationLife { get; init; } = TimeSpan.FromDays(7);

    /// <summary>How long a buyer has to give another card.</summary>
    public TimeSpan CardDeadline { get; init; } = TimeSpan.FromDays(7);
}
