using GoogleCheckout.Calculations;
using GoogleCheckout.Carts;
using GoogleCheckout.Sandbox.Infrastructure;
using GoogleCheckout.Sandbox.Merchants;

namespace GoogleCheckout.Sandbox.Calculations;

/// <summary>Posts merchant-calculation callbacks: once, within a timeout, while the buyer waits.</summary>
/// <param name="clock">The sandbox's clock.</param>
/// <param name="connection">The connection to the merchant.</param>
/// <param name="timeout">The time within which the merchant must respond.</param>
/// <param name="log">The log of callbacks and their results.</param>
internal sealed class CalculationCaller(SandboxClock clock, MerchantConnection connection, TimeSpan timeout, SandboxLog<SandboxCalculation> log)
{
    private const int MaxResponseBytes = 1024 * 1024;

    private readonly ResponseLimits _limits = new(timeout, MaxResponseBytes);

    /// <summary>Posts a callback. Failures of the merchant's server are returned as issues, not thrown.</summary>
    /// <param name="callback">The callback.</param>
    /// <param name="calculations">The cart's URL for calculations, and the codes that it accepts.</param>
    /// <param name="error">The reason not to post the callback; null to post it.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The callback and its result.</returns>
    /// <exception cref="OperationCanceledException">The request was canceled.</exception>
    public async Task<SandboxCalculation> CallAsync(MerchantCalculationCallback callback, MerchantCalculations calculations, string? error, CancellationToken cancellationToken)
    {
        var request = new SandboxCalculation { Callback = callback, Url = new Uri(calculations.MerchantCalculationsUrl), AskedAt = clock.Now };
        if (error is not null)
        {
            request = request with { Issues = [error] };
            log.Add(request);
            return request;
        }

        var response = await connection.PostAsync(request.Url, MerchantConnection.XmlContentType, MessageBytes.Of(callback), authorize: true, _limits, cancellationToken).ConfigureAwait(false);
        var calculation = Read(request with { StatusCode = response.StatusCode, ResponseBody = response.Body, Duration = response.Duration }, response, calculations);
        log.Add(calculation);
        return calculation;
    }

    private static SandboxCalculation Read(SandboxCalculation request, MerchantResponse response, MerchantCalculations calculations)
    {
        if (response.Error is { } error)
        {
            return request with { Issues = [error] };
        }

        try
        {
            var results = CheckoutXml.Parse<MerchantCalculationResults>(response.Body);
            return request with
            {
                Results = results,
                AcceptedResults = MerchantCalculationValidator.GetAccepted(request.Callback, results, calculations),
                Issues = [.. MerchantCalculationValidator.Validate(request.Callback, results, calculations).Select(issue => issue.ToString())],
            };
        }
        catch (CheckoutXmlException e)
        {
            return request with { Issues = [$"Error parsing merchant calculation results: {e.Message}"] };
        }
    }
}
