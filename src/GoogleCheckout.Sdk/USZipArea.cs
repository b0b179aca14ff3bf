namespace GoogleCheckout;

/// <summary>ZIP codes of the United States. Schema type <c>USZipArea</c>.</summary>
public sealed record USZipArea : Area
{
    /// <summary>
    /// Five digits, or up to four digits and an asterisk: <c>94043</c>, <c>940*</c>. Only the first five digits of a ZIP+4 code
    /// are compared. Wire name: <c>zip-pattern</c>.
    /// </summary>
    public required string ZipPattern { get; init; }

    internal override bool Covers(NormalizedAddress address) => address.IsInUnitedStates && address.MatchesPostalCode(ZipPattern);
}
