namespace GoogleCheckout.Http;

/// <summary>Allows a command to be sent once, and records how far it was sent.</summary>
/// <remarks>
/// A retry handler may send the same request again, or a copy of its bytes in a new request. The token is therefore kept
/// in two places: on the request's content, and in the execution context, where copying the request does not lose it.
/// </remarks>
/// <param name="call">The command.</param>
/// <param name="isDirect">Whether no handler except ours is between the command and the network.</param>
internal sealed class SendOnceToken(Call call, bool isDirect)
{
    private static readonly AsyncLocal<SendOnceToken?> CurrentToken = new();

    private int _admissions;
    private volatile bool _contentStarted;

    /// <summary>Gets or sets the token of the command that the current execution context sends; null for a query.</summary>
    public static SendOnceToken? Current
    {
        get => CurrentToken.Value;
        set => CurrentToken.Value = value;
    }

    /// <summary>Gets whether no handler except ours is between the command and the network.</summary>
    public bool IsDirect => isDirect;

    /// <summary>Gets whether the command reached the handler closest to the network.</summary>
    public bool IsAdmitted => Volatile.Read(ref _admissions) > 0;

    /// <summary>Gets whether the command reached this package's own primary handler, which never reads the content before it sends it.</summary>
    public bool IsAtOwnHandler { get; private set; }

    /// <summary>Gets whether sending the command's content began; before that, the service cannot have executed it.</summary>
    public bool IsContentStarted => _contentStarted;

    /// <summary>Admits the command to the network, once.</summary>
    /// <exception cref="CheckoutException">The command was admitted before.</exception>
    public void Admit(bool toOwnHandler)
    {
        if (Interlocked.Increment(ref _admissions) > 1)
        {
            throw SecondAttempt("A handler in the HttpClient's pipeline, for example one that retries or hedges,");
        }

        IsAtOwnHandler = toOwnHandler;
    }

    public void StartContent() => _contentStarted = true;

    public CheckoutException SecondAttempt(string sender) =>
        new($"{call.Where}: {sender} tried to send the command a second time and was stopped. The first attempt may have been executed: look up the order before you send the command again, and exclude Google Checkout commands from that handler.")
        {
            OutcomeUnknown = true,
        };
}
