using System.Net;
using GoogleCheckout.Carts;

namespace GoogleCheckout.Sandbox;

/// <summary>A request that reached the sandbox, and what it answered. A client refused in the TLS handshake sends none.</summary>
public sealed record SandboxRequest
{
    /// <summary>When it came, by the sandbox's clock.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>The path, such as <c>/api/checkout/v2/request/Merchant/123456789012345</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The content type the client named; null where it named none. The sandbox does not depend on it.</summary>
    public string? ContentType { get; init; }

    /// <summary>The thumbprint of the client's certificate; null where it presented none.</summary>
    public string? ClientCertificateThumbprint { get; init; }

    /// <summary>The body, byte for byte. It may hold buyer data.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The message in the body; null where there is none that can be read, or the sandbox did not look.</summary>
    public CheckoutMessage? Message { get; init; }

    /// <summary>The HTTP status of the answer; 0 where the connection was dropped before there was one.</summary>
    public required HttpStatusCode StatusCode { get; init; }

    /// <summary>
    /// The answer; null for one that is a table, and where a <see cref="Fault"/> left none. A browser that posted a form got a page about it: a
    /// <see cref="CheckoutRedirect"/> for a cart that was taken, which <see cref="CheckoutSandbox.PlaceOrderAsync"/> takes, or an
    /// <see cref="ErrorResponse"/>.
    /// </summary>
    public required CheckoutMessage? Response { get; init; }

    /// <summary>The answer to a request for an order list, a table in CSV; null for every other one.</summary>
    public string? ResponseCsv { get; init; }

    /// <summary>What went wrong on purpose, by <see cref="CheckoutSandbox.Faults"/>; null for nothing.</summary>
    public SandboxFault? Fault { get; init; }

    /// <summary>Such as <c>POST /api/... ChargeOrderRequest: 200 RequestReceivedResponse</c>; no buyer data.</summary>
    public override string ToString() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Method} {Path} {Message?.GetType().Name ?? "-"}: {(int)StatusCode} {Response?.GetType().Name ?? Fault?.ToString() ?? "table"}");
}
