namespace GoogleCheckout;

/// <summary>Everywhere. Schema type <c>WorldArea</c>.</summary>
public sealed record WorldArea : Area
{
    internal override bool Covers(NormalizedAddress place) => true;
}
