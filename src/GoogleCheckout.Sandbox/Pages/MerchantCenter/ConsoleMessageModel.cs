using GoogleCheckout.Sandbox.Pages.Xml;

namespace GoogleCheckout.Sandbox.Pages.MerchantCenter;

/// <summary>The page of one message of the integration console.</summary>
internal sealed record ConsoleMessageModel
{
    public required ConsoleMessage Message { get; init; }

    public required FormToken Token { get; init; }

    public required IReadOnlyList<XmlToken> Body { get; init; }

    public required IReadOnlyList<XmlToken> ResponseBody { get; init; }

    /// <summary>The command that sends the message again; null if it was not sent.</summary>
    public required string? Curl { get; init; }

    /// <summary>Whether the message can be sent again: it is a notification that was sent.</summary>
    public bool CanSend => Message.Delivery is { Url: not null };

    /// <summary>The body in the form for editing.</summary>
    public required string EditedBody { get; init; }

    /// <summary>The violations of the schema in the edited body, each with its line; empty before it was checked.</summary>
    public IReadOnlyList<string> Violations { get; init; } = [];

    /// <summary>The reason why a form was not executed; null if it was.</summary>
    public string? Error { get; init; }

    /// <summary>Whether the message was sent by a form of this page just before.</summary>
    public bool IsDone { get; init; }

    /// <summary>Returns the type only: a message has the buyer's data.</summary>
    public override string ToString() => nameof(ConsoleMessageModel);
}
