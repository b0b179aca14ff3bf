namespace GoogleCheckout.Inbox.ExactlyOnce;

/// <summary>What the judge found.</summary>
internal sealed record Verdict
{
    /// <summary>Notifications that were sent.</summary>
    public required int Sent { get; init; }

    /// <summary>Those of them that were acknowledged.</summary>
    public required int Acknowledged { get; init; }

    /// <summary>Rows the handlers left.</summary>
    public required int Effects { get; init; }

    /// <summary>Notifications without an effect.</summary>
    public required int Missing { get; init; }

    /// <summary>Effects beyond the first of their notification.</summary>
    public required int Doubled { get; init; }

    /// <summary>Effects of what was never sent.</summary>
    public required int Strangers { get; init; }

    /// <summary>Times that two handlers of one order were at work at once.</summary>
    public required int Overlaps { get; init; }

    /// <summary>Effects that an earlier, stored notification of the order should have had precedence over; null where the mode promises no order.</summary>
    public required int? OutOfOrder { get; init; }

    /// <summary>Effects whose worker had several stored ones of the order to choose from, so that the figure above says something.</summary>
    public required int Choices { get; init; }

    public bool IsExactlyOnce =>
        Acknowledged == Sent && Effects == Sent && Missing == 0 && Doubled == 0 && Strangers == 0 && Overlaps == 0 && (OutOfOrder ?? 0) == 0;
}
