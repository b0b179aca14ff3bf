namespace GoogleCheckout.Http;

/// <summary>A command's one permission to reach the network, and what became of it.</summary>
/// <remarks>
/// A retry handler may send the same request again, or a copy that shares nothing with it but the bytes. The ticket
/// therefore travels twice: on the request's content, and with the flow of execution, where no copying loses it.
/// </remarks>
/// <param name="call">The command.</param>
/// <param name="isAlone">Whether no handler but ours is between it and the network.</param>
internal sealed class SendOnceToken(Call call, bool isAlone)
{
    private static readonly AsyncLocal<SendOnceToken?> OfThisFlow = new();

    private int _admissions;
    private volatile bool _contentStarted;

    /// <summary>The command being sent by the code that runs; null for a read.</summary>
    public static SendOnceToken? Current
    {
        get => OfThisFlow.Value;
        set => OfThisFlow.Value = value;
    }

    /// <summary>Whether no handler but ours is between the command and the network.</summary>
    public bool IsAlone => isAlone;

    /// <summary>Whether the command came as far as the handler nearest the network.</summary>
    public bool IsAdmitted => Volatile.Read(ref _admissions) > 0;

    /// <summary>Whether it was this package's own handler that took it from there, which never takes the content before it sends it.</summary>
    public bool IsAtOwnHandler { get; private set; }

    /// <summary>Whether the command's content was taken to be sent; before that, the service cannot have acted on it.</summary>
    public bool IsContentStarted => _contentStarted;

    /// <summary>Lets the command through, once.</summary>
    /// <exception cref="CheckoutException">It was let through before.</exception>
    public void Admit(bool toOwnHandler)
    {
        if (Interlocked.Increment(ref _admissions) > 1)
        {
            throw SecondAttempt("A handler in the HttpClient's pipeline, such as one that retries or hedges,");
        }

        IsAtOwnHandler = toOwnHandler;
    }

    public void StartContent() => _contentStarted = true;

    public CheckoutException SecondAttempt(string culprit) =>
        new($"{call.Where}: {culprit} tried to send the command a second time, and was stopped. The first attempt may have been carried out: look the order up before sending the command again, and let that handler leave Google Checkout commands alone.")
        {
            OutcomeUnknown = true,
        };
}
