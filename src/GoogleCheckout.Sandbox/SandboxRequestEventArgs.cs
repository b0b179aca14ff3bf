namespace GoogleCheckout.Sandbox;

/// <summary>Data of the <see cref="CheckoutSandbox.RequestAnswered"/> event.</summary>
public sealed class SandboxRequestEventArgs : EventArgs
{
    /// <summary>Creates the data of an event.</summary>
    /// <param name="request">The request and its response.</param>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    public SandboxRequestEventArgs(SandboxRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        Request = request;
    }

    /// <summary>The request and its response.</summary>
    public SandboxRequest Request { get; }

    /// <summary>Returns the summary of the request, without the buyer's data.</summary>
    /// <returns>The text of <see cref="SandboxRequest.ToString"/>.</returns>
    public override string ToString() => Request.ToString();
}
