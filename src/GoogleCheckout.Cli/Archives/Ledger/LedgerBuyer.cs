namespace GoogleCheckout.Cli.Archives.Ledger;

/// <summary>The buyer of an order, for the books. It is data about a person and must not appear in logs.</summary>
/// <param name="Id">The service's identifier of the buyer.</param>
/// <param name="Name">The name of the billing address, or else of the shipping address.</param>
/// <param name="Email">The email address.</param>
/// <param name="CountryCode">The country of the shipping address, or else of the billing address.</param>
internal sealed record LedgerBuyer(long? Id, string? Name, string? Email, string? CountryCode)
{
    public static LedgerBuyer Unknown { get; } = new(null, null, null, null);

    public LedgerBuyer With(long? id, Address? billing, Address? shipping) => new(
        Id ?? id,
        Name ?? NullIfEmpty(billing?.ContactName) ?? NullIfEmpty(shipping?.ContactName),
        Email ?? NullIfEmpty(billing?.Email) ?? NullIfEmpty(shipping?.Email),
        CountryCode ?? NullIfEmpty(shipping?.CountryCode) ?? NullIfEmpty(billing?.CountryCode));

    public override string ToString() => nameof(LedgerBuyer);

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
