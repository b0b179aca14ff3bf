namespace GoogleCheckout;

/// <summary>An exact amount in one currency. Its scale is kept: 12.430 stays 12.430. Schema type <c>Money</c>.</summary>
/// <remarks>
/// A <c>with</c> expression that sets <see cref="Currency"/> does not convert the amount. The default value is 0 without a currency.
/// </remarks>
public readonly partial record struct Money : IComparable<Money>, IFormattable
{
    private static readonly string[] NoMinorUnit =
        ["BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF"];

    private static readonly string[] ThousandthMinorUnit = ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"];

    private readonly string? _currency;

    /// <summary>Makes an amount.</summary>
    /// <param name="amount">The amount in the currency's major unit, such as dollars.</param>
    /// <param name="currency">The ISO 4217 code, such as USD.</param>
    /// <exception cref="ArgumentNullException"><paramref name="currency"/> is null.</exception>
    public Money(decimal amount, string currency)
    {
        Amount = amount;
        _currency = currency ?? throw new ArgumentNullException(nameof(currency));
    }

    /// <summary>The amount in the currency's major unit, such as dollars. Wire value: the element's text.</summary>
    public decimal Amount { get; init; }

    /// <summary>The ISO 4217 code; empty where a received message named none. Wire name: <c>currency</c> (attribute).</summary>
    public string Currency
    {
        get => _currency ?? string.Empty;
        init => _currency = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>Whether the amount has no fraction of the currency's smallest unit: 12.43 USD yes, 12.435 USD no, 12.5 JPY no.</summary>
    public bool IsWholeMinorUnits => decimal.Round(Amount, MinorUnitDigits) == Amount;

    /// <summary>Whether the currency looks like a code of ISO 4217: three upper-case letters.</summary>
    internal bool HasCurrencyCode => Currency.Length == 3 && Currency.All(letter => letter is >= 'A' and <= 'Z');

    /// <summary>Whether no order comes near the amount in any currency; sums of amounts that are not so large do not overflow.</summary>
    internal bool IsBeyondAnyOrder => Math.Abs(Amount) >= 1_000_000_000_000m;

    internal int MinorUnitDigits => NoMinorUnit.Contains(Currency) ? 0 : ThousandthMinorUnit.Contains(Currency) ? 3 : 2;

    /// <summary>Adds two amounts of one currency.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Money operator +(Money left, Money right) => new(left.Amount + right.In(left), left.Currency);

    /// <summary>Subtracts one amount from another of the same currency.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Money operator -(Money left, Money right) => new(left.Amount - right.In(left), left.Currency);

    /// <summary>The same amount with the other sign.</summary>
    public static Money operator -(Money money) => new(-money.Amount, money.Currency);

    /// <summary>The amount that many times.</summary>
    public static Money operator *(Money money, int times) => new(money.Amount * times, money.Currency);

    /// <summary>Whether one amount is less than another of the same currency.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static bool operator <(Money left, Money right) => left.Amount < right.In(left);

    /// <summary>Whether one amount is more than another of the same currency.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static bool operator >(Money left, Money right) => left.Amount > right.In(left);

    /// <summary>Whether one amount is at most another of the same currency.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static bool operator <=(Money left, Money right) => left.Amount <= right.In(left);

    /// <summary>Whether one amount is at least another of the same currency.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static bool operator >=(Money left, Money right) => left.Amount >= right.In(left);

    /// <summary>What <c>+</c> does.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Money Add(Money left, Money right) => left + right;

    /// <summary>What <c>-</c> does.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Money Subtract(Money left, Money right) => left - right;

    /// <summary>What <c>-</c> before one amount does.</summary>
    public static Money Negate(Money money) => -money;

    /// <summary>What <c>*</c> does.</summary>
    public static Money Multiply(Money money, int times) => money * times;

    /// <summary>Orders amounts of one currency.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public int CompareTo(Money other) => Amount.CompareTo(other.In(this));

    /// <summary>Returns the amount and the currency, for example <c>12.50 USD</c>, the same in every culture.</summary>
    public override string ToString() => ToString(format: null, formatProvider: null);

    private decimal In(Money other) => Currency == other.Currency
        ? Amount
        : throw new InvalidOperationException($"Amounts in different currencies cannot be compared or summed: {other} and {this}.");
}
