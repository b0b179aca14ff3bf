using System.Collections.Concurrent;

namespace GoogleCheckout.Http;

/// <summary>The addresses of a merchant's operations, put together once: a fresh Uri costs more than writing a command.</summary>
internal sealed class Endpoints
{
    private volatile Known? _known;

    public Uri Of(Operation operation, CheckoutOptions options)
    {
        var known = _known;
        if (known is null || !known.IsOf(options))
        {
            _known = known = new Known(options.Environment, options.Donations, options.MerchantId);
        }

        return known.AddressOf(operation);
    }

    private sealed record Known(CheckoutEnvironment Environment, bool Donations, string MerchantId)
    {
        private readonly ConcurrentDictionary<(string Service, bool IsDiagnosis), Uri> _addresses = new();

        public Uri AddressOf(Operation operation) => _addresses.TryGetValue(operation.Path, out var known)
            ? known
            : _addresses[operation.Path] = Environment.Endpoint(operation.Path.Service, Donations, MerchantId, operation.Path.IsDiagnosis);

        public bool IsOf(CheckoutOptions options) =>
            ReferenceEquals(Environment, options.Environment) && Donations == options.Donations && MerchantId == options.MerchantId;
    }
}
