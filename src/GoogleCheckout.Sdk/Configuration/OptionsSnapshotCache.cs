using GoogleCheckout.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GoogleCheckout.Configuration;

/// <summary>Returns the current options. If a changed configuration is invalid, the previous options stay in use.</summary>
/// <param name="monitor">Reads the options.</param>
/// <param name="cache">The cache of the monitor.</param>
/// <param name="name">The name of the options.</param>
/// <param name="logger">The logger.</param>
internal sealed class OptionsSnapshotCache(IOptionsMonitor<CheckoutOptions> monitor, IOptionsMonitorCache<CheckoutOptions> cache, string name, ILogger logger)
{
    private CheckoutOptions? _lastValid;
    private string? _lastErrors;

    /// <exception cref="OptionsValidationException">The options were never valid.</exception>
    public CheckoutOptions Get()
    {
        try
        {
            _lastValid = monitor.Get(name);
            _lastErrors = null;
            return _lastValid;
        }
        catch (OptionsValidationException e)
        {
            // The cache also keeps errors, but an error about a file ends when the file arrives, without a change of the configuration.
            cache.TryRemove(name);
            if (_lastValid is null)
            {
                throw;
            }

            if (Interlocked.Exchange(ref _lastErrors, e.Message) != e.Message)
            {
                Log.OptionsRejected(logger, e.Message);
            }

            return _lastValid;
        }
    }
}
