namespace GoogleCheckout.Http;

/// <summary>An operation on its way: by which options, with which document, for how long.</summary>
internal sealed class Call(Operation operation, CheckoutOptions options, Uri endpoint, byte[] document, CancellationToken cancelledByCaller) : IDisposable
{
    public Operation Operation { get; } = operation;

    public CheckoutOptions Options { get; } = options;

    public byte[] Document { get; } = document;

    public Uri Endpoint { get; } = endpoint;

    public Deadline Deadline { get; } = new(options.TimeProvider, options.Timeout, cancelledByCaller);

    public CancellationToken CancelledByCaller { get; } = cancelledByCaller;

    /// <summary>The operation and its address, as messages about it begin.</summary>
    public string Where => $"{Operation.Name} at {Endpoint.AbsoluteUri}";

    public void Dispose() => Deadline.Dispose();
}
