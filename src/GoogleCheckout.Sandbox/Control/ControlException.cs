using System.Net;

namespace GoogleCheckout.Sandbox.Control;

/// <summary>A request that the control endpoint refuses.</summary>
/// <param name="status">The status to answer with.</param>
/// <param name="message">What was wrong, for the one who asked.</param>
internal sealed class ControlException(HttpStatusCode status, string message) : Exception(message)
{
    public HttpStatusCode Status { get; } = status;
}
