namespace GoogleCheckout.Sandbox.Pages.MerchantCenter;

/// <summary>The page of the faults.</summary>
internal sealed record FaultsModel
{
    public required FormToken Token { get; init; }

    public required IReadOnlyList<FaultEntry> Active { get; init; }

    /// <summary>The form that was not executed, or an empty one.</summary>
    public required FaultForm Form { get; init; }

    /// <summary>The reason why a form was not executed; null if it was.</summary>
    public string? Error { get; init; }
}
