namespace GoogleCheckout.Http;

/// <summary>Notices that the content of a command is sent.</summary>
/// <param name="token">The command's token.</param>
/// <param name="isOnce">Whether a second send is prevented here.</param>
internal sealed class ContentSend(SendOnceToken token, bool isOnce)
{
    private int _count;

    public SendOnceToken Token => token;

    /// <summary>Records that sending begins, unless a handler only reads the content into memory.</summary>
    /// <exception cref="CheckoutException">The content was sent before.</exception>
    public void Start(Stream stream)
    {
        // Without other handlers, nothing reads it into memory.
        if (!token.IsDirect && IsMemory(stream))
        {
            return;
        }

        if (isOnce && Interlocked.Increment(ref _count) > 1)
        {
            throw token.SecondAttempt("A handler of the HttpClient, for example one that retries or follows redirects,");
        }

        token.StartContent();
    }

    // Handlers that log or sign read the content into memory. HttpContent has its own nested stream class for that.
    private static bool IsMemory(Stream stream) => stream is MemoryStream || stream.GetType().DeclaringType == typeof(HttpContent);
}
