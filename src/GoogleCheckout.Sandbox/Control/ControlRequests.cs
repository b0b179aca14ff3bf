using System.Text.Json;

namespace GoogleCheckout.Sandbox.Control;

/// <summary>Orders what is in a cart.</summary>
/// <param name="RedirectUrl">The service's answer to the cart.</param>
/// <param name="Buyer">The buyer's choices; what is left out has its default.</param>
internal sealed record PlaceOrder(string RedirectUrl, BuyerChoices? Buyer = null);

/// <summary>What a buyer chooses; each part as in <see cref="SandboxBuyer"/>.</summary>
internal sealed record BuyerChoices
{
    public long? BuyerId { get; init; }

    public Address? ShippingAddress { get; init; }

    public Address? BillingAddress { get; init; }

    public IReadOnlyList<Address>? OtherAddresses { get; init; }

    public string? ShippingMethod { get; init; }

    public IReadOnlyList<string>? Codes { get; init; }

    public string? Language { get; init; }

    /// <summary>The number of a <see cref="TestCard"/>.</summary>
    public string? Card { get; init; }

    public bool? EmailAllowed { get; init; }

    /// <exception cref="ArgumentException">There is no such card.</exception>
    public void ApplyTo(SandboxBuyer buyer)
    {
        buyer.BuyerId = BuyerId ?? buyer.BuyerId;
        buyer.ShippingAddress = ShippingAddress ?? buyer.ShippingAddress;
        buyer.BillingAddress = BillingAddress ?? buyer.BillingAddress;
        buyer.OtherAddresses = OtherAddresses ?? buyer.OtherAddresses;
        buyer.ShippingMethod = ShippingMethod ?? buyer.ShippingMethod;
        buyer.Codes = Codes ?? buyer.Codes;
        buyer.Language = Language ?? buyer.Language;
        buyer.Card = Card is null ? buyer.Card : CardChoice.FindCard(Card);
        buyer.EmailAllowed = EmailAllowed ?? buyer.EmailAllowed;
    }
}

/// <summary>Sets the clock forward.</summary>
/// <param name="Advance">How far.</param>
internal sealed record ClockChange(TimeSpan Advance);

/// <summary>The bank takes money back.</summary>
/// <param name="Amount">How much, in the order's currency; null for all there is.</param>
internal sealed record Chargeback(decimal? Amount = null);

/// <summary>The service cancels an order.</summary>
/// <param name="Reason">Why.</param>
internal sealed record CancelByGoogle(string Reason);

/// <summary>The buyer gives another card.</summary>
/// <param name="Card">The number of a <see cref="TestCard"/>.</param>
internal sealed record CardChoice(string Card)
{
    /// <exception cref="ArgumentException">There is no such card.</exception>
    public static TestCard FindCard(string number) => TestCard.All.FirstOrDefault(card => card.Number == number)
        ?? throw new ArgumentException($"There is no such test card; the cards are {string.Join(", ", TestCard.All.Select(card => card.Number))}.");
}

/// <summary>Where notifications go.</summary>
/// <param name="Url">The address; null for nowhere.</param>
internal sealed record CallbackChange(Uri? Url);

/// <summary>A request without settings.</summary>
internal sealed record NoSettings;

/// <summary>Lets something go wrong.</summary>
/// <param name="Fault">What: refuse, delay, unavailable, truncate, drop-before or drop-after.</param>
/// <param name="Message">The root element of the requests it strikes, such as charge-order; null for whatever comes next.</param>
/// <param name="Times">How many it strikes; null for one, or where a message is named for all of them.</param>
/// <param name="Reason">Why it is refused.</param>
/// <param name="Time">How late it is.</param>
internal sealed record FaultRule(string Fault, string? Message = null, int? Times = null, string? Reason = null, TimeSpan? Time = null)
{
    /// <exception cref="ArgumentException">There is no such fault, or it lacks what it needs.</exception>
    public SandboxFault ToFault() => Fault switch
    {
        "refuse" => SandboxFault.Refuse(Reason ?? throw new ArgumentException("A fault that refuses needs a reason.")),
        "delay" => SandboxFault.Delay(Time ?? throw new ArgumentException("A fault that delays needs a time.")),
        "unavailable" => SandboxFault.Unavailable,
        "truncate" => SandboxFault.Truncate,
        "drop-before" => SandboxFault.DropBefore,
        "drop-after" => SandboxFault.DropAfter,
        _ => throw new ArgumentException("fault must be refuse, delay, unavailable, truncate, drop-before or drop-after."),
    };
}

/// <summary>Lets something go wrong when notifications are delivered.</summary>
/// <param name="Fault">What: duplicate, delay, reorder, unknown or quirk.</param>
/// <param name="Notification">The root element of the notifications it strikes, such as new-order-notification; null for whatever comes next.</param>
/// <param name="Times">How many it strikes; null for one, or where a notification is named for all of them.</param>
/// <param name="Time">How late it is.</param>
/// <param name="Quirk">The name of a <see cref="Sandbox.Quirk"/>, such as byte-order-mark.</param>
internal sealed record DeliveryFaultRule(string Fault, string? Notification = null, int? Times = null, TimeSpan? Time = null, string? Quirk = null)
{
    /// <exception cref="ArgumentException">There is no such fault, or it lacks what it needs.</exception>
    public DeliveryFault ToFault() => Fault switch
    {
        "duplicate" => DeliveryFault.Duplicate(),
        "delay" => DeliveryFault.Delay(Time ?? throw new ArgumentException("A fault that is late needs a time.")),
        "reorder" => DeliveryFault.Reorder(),
        "unknown" => DeliveryFault.Unknown(),
        "quirk" => DeliveryFault.WithQuirks(FindQuirk(Quirk)),
        _ => throw new ArgumentException("fault must be duplicate, delay, reorder, unknown or quirk."),
    };

    private static Quirk FindQuirk(string? name)
    {
        var quirks = Enum.GetValues<Quirk>().ToDictionary(quirk => JsonNamingPolicy.KebabCaseLower.ConvertName(quirk.ToString()));
        return name is not null && quirks.TryGetValue(name, out var quirk)
            ? quirk
            : throw new ArgumentException($"There is no such quirk; the quirks are {string.Join(", ", quirks.Keys)}.");
    }
}
