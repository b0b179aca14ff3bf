namespace GoogleCheckout;

/// <summary>One state of the United States. Schema type <c>USStateArea</c>.</summary>
public sealed record USStateArea : Area
{
    /// <summary>The code of the state, two letters; case and spaces around them are ignored. Wire name: <c>state</c>.</summary>
    public required string State { get; init; }

    internal override bool Covers(NormalizedAddress address) => address.IsInUnitedStates && address.State == NormalizedAddress.Normalize(State);
}
