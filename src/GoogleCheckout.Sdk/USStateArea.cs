namespace GoogleCheckout;

/// <summary>One state of the United States. Schema type <c>USStateArea</c>.</summary>
public sealed record USStateArea : Area
{
    /// <summary>The two upper-case letters of the state. Wire name: <c>state</c>.</summary>
    public required string State { get; init; }

    internal override bool Covers(NormalizedAddress place) => place.IsInUnitedStates && place.State == NormalizedAddress.Compact(State);
}
