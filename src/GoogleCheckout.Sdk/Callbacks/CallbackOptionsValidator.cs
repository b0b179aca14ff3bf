using Microsoft.Extensions.Options;

namespace GoogleCheckout.Callbacks;

/// <summary>Validates <see cref="CallbackOptions"/> and returns all errors.</summary>
internal sealed class CallbackOptionsValidator : IValidateOptions<CallbackOptions>
{
    public ValidateOptionsResult Validate(string? name, CallbackOptions options)
    {
        List<string> errors = [.. options.Origin.GetErrors(options), .. GetErrors(options)];
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static IEnumerable<string> GetErrors(CallbackOptions options)
    {
        if (options.MaxBodyBytes <= 0)
        {
            yield return Describe(options, nameof(options.MaxBodyBytes), "more than zero");
        }

        if (options.MaxConcurrentFetches <= 0)
        {
            yield return Describe(options, nameof(options.MaxConcurrentFetches), "more than zero");
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
                yield return Describe(options, name, "more than zero and at most one day, for example 00:00:10 for ten seconds");
            }
        }
    }

    private static string Describe(CallbackOptions options, string option, string requirement) => $"{options.Origin.NameOf(option, options)} must be {requirement}.";
}
