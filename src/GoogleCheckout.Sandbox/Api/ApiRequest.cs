using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Http;

namespace GoogleCheckout.Sandbox.Api;

/// <summary>A request to the API while it is handled.</summary>
internal sealed class ApiRequest(HttpRequest request, DateTimeOffset receivedAt)
{
    /// <summary>The error of a body that is not what its headers announce.</summary>
    public const string UnreadableBody = "The body cannot be read: its chunks or its length are invalid.";

    private readonly long _startedAt = Stopwatch.GetTimestamp();

    public HttpRequest Request { get; } = request;

    /// <summary>The address; null if the path is not an address of the API.</summary>
    public ApiAddress? Address { get; } = ApiAddress.Parse(request.Path);

    public ReadOnlyMemory<byte> Body { get; private set; }

    /// <summary>The message in the body; null until it is parsed.</summary>
    public CheckoutMessage? Message { get; set; }

    /// <summary>The parts of the body that the service does not understand, each as a sentence; empty if it understands the body.</summary>
    public IReadOnlyList<string> Errors { get; set; } = [];

    /// <summary>The response in CSV format; null if the response is a message.</summary>
    public string? Csv { get; set; }

    /// <summary>The body of the response; empty until there is one.</summary>
    public ReadOnlyMemory<byte> ResponseBody { get; set; }

    /// <summary>The injected fault; null if there is none.</summary>
    public SandboxFault? Fault { get; set; }

    /// <exception cref="BadHttpRequestException">The body is too large, or cannot be read.</exception>
    public async Task ReadBodyAsync(CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        try
        {
            await Request.Body.CopyToAsync(body, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException e) when (e is not BadHttpRequestException && !cancellationToken.IsCancellationRequested)
        {
            throw new BadHttpRequestException(UnreadableBody);
        }

        Body = body.ToArray();
    }

    /// <summary>Drops the body, so that the log does not keep it.</summary>
    public void DropBody() => Body = default;

    public SandboxRequest ToLogEntry(HttpStatusCode status, CheckoutMessage? response) => new()
    {
        ReceivedAt = receivedAt,
        Method = Request.Method,
        Path = Request.Path.ToString(),
        ContentType = Request.ContentType,
        ClientCertificateThumbprint = Request.HttpContext.Connection.ClientCertificate?.Thumbprint,
        Body = Body,
        Message = Message,
        StatusCode = status,
        Response = response,
        ResponseBody = ResponseBody,
        ResponseCsv = Csv,
        Duration = Stopwatch.GetElapsedTime(_startedAt),
        Fault = Fault,
    };
}
