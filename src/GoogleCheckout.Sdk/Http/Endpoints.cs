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
        // A few, so that a search is faster than a dictionary. An address that another thread's replaces is created again.
        private volatile ((string Service, bool IsDiagnosis) Path, Uri Address)[] _addresses = [];

        public Uri GetAddress(Operation operation)
        {
            foreach (var (path, cached) in _addresses)
            {
                if (path == operation.Path)
                {
                    return cached;
                }
            }

            var address = Environment.GetEndpoint(operation.Path.Service, Donations, MerchantId, operation.Path.IsDiagnosis);
            _addresses = [.. _addresses, (operation.Path, address)];
            return address;
        }

        public bool Matches(CheckoutOptions options) =>
            ReferenceEquals(Environment, options.Environment) && Donations == options.Donations && MerchantId == options.MerchantId;
    }
}
