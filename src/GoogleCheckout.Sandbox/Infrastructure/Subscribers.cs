namespace GoogleCheckout.Sandbox.Infrastructure;

/// <summary>The subscribers of an event. Exceptions of subscribers are swallowed.</summary>
internal sealed class Subscribers<TEventArgs>
    where TEventArgs : EventArgs
{
    public event EventHandler<TEventArgs>? Raised;

    /// <summary>Calls the subscribers, one after the other. Do not call it inside a lock.</summary>
    public void Raise(object sender, TEventArgs args)
    {
        foreach (var handler in Delegate.EnumerateInvocationList(Raised))
        {
            try
            {
                handler(sender, args);
            }
            catch (Exception)
            {
                // A test's subscriber must not stop the request or delivery that it observes.
            }
        }
    }
}
