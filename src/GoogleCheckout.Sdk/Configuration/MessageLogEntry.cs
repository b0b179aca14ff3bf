using System.Net;

namespace GoogleCheckout;

/// <summary>A document that was sent or received, its secrets and the buyer's data masked. See <see cref="CheckoutOptions.OnMessage"/>.</summary>
public sealed record MessageLogEntry
{
    /// <summary>What was asked of the service, such as <c>charge-order</c>.</summary>
    public required string Operation { get; init; }

    /// <summary>Where it was asked.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>The status of the answer; null for what was sent.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>The document, masked; a remark in parentheses where there was no XML.</summary>
    public required string Xml { get; init; }

    /// <summary>The operation and the status, not the document.</summary>
    public override string ToString() => StatusCode is { } status ? $"{Operation} answered {(int)status}" : $"{Operation} sent";
}
