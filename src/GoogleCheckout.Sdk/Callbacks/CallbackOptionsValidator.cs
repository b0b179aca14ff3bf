using Microsoft.Extensions.Options;

namespace GoogleCheckout.Callbacks;

/// <summary>Finds everything that is wrong with how callbacks are to be received.</summary>
internal sealed class CallbackOptionsValidator : IValidateOptions<CallbackOptions>
{
    public ValidateOptionsResult Validate(string? name, CallbackOptions options)
    {
        var faults = GetErrors(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> GetErrors(CallbackOptions options)
    {
        if (options.MaxBodyBytes <= 0)
        {
            yield return Fault(nameof(options.MaxBodyBytes), "more than zero");
        }

        if (options.MaxConcurrentFetches <= 0)
        {
            yield return Fault(nameof(options.MaxConcurrentFetches), "more than zero");
        }

        foreach (var (name, time) in new[]
        {
            (nameof(options.BodyTimeout), options.BodyTimeout),
            (nameof(options.CalculationTimeout), options.CalculationTimeout),
            (nameof(options.FetchTimeout), options.FetchTimeout),
        })
        {
            if (time <= TimeSpan.Zero || time > TimeSpan.FromDays(1))
            {
                yield return Fault(name, "more than zero and at most a day");
            }
        }
    }

    private static string Fault(string option, string must) => $"{nameof(CallbackOptions)}.{option} must be {must}.";
}
