using GoogleCheckout.Inbox.Storage;
using Microsoft.Extensions.Options;

namespace GoogleCheckout.Inbox.Options;

/// <summary>Finds everything that is wrong with how the inbox is to work.</summary>
internal sealed class NotificationInboxOptionsValidator : IValidateOptions<NotificationInboxOptions>
{
    // What a timer takes, and PostgreSQL's limit in milliseconds.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(20);

    public ValidateOptionsResult Validate(string? name, NotificationInboxOptions options)
    {
        var faults = FaultsOf(options).Select(fault => $"{nameof(NotificationInboxOptions)}.{fault}").ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> FaultsOf(NotificationInboxOptions options)
    {
        if (!Enum.IsDefined(options.Mode))
        {
            yield return $"{nameof(options.Mode)} is none of {nameof(NotificationInboxMode)}.";
        }

        if (!Tables.IsPrefix(options.TablePrefix))
        {
            yield return Tables.PrefixFault;
        }

        if (options.KeepKeys < NotificationInboxOptions.ShortestKeepKeys)
        {
            yield return $"{nameof(options.KeepKeys)} must be at least {NotificationInboxOptions.ShortestKeepKeys.TotalDays} days: the service's history reaches back that far.";
        }

        if (options.KeepPayloads < TimeSpan.Zero)
        {
            yield return $"{nameof(options.KeepPayloads)} must not be negative.";
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
            (options.HungAfter, TimeSpan.FromMilliseconds(1), nameof(options.HungAfter)),
            (options.PollInterval, TimeSpan.FromMilliseconds(1), nameof(options.PollInterval)),
            (options.RetryDelay, TimeSpan.Zero, nameof(options.RetryDelay)),
            (options.MaxRetryDelay, options.RetryDelay, nameof(options.MaxRetryDelay)),
        })
        {
            if (time < shortest || time > LongestWait)
            {
                yield return $"{option} must be at least {shortest} and at most {LongestWait.TotalDays} days.";
            }
        }
    }
}
