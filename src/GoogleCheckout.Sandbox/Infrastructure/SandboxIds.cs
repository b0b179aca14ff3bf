using System.Globalization;

namespace GoogleCheckout.Sandbox.Infrastructure;

/// <summary>Generates numbers and ids. The same seed produces the same values in the same order.</summary>
internal sealed class SandboxIds(int? seed)
{
    private readonly Lock _gate = new();

    // The values must be different, but not secret: they protect nothing of value.
#pragma warning disable CA5394
    private readonly Random _random = seed is { } known ? new Random(known) : new Random();

    /// <summary>Creates a number of fifteen digits, for a merchant, a cart or an order.</summary>
    public string Number()
    {
        lock (_gate)
        {
            return _random.NextInt64(100_000_000_000_000, 1_000_000_000_000_000).ToString(CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Creates the serial number of a response, a GUID.</summary>
    public string SerialNumber() => new Guid(NextBytes(16)).ToString();

    /// <summary>Creates a merchant key or a page token of random letters and digits.</summary>
    public string Token() => Convert.ToBase64String(NextBytes(16)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private byte[] NextBytes(int count)
    {
        var bytes = new byte[count];
        lock (_gate)
        {
            _random.NextBytes(bytes);
        }

        return bytes;
    }
#pragma warning restore CA5394
}
