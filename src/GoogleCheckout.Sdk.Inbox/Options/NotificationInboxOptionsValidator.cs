using GoogleCheckout.Inbox.Storage;
using Microsoft.Extensions.Options;

namespace GoogleCheckout.Inbox.Options;

/// <summary>Finds everything that is wrong with how the inbox is to work.</summary>
internal sealed class NotificationInboxOptionsValidator : IValidateOptions<NotificationInboxOptions>
{
    // What a timer takes, and PostgreSQL's limit in milliseconds.
    private static readonly TimeSpan MaxWait = TimeSpan.FromDays(20);

    public ValidateOptionsResult Validate(string? name, NotificationInboxOptions options)
    {
        var faults = GetErrors(options).Select(fault => $"{nameof(NotificationInboxOptions)}.{fault}").ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> GetErrors(NotificationInboxOptions options)
    {
        if (!Enum.IsDefined(options.Mode))
        {
            yield return $"{nameof(options.Mode)} is none of {nameof(NotificationInboxMode)}.";
        }

        if (!Tables.IsPrefix(options.TablePrefix))
        {
            yield return Tables.PrefixFault;
        }

        if (options.DeduplicationRetention < NotificationInboxOptions.MinDeduplicationRetention)
        {
            yield return $"{nameof(options.DeduplicationRetention)} must be at least {NotificationInboxOptions.MinDeduplicationRetention.TotalDays} days: the service's history reaches back that far.";
        }

        if (options.PayloadRetention < TimeSpan.Zero)
        {
            yield return $"{nameof(options.PayloadRetention)} must not be negative.";
        }

        if (options.Workers is < 1 or > 1000)
        {
            yield return $"{nameof(options.Workers)} must be 1 to 1000.";
        }

        if (options.MaxAttempts < 1)
        {
            yield return $"{nameof(options.MaxAttempts)} must be at least 1.";
        }

        foreach (var (time, shortest, option) in new[]
        {
            (options.HandlerTimeout, TimeSpan.FromMilliseconds(1), nameof(options.HandlerTimeout)),
            (options.PollInterval, TimeSpan.FromMilliseconds(1), nameof(options.PollInterval)),
            (options.RetryDelay, TimeSpan.Zero, nameof(options.RetryDelay)),
            (options.MaxRetryDelay, options.RetryDelay, nameof(options.MaxRetryDelay)),
        })
        {
            if (time < shortest || time > MaxWait)
            {
                yield return $"{option} must be at least {shortest} and at most {MaxWait.TotalDays} days.";
            }
        }
    }
}
