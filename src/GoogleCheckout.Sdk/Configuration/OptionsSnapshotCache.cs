using GoogleCheckout.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GoogleCheckout.Configuration;

/// <summary>Returns the current options. If a changed configuration is invalid, the previous options stay in use.</summary>
internal sealed class OptionsSnapshotCache(IOptionsMonitor<CheckoutOptions> monitor, string name, ILogger logger)
{
    private CheckoutOptions? _lastValid;
    private string? _lastErrors;

    /// <exception cref="OptionsValidationException">The options were never valid.</exception>
    public CheckoutOptions Get()
    {
        try
        {
            return _lastValid = monitor.Get(name);
        }
        catch (OptionsValidationException e) when (_lastValid is not null)
        {
            if (Interlocked.Exchange(ref _lastErrors, e.Message) != e.Message)
            {
                Log.OptionsRejected(logger, e.Message);
            }

            return _lastValid;
        }
    }
}
