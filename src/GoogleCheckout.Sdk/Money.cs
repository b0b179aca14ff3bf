namespace GoogleCheckout;

/// <summary>An exact amount in one currency. Keeps its scale: 12.430 stays 12.430. Schema type <c>Money</c>.</summary>
/// <remarks>
/// A <c>with</c> expression that sets <see cref="Currency"/> does not convert the amount. The default value is 0 without a currency.
/// </remarks>
public readonly partial record struct Money : IComparable<Money>, IFormattable
{
    private readonly string? _currency;

    /// <summary>Creates an amount.</summary>
    /// <param name="amount">The amount in the currency's major unit, for example dollars.</param>
    /// <param name="currency">The ISO 4217 code, for example USD.</param>
    /// <exception cref="ArgumentNullException"><paramref name="currency"/> is null.</exception>
    public Money(decimal amount, string currency)
    {
        Amount = amount;
        _currency = currency ?? throw new ArgumentNullException(nameof(currency));
    }

    /// <summary>The amount in the currency's major unit, for example dollars. Wire value: the element's text.</summary>
    public decimal Amount { get; init; }

    /// <summary>The ISO 4217 code; empty if a received message contained none. Wire name: <c>currency</c> (attribute).</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public string Currency
    {
        get => _currency ?? string.Empty;
        init => _currency = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>Whether the amount is a whole number of the currency's smallest unit: true for 12.43 USD, false for 12.435 USD and 12.5 JPY.</summary>
    public bool IsWholeMinorUnits => decimal.Round(Amount, MinorUnitDigits) == Amount;

    /// <summary>Whether the currency has the form of an ISO 4217 code: three upper-case letters.</summary>
    internal bool HasCurrencyCode =>
        Currency is { Length: 3 } code && code[0] is >= 'A' and <= 'Z' && code[1] is >= 'A' and <= 'Z' && code[2] is >= 'A' and <= 'Z';

    /// <summary>Whether the amount is larger than any realistic order in any currency. Sums of smaller amounts do not overflow.</summary>
    internal bool IsBeyondAnyOrder => Math.Abs(Amount) >= 1_000_000_000_000m;

    /// <summary>The amount without zeros at its end that the currency does not need: 12.50 for 12.5000 USD, 1.005 for 1.0050 USD.</summary>
    internal Money WithoutNeedlessDigits => this with
    {
        // The division drops zeros, and no other digit.
        Amount = IsWholeMinorUnits ? decimal.Round(Amount, MinorUnitDigits) : Amount / 1.0000000000000000000000000000m,
    };

    internal int MinorUnitDigits => Currency switch
    {
        "BIF" or "CLP" or "DJF" or "GNF" or "ISK" or "JPY" or "KMF" or "KRW" or "PYG" or "RWF" or "UGX" or "UYI" or "VND" or "VUV" or "XAF" or "XOF" or "XPF" => 0,
        "BHD" or "IQD" or "JOD" or "KWD" or "LYD" or "OMR" or "TND" => 3,
        _ => 2,
    };

    /// <summary>Adds two amounts in the same currency.</summary>
    /// <param name="left">The first amount.</param>
    /// <param name="right">The second amount.</param>
    /// <returns>The sum.</returns>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    /// <exception cref="OverflowException">The result is larger than a decimal can be.</exception>
    public static Money operator +(Money left, Money right) => new(left.Amount + right.GetAmountIn(left), left.Currency);

    /// <summary>Subtracts an amount from another amount in the same currency.</summary>
    /// <param name="left">The amount to subtract from.</param>
    /// <param name="right">The amount to subtract.</param>
    /// <returns>The difference.</returns>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    /// <exception cref="OverflowException">The result is larger than a decimal can be.</exception>
    public static Money operator -(Money left, Money right) => new(left.Amount - right.GetAmountIn(left), left.Currency);

    /// <summary>Negates an amount.</summary>
    /// <param name="money">The amount.</param>
    /// <returns>The amount with the opposite sign.</returns>
    public static Money operator -(Money money) => new(-money.Amount, money.Currency);

    /// <summary>Multiplies an amount by an integer.</summary>
    /// <param name="money">The amount.</param>
    /// <param name="times">The factor.</param>
    /// <returns>The product.</returns>
    /// <exception cref="OverflowException">The result is larger than a decimal can be.</exception>
    public static Money operator *(Money money, int times) => new(money.Amount * times, money.Currency);

    /// <summary>Returns whether an amount is less than another amount in the same currency.</summary>
    /// <param name="left">The first amount.</param>
    /// <param name="right">The second amount.</param>
    /// <returns>True if the first amount is less than the second.</returns>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static bool operator <(Money left, Money right) => left.Amount < right.GetAmountIn(left);

    /// <summary>Returns whether an amount is greater than another amount in the same currency.</summary>
    /// <param name="left">The first amount.</param>
    /// <param name="right">The second amount.</param>
    /// <returns>True if the first amount is greater than the second.</returns>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static bool operator >(Money left, Money right) => left.Amount > right.GetAmountIn(left);

    /// <summary>Returns whether an amount is less than or equal to another amount in the same currency.</summary>
    /// <param name="left">The first amount.</param>
    /// <param name="right">The second amount.</param>
    /// <returns>True if the first amount is less than or equal to the second.</returns>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static bool operator <=(Money left, Money right) => left.Amount <= right.GetAmountIn(left);

    /// <summary>Returns whether an amount is greater than or equal to another amount in the same currency.</summary>
    /// <param name="left">The first amount.</param>
    /// <param name="right">The second amount.</param>
    /// <returns>True if the first amount is greater than or equal to the second.</returns>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static bool operator >=(Money left, Money right) => left.Amount >= right.GetAmountIn(left);

    /// <summary>Adds two amounts in the same currency.</summary>
    /// <param name="left">The first amount.</param>
    /// <param name="right">The second amount.</param>
    /// <returns>The sum.</returns>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    /// <exception cref="OverflowException">The result is larger than a decimal can be.</exception>
    public static Money Add(Money left, Money right) => left + right;

    /// <summary>Subtracts an amount from another amount in the same currency.</summary>
    /// <param name="left">The amount to subtract from.</param>
    /// <param name="right">The amount to subtract.</param>
    /// <returns>The difference.</returns>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    /// <exception cref="OverflowException">The result is larger than a decimal can be.</exception>
    public static Money Subtract(Money left, Money right) => left - right;

    /// <summary>Negates an amount.</summary>
    /// <param name="money">The amount.</param>
    /// <returns>The amount with the opposite sign.</returns>
    public static Money Negate(Money money) => -money;

    /// <summary>Multiplies an amount by an integer.</summary>
    /// <param name="money">The amount.</param>
    /// <param name="times">The factor.</param>
    /// <returns>The product.</returns>
    /// <exception cref="OverflowException">The result is larger than a decimal can be.</exception>
    public static Money Multiply(Money money, int times) => money * times;

    /// <summary>Compares this amount with another amount in the same currency.</summary>
    /// <param name="other">The amount to compare with.</param>
    /// <returns>Less than 0 if this amount is smaller, 0 if the amounts are equal, more than 0 if this amount is larger.</returns>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public int CompareTo(Money other) => Amount.CompareTo(other.GetAmountIn(this));

    /// <summary>
    /// Returns the amount and the currency, for example <c>12.50 USD</c>, in the invariant culture. Zeros after the currency's smallest unit
    /// are omitted, other digits never are.
    /// </summary>
    /// <returns>The text.</returns>
    public override string ToString() => ToString(format: null, formatProvider: null);

    /// <summary>Returns the amount in the currency of another amount if it has none itself: some senders omit the currency.</summary>
    internal Money WithCurrencyOf(Money other) => Currency.Length == 0 ? this with { Currency = other.Currency } : this;

    /// <summary>Subtracts an amount in the same currency. A result that no decimal can hold is the decimal nearest to it, so that received amounts of any size can be compared.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    internal Money SubtractWithinRange(Money right)
    {
        var (minuend, subtrahend) = (Amount, right.GetAmountIn(this));
        return this with
        {
            Amount = subtrahend < 0 && minuend > decimal.MaxValue + subtrahend ? decimal.MaxValue
                : subtrahend > 0 && minuend < decimal.MinValue + subtrahend ? decimal.MinValue
                : minuend - subtrahend,
        };
    }

    private decimal GetAmountIn(Money other) => Currency == other.Currency
        ? Amount
        : throw new InvalidOperationException($"Amounts in different currencies cannot be compared or added: {other} and {this}.");
}
