using GoogleCheckout.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GoogleCheckout.Configuration;

/// <summary>The options in force. When a change of the configuration is faulty, those before stay in force.</summary>
internal sealed class OptionsSnapshotCache(IOptionsMonitor<CheckoutOptions> monitor, string name, ILogger logger)
{
    private CheckoutOptions? _lastValid;
    private string? _lastFaults;

    /// <exception cref="OptionsValidationException">They were never valid.</exception>
    public CheckoutOptions Get()
    {
        try
        {
            return _lastValid = monitor.Get(name);
        }
        catch (OptionsValidationException e) when (_lastValid is not null)
        {
            if (Interlocked.Exchange(ref _lastFaults, e.Message) != e.Message)
            {
                Log.OptionsRefused(logger, e.Message);
            }

            return _lastValid;
        }
    }
}
