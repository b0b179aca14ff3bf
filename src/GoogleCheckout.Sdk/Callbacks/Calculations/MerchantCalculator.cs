using GoogleCheckout.Validation.Calculations;

namespace GoogleCheckout.Calculations;

/// <summary>
/// Answers a <see cref="MerchantCalculationCallback"/> out of three small functions: what shipping costs, what the tax is,
/// what a code is worth. Derive from it, override those your carts make the service ask for, and register it with
/// <c>AddMerchantCalculationHandler</c>.
/// </summary>
/// <remarks>
/// <para>
/// One result is made for each address and way of shipping, so that none is left out. The functions are called one after
/// the other, so they may share a database connection: first <see cref="ValidateCodeAsync"/>, once for each code; then for each
/// result <see cref="CalculateShippingAsync"/> and <see cref="CalculateTaxAsync"/>. A code that was entered twice counts once.
/// </para>
/// <para>
/// To load something once for all of them, override <see cref="CalculateAsync"/>, load it and call the base.
/// </para>
/// </remarks>
public abstract class MerchantCalculator : IMerchantCalculationHandler
{
    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="callback"/> is null. It is thrown at the call; all other exceptions, by the returned task.</exception>
    /// <exception cref="NotSupportedException">The service asked for something whose function is not overridden.</exception>
    /// <exception cref="InvalidOperationException">A function answered what the service would not take; the message says which and why.</exception>
    public virtual Task<MerchantCalculationResults> CalculateAsync(MerchantCalculationCallback callback, CancellationToken cancellationToken) =>
        AnswerAsync(callback ?? throw new ArgumentNullException(nameof(callback)), cancellationToken);

    /// <summary>
    /// What shipping the whole order costs, 0 or more, in the currency of the cart; null where it cannot be shipped there
    /// that way, which the buyer is not offered then. Asked if the cart has merchant-calculated shipping.
    /// </summary>
    /// <param name="context">Where to, and which way.</param>
    /// <param name="cancellationToken">Fires when the answer would come too late.</param>
    protected virtual Task<Money?> CalculateShippingAsync(ShippingCalculationContext context, CancellationToken cancellationToken) =>
        throw NotOverridden(nameof(CalculateShippingAsync), "shipping; override it, or send carts without merchant-calculated shipping");

    /// <summary>
    /// The tax of the whole order, that of shipping included and as codes change it, 0 or more, in the currency of the
    /// cart and rounded to its smallest unit. Asked if the cart's tax tables are merchant-calculated, and not where the
    /// order cannot be shipped.
    /// </summary>
    /// <param name="context">Where to, which way, and what shipping costs.</param>
    /// <param name="cancellationToken">Fires when the answer would come too late.</param>
    protected virtual Task<Money> CalculateTaxAsync(TaxCalculationContext context, CancellationToken cancellationToken) =>
        throw NotOverridden(nameof(CalculateTaxAsync), "the tax; override it, or send carts whose tax tables are not merchant-calculated");

    /// <summary>
    /// What a code is worth. Asked once for each code, whatever the number of addresses. Answer with a kind the cart
    /// accepts: the question does not say which it does.
    /// </summary>
    /// <param name="context">The code; its methods make the answers. A message of more than 255 characters is cut at the end of a word.</param>
    /// <param name="cancellationToken">Fires when the answer would come too late.</param>
    protected virtual Task<MerchantCodeResult> ValidateCodeAsync(CodeValidationContext context, CancellationToken cancellationToken) =>
        throw NotOverridden(nameof(ValidateCodeAsync), "what a code is worth; override it, or send carts that accept no codes");

    /// <summary>What the buyer is told who enters a code for the second time, in upper or lower case: in English, unless overridden.</summary>
    /// <param name="context">The code, and the buyer's language.</param>
    protected virtual string GetRepeatedCodeMessage(CodeValidationContext context) => "You have entered this code already.";

    private async Task<MerchantCalculationResults> AnswerAsync(MerchantCalculationCallback callback, CancellationToken cancellationToken)
    {
        var asked = callback.Calculate;
        if (asked.Addresses.Count == 0)
        {
            // Every result belongs to an address: without one there is nothing to tell.
            return new MerchantCalculationResults();
        }

        var codes = await AnswerCodesAsync(callback, cancellationToken).ConfigureAwait(false);
        var results = new List<Result>();
        foreach (var (address, shippingName) in CalculationConstraints.Cells(asked))
        {
            var result = new Result { AddressId = address.Id, ShippingName = shippingName, MerchantCodeResults = codes };
            result = await WithShippingAsync(result, callback, address, cancellationToken).ConfigureAwait(false);
            results.Add(await WithTaxAsync(result, callback, address, cancellationToken).ConfigureAwait(false));
        }

        return new MerchantCalculationResults { Results = results };
    }

    private async Task<IReadOnlyList<MerchantCodeResult>> AnswerCodesAsync(MerchantCalculationCallback callback, CancellationToken cancellationToken)
    {
        var codes = callback.Calculate.MerchantCodeStrings;
        var results = new List<MerchantCodeResult>(codes.Count);
        for (var index = 0; index < codes.Count; index++)
        {
            var context = new CodeValidationContext { Callback = callback, CodeResults = [.. results], Code = codes[index].Code };
            results.Add(results.FirstOrDefault(result => result.Code.Equals(context.Code, StringComparison.OrdinalIgnoreCase)) is { } first
                ? AnswerRepeated(context, first)
                : await AnswerCodeAsync(context, $"code {index + 1} of {codes.Count}", cancellationToken).ConfigureAwait(false));
        }

        return results;
    }

    private async Task<MerchantCodeResult> AnswerCodeAsync(CodeValidationContext context, string what, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var result = await ValidateCodeAsync(context, cancellationToken).ConfigureAwait(false)
            ?? throw new InvalidOperationException($"{GetType().Name}.{nameof(ValidateCodeAsync)} answered null for {what}; answer with question.Unknown where the shop does not know a code.");
        if (result.CalculatedAmount is { } amount)
        {
            Require(amount, context, nameof(ValidateCodeAsync), what);
        }

        return result with { Code = context.Code, Message = CalculationConstraints.Cut(result.Message) };
    }

    // Of the kind it was the first time: the cart accepts that one.
    private MerchantCodeResult AnswerRepeated(CodeValidationContext context, MerchantCodeResult first) =>
        first with
        {
            Valid = false,
            Code = context.Code,
            CalculatedAmount = null,
            Message = CalculationConstraints.Cut(GetRepeatedCodeMessage(context)),
        };

    private async Task<Result> WithShippingAsync(Result result, MerchantCalculationCallback callback, AnonymousAddress address, CancellationToken cancellationToken)
    {
        if (result.ShippingName is not { } shippingName)
        {
            return result;
        }

        cancellationToken.ThrowIfCancellationRequested();
        var context = new ShippingCalculationContext { Callback = callback, CodeResults = result.MerchantCodeResults, Address = address, ShippingName = shippingName };
        var rate = await CalculateShippingAsync(context, cancellationToken).ConfigureAwait(false);
        if (rate is { } amount)
        {
            Require(amount, context, nameof(CalculateShippingAsync), PlaceOf(result));
        }

        return result with { Shippable = rate is not null, ShippingRate = rate ?? Nothing(context) };
    }

    private async Task<Result> WithTaxAsync(Result result, MerchantCalculationCallback callback, AnonymousAddress address, CancellationToken cancellationToken)
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
            return result with { TotalTax = Nothing(context) };
        }

        var tax = await CalculateTaxAsync(context, cancellationToken).ConfigureAwait(false);
        Require(tax, context, nameof(CalculateTaxAsync), PlaceOf(result));
        return result with { TotalTax = tax };
    }

    private static string PlaceOf(Result result) =>
        result.ShippingName is null ? $"address {result.AddressId}" : $"address {result.AddressId} and '{result.ShippingName}'";

    // Where nothing can be shipped the amounts mean nothing, but a result without them might count as incomplete.
    private static Money? Nothing(CalculationContext context) => context.Currency.Length == 0 ? null : new Money(0m, context.Currency);

    private void Require(Money amount, CalculationContext context, string function, string what)
    {
        if (CalculationConstraints.GetError(amount, context.Currency) is { } why)
        {
            throw new InvalidOperationException(
                $"{GetType().Name}.{function} answered {amount} for {what}, which {why}. Without a right answer the service goes by the prices and rates of the cart.");
        }
    }

    private NotSupportedException NotOverridden(string function, string asked) =>
        new($"{GetType().Name}.{function} is not overridden, and the service asks for {asked}.");
}
