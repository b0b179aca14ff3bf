using Microsoft.Extensions.Options;

namespace GoogleCheckout.Callbacks;

/// <summary>Validates <see cref="CallbackOptions"/> and returns all errors.</summary>
internal sealed class CallbackOptionsValidator : IValidateOptions<CallbackOptions>
{
    public ValidateOptionsResult Validate(string? name, CallbackOptions options)
    {
        var errors = GetErrors(options).ToList();
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static IEnumerable<string> GetErrors(CallbackOptions options)
    {
        if (options.MaxBodyBytes <= 0)
        {
            yield return Describe(nameof(options.MaxBodyBytes), "more than zero");
        }

        if (options.MaxConcurrentFetches <= 0)
        {
            yield return Describe(nameof(options.MaxConcurrentFetches), "more than zero");
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
                yield return Describe(name, "more than zero and at most one day");
            }
        }
    }

    private static string Describe(string option, string requirement) => $"{nameof(CallbackOptions)}.{option} must be {requirement}.";
}
