using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using GoogleCheckout.Cli.Commands;
using GoogleCheckout.Sandbox.Callbacks;

namespace GoogleCheckout.Cli.Callbacks;

/// <summary>Posts a notification to a site once, and reports the response.</summary>
internal static class CallbackPost
{
    private const int MaxResponseBytes = 64 * 1024;
    private const int MaxLines = 40;
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    /// <summary>Posts a notification.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(NotificationDocument document, CallbackTarget target, ToolConsole console, CancellationToken stop)
    {
        await console.Out.WriteLineAsync($"POST {target.Url} ({QuotedText.Of(document.Root.Name.LocalName)} {QuotedText.OfIdentifier(document.SerialNumber)})").ConfigureAwait(false);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Timeout);
        var progress = new WorkProgress(console, () => new WorkState("Waiting for the site"));
        try
        {
            var (status, body) = await progress.WaitAsync(SendAsync(document, target, limit.Token)).ConfigureAwait(false);
            return await ReportAsync(document, status, body, console).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return await FailAsync(console, $"the site did not respond within {Timeout.TotalSeconds:0} seconds").ConfigureAwait(false);
        }
        catch (HttpRequestException e)
        {
            return await FailAsync(console, QuotedText.Of((e.InnerException ?? e).Message, QuotedText.LineLength)).ConfigureAwait(false);
        }
    }

    private static async Task<(HttpStatusCode Status, byte[] Body)> SendAsync(NotificationDocument document, CallbackTarget target, CancellationToken cancellationToken)
    {
        using var client = new HttpClient(CreateHandler(target.Trusted)) { Timeout = System.Threading.Timeout.InfiniteTimeSpan };
        using var request = new HttpRequestMessage(HttpMethod.Post, target.Url) { Content = document.ToContent(target.Format) };
        request.Headers.Authorization = target.Credentials is { } credentials ? new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials))) : null;
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        await response.Content.LoadIntoBufferAsync(MaxResponseBytes, cancellationToken).ConfigureAwait(false);
        return (response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false));
    }

    // The credentials must not follow a redirect to another site.
    private static SocketsHttpHandler CreateHandler(X509Certificate2? trusted) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        SslOptions = trusted is null ? new SslClientAuthenticationOptions() : new SslClientAuthenticationOptions
        {
            CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, CustomTrustStore = { trusted }, RevocationMode = X509RevocationMode.NoCheck },
        },
    };

    private static async Task<int> ReportAsync(NotificationDocument document, HttpStatusCode status, byte[] body, ToolConsole console)
    {
        await console.Out.WriteLineAsync($"{(int)status} {status}").ConfigureAwait(false);
        foreach (var line in Encoding.UTF8.GetString(body).ReplaceLineEndings("\n").TrimEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Take(MaxLines))
        {
            await console.Out.WriteLineAsync($"  {QuotedText.OfIdentifier(line, QuotedText.LineLength)}").ConfigureAwait(false);
        }

        var error = status == HttpStatusCode.OK ? AcknowledgmentValidator.GetError(body, document.SerialNumber) : "An acknowledgment has status 200.";
        await console.Out.WriteLineAsync(error is null ? "acknowledged" : $"not acknowledged: {QuotedText.OfIdentifier(error, QuotedText.LineLength)}").ConfigureAwait(false);
        return error is null ? ExitCode.Success : ExitCode.Negative;
    }

    private static async Task<int> FailAsync(ToolConsole console, string reason)
    {
        await console.Error.WriteLineAsync($"No response: {reason}").ConfigureAwait(false);
        return ExitCode.NoResponse;
    }
}
