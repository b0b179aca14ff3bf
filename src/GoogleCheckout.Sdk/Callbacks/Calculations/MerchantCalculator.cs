using GoogleCheckout.Validation.Calculations;

namespace GoogleCheckout.Calculations;

/// <summary>
/// Responds to a <see cref="MerchantCalculationCallback"/> with the results of three methods: the price of shipping, the tax,
/// and the value of a code. Derive from this class, override the methods that your carts require, and register the class with
/// <c>AddMerchantCalculationHandler</c>.
/// </summary>
/// <remarks>
/// <para>
/// The response contains a result for each address and shipping method. The methods are called one after the other, so
/// they may share a database connection: first <see cref="ValidateCodeAsync"/>, once for each code; then, for each
/// result, <see cref="CalculateShippingAsync"/> and <see cref="CalculateTaxAsync"/>. A code that was entered twice counts once.
/// </para>
/// <para>
/// To load data once for all methods, override <see cref="CalculateAsync"/>, load the data and call the base method.
/// </para>
/// </remarks>
public abstract class MerchantCalculator : IMerchantCalculationHandler
{
    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="callback"/> is null. It is thrown at the call; all other exceptions, by the returned task.</exception>
    /// <exception cref="NotSupportedException">The callback requires a method that is not overridden.</exception>
    /// <exception cref="InvalidOperationException">A method returned a value that the service would reject. The message names the method and the reason.</exception>
    public virtual Task<MerchantCalculationResults> CalculateAsync(MerchantCalculationCallback callback, CancellationToken cancellationToken) =>
        CalculateResultsAsync(callback ?? throw new ArgumentNullException(nameof(callback)), cancellationToken);

    /// <summary>
    /// Calculates the price of shipping the whole order. Called for each address and shipping method if the cart has
    /// merchant-calculated shipping.
    /// </summary>
    /// <param name="context">The address and the shipping method.</param>
    /// <param name="cancellationToken">Canceled when a response would be too late.</param>
    /// <returns>
    /// The price, 0 or more, in the currency of the cart. Null if the method does not ship to the address; the buyer is then not
    /// offered the method.
    /// </returns>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    /// <exception cref="NotSupportedException">The method is not overridden.</exception>
    protected virtual Task<Money?> CalculateShippingAsync(ShippingCalculationContext context, CancellationToken cancellationToken) =>
        throw NotOverridden(nameof(CalculateShippingAsync), "shipping prices. Override it, or send carts without merchant-calculated shipping");

    /// <summary>
    /// Calculates the tax of the whole order, including the tax on shipping and the effect of codes. Called for each address and
    /// shipping method if the tax tables of the cart are merchant-calculated, unless the method does not ship to the address.
    /// </summary>
    /// <param name="context">The address, the shipping method and the price of shipping.</param>
    /// <param name="cancellationToken">Canceled when a response would be too late.</param>
    /// <returns>The tax, 0 or more, in the currency of the cart and rounded to its smallest unit.</returns>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    /// <exception cref="NotSupportedException">The method is not overridden.</exception>
    protected virtual Task<Money> CalculateTaxAsync(TaxCalculationContext context, CancellationToken cancellationToken) =>
        throw NotOverridden(nameof(CalculateTaxAsync), "the tax. Override it, or send carts whose tax tables are not merchant-calculated");

    /// <summary>Validates a code and determines its value. Called once for each code, for any number of addresses.</summary>
    /// <param name="context">The code. Its methods create the results.</param>
    /// <param name="cancellationToken">Canceled when a response would be too late.</param>
    /// <returns>
    /// The result, of a kind that the cart accepts; the callback does not say which kinds these are. A message of more than 255
    /// characters is shortened at the end of a word.
    /// </returns>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    /// <exception cref="NotSupportedException">The method is not overridden.</exception>
    protected virtual Task<MerchantCodeResult> ValidateCodeAsync(CodeValidationContext context, CancellationToken cancellationToken) =>
        throw NotOverridden(nameof(ValidateCodeAsync), "the value of a code. Override it, or send carts that accept no codes");

    /// <summary>
    /// Returns the message to a buyer who enters a code again; uppercase and lowercase letters are considered equal. The default
    /// message is in English.
    /// </summary>
    /// <param name="context">The code, and the buyer's language.</param>
    /// <returns>The message. If it has more than 255 characters, it is shortened at the end of a word.</returns>
    protected virtual string GetRepeatedCodeMessage(CodeValidationContext context) => "You have entered this code already.";

    private async Task<MerchantCalculationResults> CalculateResultsAsync(MerchantCalculationCallback callback, CancellationToken cancellationToken)
    {
        var calculate = callback.Calculate;
        if (calculate.Addresses.Count == 0)
        {
            // Each result belongs to an address.
            return new MerchantCalculationResults();
        }

        var currency = CalculationConstraints.CurrencyOf(callback.ShoppingCart);
        var codes = await ValidateCodesAsync(callback, currency, cancellationToken).ConfigureAwait(false);
        var results = new List<Result>();
        foreach (var (address, shippingName) in CalculationConstraints.Cells(calculate))
        {
            // The methods need not look at the token, and without shipping and tax none is called.
            cancellationToken.ThrowIfCancellationRequested();
            var result = new Result { AddressId = address.Id, ShippingName = shippingName, MerchantCodeResults = codes };
            result = await AddShippingAsync(result, callback, currency, address, cancellationToken).ConfigureAwait(false);
            results.Add(await AddTaxAsync(result, callback, currency, address, cancellationToken).ConfigureAwait(false));
        }

        return new MerchantCalculationResults { Results = results };
    }

    private async Task<IReadOnlyList<MerchantCodeResult>> ValidateCodesAsync(MerchantCalculationCallback callback, string currency, CancellationToken cancellationToken)
    {
        var codes = callback.Calculate.MerchantCodeStrings;
        var results = new MerchantCodeResult[codes.Count];
        var firstResults = new Dictionary<string, MerchantCodeResult>(StringComparer.OrdinalIgnoreCase);
        for (var index = 0; index < codes.Count; index++)
        {
            cancellationToken.ThrowIfCancellationRequested();

            // The results before this one, without a copy for each code.
            var context = new CodeValidationContext { Callback = callback, CodeResults = new ArraySegment<MerchantCodeResult>(results, 0, index), Code = codes[index].Code };
            if (firstResults.TryGetValue(context.Code, out var first))
            {
                results[index] = RejectRepeatedCode(context, first);
                continue;
            }

            results[index] = await ValidateFirstUseAsync(context, currency, $"code {index + 1} of {codes.Count}", cancellationToken).ConfigureAwait(false);
            firstResults.Add(context.Code, results[index]);
        }

        return results;
    }

    private async Task<MerchantCodeResult> ValidateFirstUseAsync(CodeValidationContext context, string currency, string subject, CancellationToken cancellationToken)
    {
        var result = await ValidateCodeAsync(context, cancellationToken).ConfigureAwait(false)
            ?? throw new InvalidOperationException($"{GetType().Name}.{nameof(ValidateCodeAsync)} returned null for {subject}. For a code that is not valid, return context.{nameof(CodeValidationContext.Invalid)}(...).");
        if (result.CalculatedAmount is { } amount && CalculationConstraints.GetError(amount, currency) is { } reason)
        {
            throw Invalid(nameof(ValidateCodeAsync), amount, subject, reason);
        }

        return result with { Code = context.Code, Message = CalculationConstraints.Cut(result.Message) };
    }

    // The result has the kind of the first one, because the cart accepts that kind.
    private MerchantCodeResult RejectRepeatedCode(CodeValidationContext context, MerchantCodeResult first) =>
        first with
        {
            Valid = false,
            Code = context.Code,
            CalculatedAmount = null,
            Message = CalculationConstraints.Cut(GetRepeatedCodeMessage(context)),
        };

    private async Task<Result> AddShippingAsync(Result result, MerchantCalculationCallback callback, string currency, AnonymousAddress address, CancellationToken cancellationToken)
    {
        if (result.ShippingName is not { } shippingName)
        {
            return result;
        }

        var context = new ShippingCalculationContext { Callback = callback, CodeResults = result.MerchantCodeResults, Address = address, ShippingName = shippingName };
        var rate = await CalculateShippingAsync(context, cancellationToken).ConfigureAwait(false);
        if (rate is { } amount && CalculationConstraints.GetError(amount, currency) is { } reason)
        {
            throw Invalid(nameof(CalculateShippingAsync), amount, Describe(result), reason);
        }

        return result with { Shippable = rate is not null, ShippingRate = rate ?? CreateZero(currency) };
    }

    private async Task<Result> AddTaxAsync(Result result, MerchantCalculationCallback callback, string currency, AnonymousAddress address, CancellationToken cancellationToken)
    {
        if (callback.Calculate.Tax != true)
        {
            return result;
        }

        cancellationToken.ThrowIfCancellationRequested();
        var context = new TaxCalculationContext
        {
            Callback = callback,
            CodeResults = result.MerchantCodeResults,
            Address = address,
            ShippingName = result.ShippingName,
            ShippingRate = result.ShippingRate,
        };
        if (result.Shippable == false)
        {
            return result with { TotalTax = CreateZero(currency) };
        }

        var tax = await CalculateTaxAsync(context, cancellationToken).ConfigureAwait(false);
        return CalculationConstraints.GetError(tax, currency) is { } reason
            ? throw Invalid(nameof(CalculateTaxAsync), tax, Describe(result), reason)
            : result with { TotalTax = tax };
    }

    private static string Describe(Result result) => result.ShippingName is { } name
        ? $"address {QuotedText.OfIdentifier(result.AddressId, QuotedText.NameLength)} and '{QuotedText.Of(name)}'"
        : $"address {QuotedText.OfIdentifier(result.AddressId, QuotedText.NameLength)}";

    // If the order cannot be shipped, the service ignores the amounts, but it might reject a result without them as incomplete.
    private static Money? CreateZero(string currency) => currency.Length == 0 ? null : new Money(0m, currency);

    private InvalidOperationException Invalid(string method, Money amount, string subject, string reason) =>
        new($"{GetType().Name}.{method} returned {amount} for {subject}, which {reason}. Without a valid response the service uses the prices and rates in the cart.");

    private NotSupportedException NotOverridden(string method, string requested) =>
        new($"{GetType().Name}.{method} is not overridden, but the service requests {requested}.");
}
