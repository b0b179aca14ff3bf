using System.Globalization;

namespace GoogleCheckout.Sandbox.Infrastructure;

/// <summary>Numbers and names that the service makes up; the same seed makes the same ones in the same order.</summary>
internal sealed class SandboxIds(int? seed)
{
    private readonly Lock _gate = new();

    // They have to differ, not to be secret: nothing they name is worth anything.
#pragma warning disable CA5394
    private readonly Random _random = seed is { } known ? new Random(known) : new Random();

    /// <summary>Fifteen digits: a merchant, a cart or an order.</summary>
    public string Number()
    {
        lock (_gate)
        {
            return _random.NextInt64(100_000_000_000_000, 1_000_000_000_000_000).ToString(CultureInfo.InvariantCulture);
        }
    }

    /// <summary>The serial number of an answer, a GUID.</summary>
    public string SerialNumber() => new Guid(Bytes(16)).ToString();

    /// <summary>Letters and digits without a meaning: a merchant key or a page token.</summary>
    public string Token() => Convert.ToBase64String(Bytes(16)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private byte[] Bytes(int count)
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
