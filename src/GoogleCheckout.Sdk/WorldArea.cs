namespace GoogleCheckout;

/// <summary>The whole world. Schema type <c>WorldArea</c>.</summary>
public sealed record WorldArea : Area
{
    internal override bool Covers(NormalizedAddress address) => true;
}
