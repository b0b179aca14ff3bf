using GoogleCheckout.Calculations;
using GoogleCheckout.Carts;
using GoogleCheckout.Sandbox.Infrastructure;
using GoogleCheckout.Sandbox.Merchants;

namespace GoogleCheckout.Sandbox.Calculations;

/// <summary>Asks the merchant while the buyer waits: once, and not for long.</summary>
/// <param name="clock">Tells when the question was asked.</param>
/// <param name="connection">The way to the merchant.</param>
/// <param name="timeout">How long the merchant may take.</param>
/// <param name="log">Keeps question and answer.</param>
internal sealed class CalculationCaller(SandboxClock clock, MerchantConnection connection, TimeSpan timeout, SandboxLog<SandboxCalculation> log)
{
    private const int MaxResponseBytes = 1024 * 1024;

    private readonly ResponseLimits _limits = new(timeout, MaxResponseBytes);

    /// <summary>Asks. Whatever the merchant does, it ends in an answer or an issue.</summary>
    /// <param name="callback">The question.</param>
    /// <param name="calculations">Where the cart says to ask, and what it accepts.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="OperationCanceledException">The question was given up.</exception>
    public async Task<SandboxCalculation> AskAsync(MerchantCalculationCallback callback, MerchantCalculations calculations, CancellationToken cancellationToken)
    {
        var asked = new SandboxCalculation { Callback = callback, Url = new Uri(calculations.MerchantCalculationsUrl), AskedAt = clock.Now };
        var answer = await connection.PostAsync(asked.Url, MerchantConnection.Content(callback), authorize: true, _limits, cancellationToken).ConfigureAwait(false);
        var calculation = Read(asked with { StatusCode = answer.StatusCode }, answer, calculations);
        log.Add(calculation);
        return calculation;
    }

    private static SandboxCalculation Read(SandboxCalculation asked, MerchantResponse answer, MerchantCalculations calculations)
    {
        if (answer.Error is { } reason)
        {
            return asked with { Issues = [reason] };
        }

        try
        {
            var results = CheckoutXml.Parse<MerchantCalculationResults>(answer.Body);
            return asked with
            {
                Results = results,
                Issues = [.. MerchantCalculationValidator.Validate(asked.Callback, results, calculations).Select(issue => issue.ToString())],
            };
        }
        catch (CheckoutXmlException e)
        {
            return asked with { Issues = [$"Error parsing merchant calculation results: {e.Message}"] };
        }
    }
}
