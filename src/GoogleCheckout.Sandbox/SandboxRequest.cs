using System.Globalization;
using System.Net;
using GoogleCheckout.Carts;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Sandbox;

/// <summary>A request that the sandbox received, and its response. A client that fails the TLS handshake sends no request.</summary>
public sealed record SandboxRequest
{
    /// <summary>The time at which the request was received, by the sandbox's clock.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>The path, for example <c>/api/checkout/v2/request/Merchant/123456789012345</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The request's content type; null if it has none. The sandbox does not depend on it.</summary>
    public string? ContentType { get; init; }

    /// <summary>The thumbprint of the client's certificate; null if the client presented none.</summary>
    public string? ClientCertificateThumbprint { get; init; }

    /// <summary>
    /// The body, unchanged. It may contain the buyer's data. Empty if the request has no body, or if it was refused for its method, address
    /// or credentials, before the body was read. That of a form that was refused is not kept.
    /// </summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The message in the body; null if the body contains no readable message, or if the sandbox did not read it.</summary>
    public CheckoutMessage? Message { get; init; }

    /// <summary>The HTTP status of the response; 0 if the connection was dropped before there was a response, by a fault or by the client during a delay.</summary>
    public required HttpStatusCode StatusCode { get; init; }

    /// <summary>
    /// The response; null if it is a table (<see cref="ResponseCsv"/>), or if a <see cref="Fault"/> prevented it. For a form that a
    /// browser posted, this is the message that the HTML page shows: a <see cref="CheckoutRedirect"/> for
    /// <see cref="CheckoutSandbox.PlaceOrderAsync"/> if the cart was accepted, otherwise an <see cref="ErrorResponse"/>.
    /// </summary>
    public required CheckoutMessage? Response { get; init; }

    /// <summary>
    /// The body of the response as it was sent, with the changes of injected faults. Empty if the connection was dropped before there was
    /// a response, and for a form, whose response is a page.
    /// </summary>
    public ReadOnlyMemory<byte> ResponseBody { get; init; }

    /// <summary>The time from the request's header to the response, by the machine's clock.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The response to an order list request, a table in CSV format; null for all other requests.</summary>
    public string? ResponseCsv { get; init; }

    /// <summary>
    /// The fault that <see cref="CheckoutSandbox.Faults"/> injected; null if there was none. If a predicate or an edit of the test threw
    /// an exception, <see cref="SandboxFault.ToString"/> returns its message, and the status is 500.
    /// </summary>
    public SandboxFault? Fault { get; init; }

    /// <summary>Returns a summary without the buyer's data.</summary>
    /// <returns>
    /// For example <c>POST /api/... ChargeOrderRequest of order 841171949013218: 200 RequestReceivedResponse</c>, or, if the request was
    /// rejected, <c>POST /api/... -: 401 Bad username and/or password for API Access.</c>
    /// </returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{QuotedText.Of(Method)} {QuotedText.OfIdentifier(Path, QuotedText.LineLength)} {DescribeMessage()}: {(int)StatusCode} {DescribeResponse()}");

    private string DescribeMessage() => Message switch
    {
        OrderCommand command => $"{command.GetType().Name} of order {QuotedText.OfIdentifier(command.GoogleOrderNumber)}",
        null => "-",
        _ => Message.GetType().Name,
    };

    private string DescribeResponse() => Response switch
    {
        ErrorResponse error => QuotedText.OfIdentifier(error.ErrorMessage, QuotedText.LineLength),
        null => Fault?.ToString() ?? "table",
        _ => Response.GetType().Name,
    };
}
