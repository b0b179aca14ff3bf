using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace GoogleCheckout.Sandbox.Pages.MerchantCenter;

/// <summary>The form that adds a fault.</summary>
internal sealed record FaultForm
{
    private const int MaxTimes = 1_000_000;

    /// <summary>The faults of requests, with their words.</summary>
    public static IReadOnlyList<(string Key, string Text)> RequestFaults { get; } =
    [
        ("refuse", "is refused with an error message"),
        ("unavailable", "gets status 503 and an HTML page, and is not executed"),
        ("delay", "is executed later, by the machine's clock"),
        ("truncate", "is executed, but only half of the response is sent"),
        ("drop-before", "is not executed, and the connection is dropped"),
        ("drop-during", "is executed later, and the connection is dropped at once"),
        ("drop-after", "is executed, but the connection is dropped: the shop does not know the outcome"),
    ];

    /// <summary>The faults of notifications, with their words.</summary>
    public static IReadOnlyList<(string Key, string Text)> NotificationFaults { get; } =
    [
        ("duplicate", "is sent again after it is acknowledged"),
        ("delay", "is sent later, by the sandbox's clock"),
        ("reorder", "changes places with the next notification of its order"),
        ("unknown", "has a root element that the protocol does not have"),
        ("quirk", "looks as real ones did: select the quirk below"),
    ];

    /// <summary>The root elements of requests to select from.</summary>
    public static IReadOnlyList<string> RequestKinds { get; } =
    [
        "checkout-shopping-cart", "charge-order", "charge-and-ship-order", "refund-order", "cancel-order", "authorize-order", "process-order", "deliver-order", "add-tracking-data",
        "ship-items", "backorder-items", "cancel-items", "return-items", "reset-items-shipping-information", "archive-order", "unarchive-order", "add-merchant-order-number",
        "send-buyer-message", "create-order-recurrence-request", "notification-history-request", "notification-data-request", "notification-data-token-request", "order-summary-request", "order-list-request", "hello",
    ];

    /// <summary>The root elements of notifications to select from.</summary>
    public static IReadOnlyList<string> NotificationKinds { get; } =
    [
        "new-order-notification", "order-state-change-notification", "risk-information-notification", "authorization-amount-notification", "charge-amount-notification",
        "refund-amount-notification", "chargeback-amount-notification", "cancelled-subscription-notification",
    ];

    public FaultTarget Target { get; init; }

    public string Fault { get; init; } = string.Empty;

    /// <summary>The root element; empty for all.</summary>
    public string Kind { get; init; } = string.Empty;

    /// <summary>How often, as it was typed; empty for no limit.</summary>
    public string Times { get; init; } = "1";

    public string Reason { get; init; } = string.Empty;

    /// <summary>The delay in seconds, as it was typed.</summary>
    public string Seconds { get; init; } = string.Empty;

    public string Quirk { get; init; } = string.Empty;

    public static FaultForm Read(IFormCollection fields) => new()
    {
        Target = fields["target"] == nameof(FaultTarget.Notifications) ? FaultTarget.Notifications : FaultTarget.Requests,
        Fault = Get(fields, "fault"),
        Kind = Get(fields, "kind"),
        Times = Get(fields, "times"),
        Reason = Get(fields, "reason"),
        Seconds = Get(fields, "seconds"),
        Quirk = Get(fields, "quirk"),
    };

    /// <summary>Adds the fault.</summary>
    /// <exception cref="FormatException">A field is missing or wrong; the message says which.</exception>
    public void AddTo(SandboxFaults faults)
    {
        var times = Times.Length == 0 ? (int?)null : ReadNumber(Times, MaxTimes, "Enter how often as a whole number of at least 1, or nothing for no limit.");
        if (Target == FaultTarget.Requests)
        {
            var kind = ReadKind(RequestKinds);
            faults.Requests.Add(message => kind is null || ConsoleMessages.GetKind(message) == kind, CreateRequestFault(), times, kind ?? "Any request");
        }
        else
        {
            var kind = ReadKind(NotificationKinds);
            faults.Notifications.Rules.Add(notification => kind is null || ConsoleMessages.GetKind(notification) == kind, CreateDeliveryFault(), times, kind ?? "Any notification");
        }
    }

    private SandboxFault CreateRequestFault() => Fault switch
    {
        "refuse" => CreateRefusal(),
        "unavailable" => SandboxFault.Unavailable,
        "delay" => SandboxFault.Delay(ReadTime(TimeSpan.FromDays(1))),
        "truncate" => SandboxFault.Truncate,
        "drop-before" => SandboxFault.DropBefore,
        "drop-during" => SandboxFault.DropDuring(ReadTime(TimeSpan.FromDays(1))),
        "drop-after" => SandboxFault.DropAfter,
        _ => throw new FormatException("Select what happens."),
    };

    private DeliveryFault CreateDeliveryFault() => Fault switch
    {
        "duplicate" => DeliveryFault.Duplicate(),
        "delay" => DeliveryFault.Delay(ReadTime(TimeSpan.FromDays(365))),
        "reorder" => DeliveryFault.Reorder(),
        "unknown" => DeliveryFault.Unknown(),
        "quirk" => DeliveryFault.WithQuirks(Enum.TryParse<Quirk>(Quirk, out var quirk) && Enum.IsDefined(quirk) ? quirk : throw new FormatException("Select a quirk.")),
        _ => throw new FormatException("Select what happens."),
    };

    private SandboxFault CreateRefusal()
    {
        try
        {
            return SandboxFault.Refuse(Reason);
        }
        catch (ArgumentException)
        {
            throw new FormatException("Enter the error message, without characters that XML does not allow.");
        }
    }

    private string? ReadKind(IReadOnlyList<string> kinds) => Kind.Length == 0 ? null : kinds.Contains(Kind) ? Kind : throw new FormatException("Select a message of the list.");

    private TimeSpan ReadTime(TimeSpan max) => TimeSpan.FromSeconds(ReadNumber(
        Seconds, (int)max.TotalSeconds, string.Create(CultureInfo.InvariantCulture, $"Enter the delay as a whole number of seconds, from 1 to {max.TotalSeconds}.")));

    private static int ReadNumber(string text, int max, string error) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= max ? number : throw new FormatException(error);

    private static string Get(IFormCollection fields, string name) => fields[name].ToString().Trim();
}
