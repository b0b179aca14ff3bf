namespace GoogleCheckout;

/// <summary>ZIP codes of the United States. Schema type <c>USZipArea</c>.</summary>
public sealed record USZipArea : Area
{
    /// <summary>
    /// Five digits, or up to four and an asterisk: <c>94043</c>, <c>940*</c>. Of a ZIP+4 code the first five digits
    /// count. Wire name: <c>zip-pattern</c>.
    /// </summary>
    public required string ZipPattern { get; init; }

    internal override bool Covers(NormalizedAddress place) => place.IsInUnitedStates && place.HasPostalCodeLike(ZipPattern);
}
