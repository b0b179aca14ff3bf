namespace GoogleCheckout.Sandbox.Infrastructure;

/// <summary>Those who want to hear of something. Their code is not the sandbox's: what it throws stops nobody.</summary>
internal sealed class Hook<T>
{
    public event Action<T>? Raised;

    /// <summary>Tells them, one after the other; not to be used inside a lock.</summary>
    public void Raise(T news)
    {
        foreach (var handler in Delegate.EnumerateInvocationList(Raised))
        {
            try
            {
                handler(news);
            }
            catch (Exception)
            {
                // The request or delivery that it was told of goes on.
            }
        }
    }
}
