using GoogleCheckout.Inbox.Options;
using Microsoft.Extensions.Options;

namespace GoogleCheckout.Outbox;

/// <summary>Validates the options of the outbox and lists all errors.</summary>
internal sealed class CheckoutOutboxOptionsValidator : IValidateOptions<CheckoutOutboxOptions>
{
    private static readonly TimeSpan MaxWait = TimeSpan.FromDays(20);

    public ValidateOptionsResult Validate(string? name, CheckoutOutboxOptions options)
    {
        List<string> errors = [.. options.Origin.GetErrors(options), .. GetErrors(options).Select(error => $"{options.Origin.NameOf(error.Option, options)} {error.Text}.")];
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static IEnumerable<(string Option, string Text)> GetErrors(CheckoutOutboxOptions options)
    {
        if (!Tables.IsPrefix(options.TablePrefix))
        {
            yield return (nameof(options.TablePrefix), Tables.PrefixRule);
        }

        if (options.Workers is < 0 or > 1000)
        {
            yield return (nameof(options.Workers), "must be 0 to 1000");
        }

        if (options.MaxAttempts < 1)
        {
            yield return (nameof(options.MaxAttempts), "must be at least 1");
        }

        if (options.MaxHealthyDeadLetters < 0)
        {
            yield return (nameof(options.MaxHealthyDeadLetters), "must not be negative");
        }

        foreach (var (time, min, max, option) in new[]
        {
            (options.PollInterval, TimeSpan.FromMilliseconds(1), MaxWait, nameof(options.PollInterval)),
            (options.RetryDelay, TimeSpan.Zero, MaxWait, nameof(options.RetryDelay)),
            (options.MaxRetryDelay, options.RetryDelay, MaxWait, nameof(options.MaxRetryDelay)),
            (options.PostponeDelay, TimeSpan.FromMilliseconds(1), MaxWait, nameof(options.PostponeDelay)),
            (options.AttemptTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1), nameof(options.AttemptTimeout)),
            (options.Retention, TimeSpan.Zero, TimeSpan.FromDays(36_500), nameof(options.Retention)),
            (options.MaxHealthyWait, TimeSpan.Zero, TimeSpan.FromDays(36_500), nameof(options.MaxHealthyWait)),
        })
        {
            if (time < min || time > max)
            {
                yield return (option, $"must be at least {min} and at most {max.TotalDays} days");
            }
        }
    }
}
