using System.Net;

namespace GoogleCheckout.Sandbox.Control;

/// <summary>The exception that is thrown if the control endpoint rejects a request.</summary>
/// <param name="status">The status of the response.</param>
/// <param name="message">The reason, for the client.</param>
internal sealed class ControlException(HttpStatusCode status, string message) : Exception(message)
{
    public HttpStatusCode Status { get; } = status;
}
