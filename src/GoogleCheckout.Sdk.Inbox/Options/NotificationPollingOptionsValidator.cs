using GoogleCheckout.Inbox.Polling;
using Microsoft.Extensions.Options;

namespace GoogleCheckout.Inbox.Options;

/// <summary>Validates the options of polling and lists all errors.</summary>
internal sealed class NotificationPollingOptionsValidator : IValidateOptions<NotificationPollingOptions>
{
    private static readonly TimeSpan MaxWait = TimeSpan.FromDays(20);

    public ValidateOptionsResult Validate(string? name, NotificationPollingOptions options)
    {
        List<string> errors = [.. options.Origin.GetErrors(options), .. GetErrors(options).Select(error => $"{options.Origin.NameOf(error.Option, options, name)} {error.Text}.")];
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static IEnumerable<(string Option, string Text)> GetErrors(NotificationPollingOptions options)
    {
        if (!Enum.IsDefined(options.Source))
        {
            yield return (nameof(options.Source), $"is not a defined {nameof(NotificationSource)}");
        }

        if (options.Interval <= TimeSpan.Zero || options.Interval > MaxWait)
        {
            yield return (nameof(options.Interval), $"must be more than zero and at most {MaxWait.TotalDays} days");
        }

        if (options.MaxRetryDelay <= TimeSpan.Zero || options.MaxRetryDelay > MaxWait)
        {
            yield return (nameof(options.MaxRetryDelay), $"must be more than zero and at most {MaxWait.TotalDays} days");
        }

        var reach = options.Source == NotificationSource.History ? ServiceLimits.HistoryReach : ServiceLimits.PollingReach;
        if (options.LookBack < ServiceLimits.YoungestAge || options.LookBack > reach)
        {
            yield return (nameof(options.LookBack), $"must be at least {ServiceLimits.YoungestAge.TotalMinutes} minutes and at most {reach.TotalDays} days: the service returns no newer or older notifications");
        }
    }
}
