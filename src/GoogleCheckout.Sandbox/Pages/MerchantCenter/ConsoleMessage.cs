using System.Net;

namespace GoogleCheckout.Sandbox.Pages.MerchantCenter;

/// <summary>A message of the integration console, with what came back.</summary>
internal sealed record ConsoleMessage
{
    /// <summary>The id in addresses: the kind of log and the number in it, for example <c>delivery-12</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The time at which the message was sent or received, by the sandbox's clock.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Whether the sandbox sent the message, and the merchant responded to it; false for a request of the merchant.</summary>
    public required bool IsSent { get; init; }

    /// <summary>The root element of the message, or the reason why it has none.</summary>
    public required string Kind { get; init; }

    /// <summary>The orders that the message or its response names; may be empty.</summary>
    public IReadOnlyList<string> OrderNumbers { get; init; } = [];

    /// <summary>The path of a request, or the URL of a message that was sent; null if it was not sent.</summary>
    public required string? Address { get; init; }

    public string? ContentType { get; init; }

    /// <summary>Returns the body as it was sent; the cart, for a form.</summary>
    public required Func<ReadOnlyMemory<byte>> GetBody { get; init; }

    /// <summary>Returns the body of the response; empty if there was none.</summary>
    public required Func<ReadOnlyMemory<byte>> GetResponseBody { get; init; }

    /// <summary>The status of the response; null if there was no response.</summary>
    public HttpStatusCode? Status { get; init; }

    public required TimeSpan Duration { get; init; }

    /// <summary>The outcome in a few words.</summary>
    public required StateBadge Outcome { get; init; }

    /// <summary>The reasons of the outcome and the issues, each as a sentence; may be empty.</summary>
    public IReadOnlyList<string> Issues { get; init; } = [];

    /// <summary>The delivery; null for requests and calculations.</summary>
    public SandboxDelivery? Delivery { get; init; }

    /// <summary>Returns the id only: a message has the buyer's data.</summary>
    public override string ToString() => Id;
}
