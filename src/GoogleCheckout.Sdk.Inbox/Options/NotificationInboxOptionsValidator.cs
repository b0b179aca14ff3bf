using Microsoft.Extensions.Options;

namespace GoogleCheckout.Inbox.Options;

/// <summary>Validates the options of the inbox and lists all errors.</summary>
internal sealed class NotificationInboxOptionsValidator : IValidateOptions<NotificationInboxOptions>
{
    // Within the limits of a timer and of PostgreSQL's timeout in milliseconds.
    private static readonly TimeSpan MaxWait = TimeSpan.FromDays(20);

    // The retention is subtracted from the time.
    private static readonly TimeSpan MaxRetention = TimeSpan.FromDays(36_500);

    public ValidateOptionsResult Validate(string? name, NotificationInboxOptions options)
    {
        List<string> errors = [.. options.Origin.GetErrors(options), .. GetErrors(options).Select(error => $"{options.Origin.NameOf(error.Option, options)} {error.Text}.")];
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static IEnumerable<(string Option, string Text)> GetErrors(NotificationInboxOptions options)
    {
        if (!Enum.IsDefined(options.Mode))
        {
            yield return (nameof(options.Mode), $"is not a defined {nameof(NotificationInboxMode)}");
        }

        if (!Tables.IsPrefix(options.TablePrefix))
        {
            yield return (nameof(options.TablePrefix), Tables.PrefixRule);
        }

        if (options.DeduplicationRetention < NotificationInboxOptions.MinDeduplicationRetention || options.DeduplicationRetention > MaxRetention)
        {
            yield return (nameof(options.DeduplicationRetention), $"must be at least {NotificationInboxOptions.MinDeduplicationRetention.TotalDays} days, which is the range of the service's history, and at most {MaxRetention.TotalDays} days; write 450.00:00:00");
        }

        if (options.PayloadRetention < TimeSpan.Zero || options.PayloadRetention > MaxRetention)
        {
            yield return (nameof(options.PayloadRetention), $"must not be negative, and at most {MaxRetention.TotalDays} days");
        }

        if (options.Workers is < 1 or > 1000)
        {
            yield return (nameof(options.Workers), "must be 1 to 1000");
        }

        if (options.MaxHealthyWait < TimeSpan.Zero || options.MaxHealthyWait > MaxRetention)
        {
            yield return (nameof(options.MaxHealthyWait), $"must not be negative, and at most {MaxRetention.TotalDays} days");
        }

        if (options.MaxHealthyDeadLetters < 0)
        {
            yield return (nameof(options.MaxHealthyDeadLetters), "must not be negative");
        }

        if (options.MaxAttempts < 1)
        {
            yield return (nameof(options.MaxAttempts), "must be at least 1");
        }

        foreach (var (time, min, option) in new[]
        {
            (options.HandlerTimeout, TimeSpan.FromMilliseconds(1), nameof(options.HandlerTimeout)),
            (options.PollInterval, TimeSpan.FromMilliseconds(1), nameof(options.PollInterval)),
            (options.RetryDelay, TimeSpan.Zero, nameof(options.RetryDelay)),
            (options.MaxRetryDelay, options.RetryDelay, nameof(options.MaxRetryDelay)),
        })
        {
            if (time < min || time > MaxWait)
            {
                yield return (option, $"must be at least {min} and at most {MaxWait.TotalDays} days");
            }
        }
    }
}
