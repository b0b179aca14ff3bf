using System.Net;
using System.Text;
using GoogleCheckout.Notifications;
using GoogleCheckout.Sandbox.Merchants;

namespace GoogleCheckout.Sandbox.Callbacks;

/// <summary>The result of a test of a callback URL.</summary>
internal sealed record CallbackTest
{
    private const int MaxExcerpt = 300;

    /// <summary>The URL.</summary>
    public required Uri Url { get; init; }

    /// <summary>The notification that was posted.</summary>
    public required Notification Notification { get; init; }

    /// <summary>Whether the notification is a sample: the account had none.</summary>
    public required bool IsSample { get; init; }

    /// <summary>The problem; null if the notification was acknowledged.</summary>
    public required CallbackProblem? Problem { get; init; }

    /// <summary>The response.</summary>
    public required MerchantResponse Response { get; init; }

    /// <summary>The certificates of the server; empty without TLS.</summary>
    public required IReadOnlyList<ServerCertificate> Certificates { get; init; }

    /// <summary>The HTTP status; null if no response arrived.</summary>
    public HttpStatusCode? StatusCode => Response.StatusCode;

    /// <summary>The beginning of the response; empty if there is none.</summary>
    public string Excerpt => Response.Body is { } body ? QuotedText.Of(Encoding.UTF8.GetString(body), MaxExcerpt) : string.Empty;
}
