using System.Net;
using Microsoft.AspNetCore.Http;

namespace GoogleCheckout.Sandbox.Api;

/// <summary>A request on its way to an answer.</summary>
internal sealed class ApiRequest(HttpRequest request, DateTimeOffset receivedAt)
{
    public HttpRequest Request { get; } = request;

    /// <summary>What the path asks for; null where nothing is there.</summary>
    public ApiAddress? Address { get; } = ApiAddress.Parse(request.Path);

    public ReadOnlyMemory<byte> Body { get; private set; }

    /// <summary>The message in the body, once it has been read.</summary>
    public CheckoutMessage? Message { get; set; }

    /// <summary>The answer where it is a table.</summary>
    public string? Csv { get; set; }

    /// <summary>What goes wrong on purpose.</summary>
    public SandboxFault? Fault { get; set; }

    public async Task ReadBodyAsync(CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await Request.Body.CopyToAsync(body, cancellationToken).ConfigureAwait(false);
        Body = body.ToArray();
    }

    public SandboxRequest ToLogEntry(HttpStatusCode status, CheckoutMessage? answer) => new()
    {
        ReceivedAt = receivedAt,
        Method = Request.Method,
        Path = Request.Path.ToString(),
        ContentType = Request.ContentType,
        ClientCertificateThumbprint = Request.HttpContext.Connection.ClientCertificate?.Thumbprint,
        Body = Body,
        Message = Message,
        StatusCode = status,
        Response = answer,
        ResponseCsv = Csv,
        Fault = Fault,
    };
}
