namespace GoogleCheckout.Http;

/// <summary>One call of an operation, with its options, document and deadline.</summary>
internal sealed class Call(Operation operation, CheckoutOptions options, Uri endpoint, byte[] document, CancellationToken callerToken) : IDisposable
{
    private MerchantSecrets? _secrets;

    public Operation Operation { get; } = operation;

    public CheckoutOptions Options { get; private set; } = options;

    /// <summary>Gets the secrets of the options, for text from outside. They are collected when a text needs it.</summary>
    public MerchantSecrets Secrets => _secrets ??= MerchantSecrets.Of(Options);

    public byte[] Document { get; } = document;

    public Uri Endpoint { get; private set; } = endpoint;

    public Deadline Deadline { get; } = new(options.TimeProvider, options.Timeout, callerToken);

    public CancellationToken CallerToken { get; } = callerToken;

    /// <summary>Gets the operation and its address, with which messages about the call begin.</summary>
    public string Where => $"{Operation.Name} at {Endpoint.AbsoluteUri}";

    /// <summary>Uses the options of now for another attempt: the key may have been changed while the call waited. The deadline stays.</summary>
    public void Renew(CheckoutOptions options, Uri endpoint)
    {
        (Options, Endpoint) = (options, endpoint);
        _secrets = null;
    }

    public void Dispose() => Deadline.Dispose();
}
