using System.Net;

namespace GoogleCheckout;

/// <summary>A document that was sent or received, with secrets and the buyer's data masked. See <see cref="CheckoutOptions.OnMessage"/>.</summary>
public sealed record MessageLogEntry
{
    /// <summary>Gets the operation, for example <c>charge-order</c>.</summary>
    public required string Operation { get; init; }

    /// <summary>Gets the address of the request.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>Gets the status of a response; null for a request.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>Gets the masked document; a remark in parentheses if the document is not XML.</summary>
    public required string Xml { get; init; }

    /// <summary>Returns a text for logs.</summary>
    /// <returns>The operation and the status, without the document.</returns>
    public override string ToString() => StatusCode is { } status ? $"{Operation} received {(int)status}" : $"{Operation} sent";
}
