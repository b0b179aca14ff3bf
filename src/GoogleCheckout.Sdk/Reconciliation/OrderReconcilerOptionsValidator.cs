using Microsoft.Extensions.Options;

namespace GoogleCheckout.Orders;

/// <summary>Validates <see cref="OrderReconcilerOptions"/> and returns all errors.</summary>
internal sealed class OrderReconcilerOptionsValidator : IValidateOptions<OrderReconcilerOptions>
{
    private static readonly TimeSpan MaxTimeout = TimeSpan.FromDays(1);

    /// <exception cref="ArgumentException">The options are invalid.</exception>
    public static OrderReconcilerOptions EnsureValid(OrderReconcilerOptions options, string parameter)
    {
        var errors = GetErrors(options, merchant: null);
        return errors.Count == 0 ? options : throw new ArgumentException(string.Join(" ", errors), parameter);
    }

    public ValidateOptionsResult Validate(string? name, OrderReconcilerOptions options)
    {
        var errors = GetErrors(options, name);
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static List<string> GetErrors(OrderReconcilerOptions options, string? merchant) =>
        [.. options.Origin.GetErrors(options), .. FindErrors(options).Select(error => $"{options.Origin.NameOf(error.Option, options, merchant)} must be {error.Requirement}.")];

    private static IEnumerable<(string Option, string Requirement)> FindErrors(OrderReconcilerOptions options)
    {
        if (options.SettleTime <= TimeSpan.Zero)
        {
            yield return (nameof(options.SettleTime), "more than zero, for example 00:00:30 for thirty seconds");
        }

        if (options.PollInterval <= TimeSpan.Zero)
        {
            yield return (nameof(options.PollInterval), "more than zero, for example 00:00:02 for two seconds");
        }

        if (options.Timeout > MaxTimeout)
        {
            yield return (nameof(options.Timeout), "at most one day");
        }
        else if (options.SettleTime > MaxTimeout || options.PollInterval > MaxTimeout || options.Timeout <= options.SettleTime + options.PollInterval)
        {
            yield return (nameof(options.Timeout), $"more than {nameof(options.SettleTime)} and {nameof(options.PollInterval)} together, because no command could be sent again otherwise");
        }

        if (options.TimeProvider is null)
        {
            yield return (nameof(options.TimeProvider), "not null");
        }
    }
}
