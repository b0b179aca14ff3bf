using GoogleCheckout.Calculations;
using GoogleCheckout.Diagnostics;
using GoogleCheckout.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Callbacks;

/// <summary>Responds to a calculation callback before the deadline; with the configured fallback if the calculation is not finished.</summary>
internal sealed class CalculationResponder(IServiceScopeFactory scopes, TimeProvider clock, ILogger logger)
{
    private const int MaxIssues = 5;

    public async Task<CallbackResponse> GetAsync(MerchantCalculationCallback callback, CallbackOptions options, long arrived, CancellationToken cancellationToken)
    {
        var left = options.CalculationTimeout - clock.GetElapsedTime(arrived);
        if (left <= TimeSpan.Zero)
        {
            return Late(callback, options, arrived);
        }

        using var deadline = new Deadline(clock, left, cancellationToken);

        // A handler that blocks or ignores the token must not delay the response.
        var calculation = Task.Run(() => CalculateAsync(callback, deadline.Token), CancellationToken.None);
        await Task.WhenAny(calculation, Task.Delay(Timeout.InfiniteTimeSpan, deadline.Token)).ConfigureAwait(false);
        if (deadline.HasPassed || !calculation.IsCompleted)
        {
            _ = calculation.ContinueWith(abandoned => abandoned.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            cancellationToken.ThrowIfCancellationRequested();
            return Late(callback, options, arrived);
        }

        return await AnswerAsync(callback, calculation, cancellationToken).ConfigureAwait(false);
    }

    private async Task<CallbackResponse> AnswerAsync(MerchantCalculationCallback callback, Task<MerchantCalculationResults?> calculation, CancellationToken cancellationToken)
    {
        try
        {
            if (await calculation.ConfigureAwait(false) is not { } results)
            {
                CallbackLog.NoCalculationHandler(logger);
                return CallbackResponses.NotNow;
            }

            var response = new CallbackResponse(results);
            Check(callback, results);
            CallbackLog.Calculated(logger, callback.Calculate.Addresses.Count, callback.Calculate.Shipping.Count);
            return response;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e)
        {
            CallbackLog.CalculationFailed(logger, e);
            return CallbackResponses.HandlerFailed;
        }
    }

    private async Task<MerchantCalculationResults?> CalculateAsync(MerchantCalculationCallback callback, CancellationToken cancellationToken)
    {
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            return scope.ServiceProvider.GetService<IMerchantCalculationHandler>() is { } handler
                ? await handler.CalculateAsync(callback, cancellationToken).ConfigureAwait(false)
                : null;
        }
    }

    private CallbackResponse Late(MerchantCalculationCallback callback, CallbackOptions options, long arrived)
    {
        CallbackLog.CalculationLate(logger, clock.GetElapsedTime(arrived).TotalMilliseconds);
        try
        {
            return options.CalculationTimeoutFallback?.Invoke(callback) is { } results ? new CallbackResponse(results) : CallbackResponses.NotNow;
        }
        catch (Exception e)
        {
            CallbackLog.LateCalculationFailed(logger, e);
            return CallbackResponses.NotNow;
        }
    }

    private void Check(MerchantCalculationCallback callback, MerchantCalculationResults results)
    {
        var issues = MerchantCalculationValidator.Validate(callback, results);
        if (issues.Count > 0)
        {
            CallbackLog.FaultyCalculation(logger, issues.Count, string.Join(" ", issues.Take(MaxIssues)));
        }
    }
}
