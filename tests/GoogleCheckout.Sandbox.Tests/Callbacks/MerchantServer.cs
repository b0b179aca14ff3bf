using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Xml.Linq;
using GoogleCheckout.Notifications;
using GoogleCheckout.Sandbox.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace GoogleCheckout.Sandbox.Callbacks;

/// <summary>A request that the sandbox posted to the merchant.</summary>
internal sealed record Post(string? ContentType, string? Authorization, string Body)
{
    public IReadOnlyDictionary<string, string> Fields => QueryHelpers.ParseQuery(Body).ToDictionary(pair => pair.Key, pair => pair.Value.ToString());

    public string SerialNumber => Body.StartsWith('<') ? XElement.Parse(Body).Attribute("serial-number")!.Value : Fields["serial-number"];
}

/// <summary>A merchant's HTTPS server with its own certificate authority. It acknowledges notifications by default.</summary>
internal sealed class MerchantServer : IAsyncDisposable
{
    private readonly SandboxCertificates _certificates = new();
    private readonly ConcurrentQueue<Post> _posts = [];
    private SandboxServer _server = null!;

    private MerchantServer()
    {
    }

    public Uri CallbackUrl => new(_server.Address, "/checkout/callback");

    public X509Certificate2 Authority => _certificates.Authority;

    public IReadOnlyList<Post> Posts => [.. _posts];

    /// <summary>The merchant's response to a post.</summary>
    public Func<Post, CancellationToken, Task<(int Status, string Body)>> Answer { get; set; } = (post, _) => Task.FromResult((200, Acknowledge(post.SerialNumber)));

    public static async Task<MerchantServer> StartAsync()
    {
        var merchant = new MerchantServer();
        merchant._server = await SandboxServer.StartAsync(new CheckoutSandboxOptions { RequireClientCertificate = false }, merchant._certificates, merchant.ServeAsync, CancellationToken.None);
        return merchant;
    }

    public static string Acknowledge(string serialNumber) => new NotificationAcknowledgment { SerialNumber = serialNumber }.ToXmlString();

    /// <summary>Sets the response to every post.</summary>
    public void AnswerWith(int status, string body) => Answer = (_, _) => Task.FromResult((status, body));

    public void AnswerWith(int status, Func<Post, string> body) => Answer = (post, _) => Task.FromResult((status, body(post)));

    public CheckoutSandboxOptions Options() => new() { CallbackUrl = CallbackUrl, CallbackTrustedCertificate = Authority };

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _certificates.Dispose();
    }

    private async Task ServeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var authorization = context.Request.Headers.Authorization;
        var post = new Post(context.Request.ContentType, authorization.Count == 0 ? null : authorization.ToString(), await reader.ReadToEndAsync(context.RequestAborted));
        _posts.Enqueue(post);
        var (status, body) = await Answer(post, context.RequestAborted);
        context.Response.StatusCode = status;
        await context.Response.WriteAsync(body, context.RequestAborted);
    }
}
