using System.Collections.Concurrent;

namespace GoogleCheckout.Http;

/// <summary>Caches the addresses of a merchant's operations, because creating one costs more than writing a command.</summary>
internal sealed class Endpoints
{
    private volatile Cached? _cached;

    public Uri Get(Operation operation, CheckoutOptions options)
    {
        var cached = _cached;
        if (cached is null || !cached.Matches(options))
        {
            _cached = cached = new Cached(options.Environment, options.Donations, options.MerchantId);
        }

        return cached.GetAddress(operation);
    }

    private sealed record Cached(CheckoutEnvironment Environment, bool Donations, string MerchantId)
    {
        private readonly ConcurrentDictionary<(string Service, bool IsDiagnosis), Uri> _addresses = new();

        public Uri GetAddress(Operation operation) => _addresses.TryGetValue(operation.Path, out var cached)
            ? cached
            : _addresses[operation.Path] = Environment.GetEndpoint(operation.Path.Service, Donations, MerchantId, operation.Path.IsDiagnosis);

        public bool Matches(CheckoutOptions options) =>
            ReferenceEquals(Environment, options.Environment) && Donations == options.Donations && MerchantId == options.MerchantId;
    }
}
