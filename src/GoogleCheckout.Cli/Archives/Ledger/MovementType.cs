namespace GoogleCheckout.Cli.Archives.Ledger;

/// <summary>The kinds of movements of money.</summary>
internal enum MovementType
{
    Charge,
    Refund,
    Chargeback,
}
