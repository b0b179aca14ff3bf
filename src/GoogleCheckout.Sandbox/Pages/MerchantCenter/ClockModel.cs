namespace GoogleCheckout.Sandbox.Pages.MerchantCenter;

/// <summary>The page of the sandbox's clock.</summary>
internal sealed record ClockModel
{
    public required FormToken Token { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>The events that happen automatically, the next one first.</summary>
    public required IReadOnlyList<DueEntry> Due { get; init; }

    /// <summary>Whether other merchants have the same clock.</summary>
    public required bool IsShared { get; init; }

    /// <summary>The time by which the clock was advanced by a form of this page just before; null if it was not.</summary>
    public string? Done { get; init; }

    /// <summary>The reason why a form was not executed; null if it was.</summary>
    public string? Error { get; init; }
}
