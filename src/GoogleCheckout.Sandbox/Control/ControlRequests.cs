using System.Text.Json;

namespace GoogleCheckout.Sandbox.Control;

/// <summary>Places an order for a cart.</summary>
/// <param name="RedirectUrl">The redirect URL from the response to the cart.</param>
/// <param name="Buyer">The buyer's choices; null for the defaults.</param>
internal sealed record PlaceOrder(string RedirectUrl, BuyerChoices? Buyer = null);

/// <summary>The buyer's choices. The properties are those of <see cref="SandboxBuyer"/>; null for the default.</summary>
internal sealed record BuyerChoices
{
    public long? BuyerId { get; init; }

    public Address? ShippingAddress { get; init; }

    public Address? BillingAddress { get; init; }

    public IReadOnlyList<Address>? OtherAddresses { get; init; }

    public string? ShippingMethod { get; init; }

    public IReadOnlyList<string>? Codes { get; init; }

    public string? Language { get; init; }

    /// <summary>The name or the number of a <see cref="TestCard"/>.</summary>
    public string? Card { get; init; }

    public bool? EmailAllowed { get; init; }

    /// <summary>Copies the choices to the buyer.</summary>
    /// <exception cref="ArgumentException">The card does not exist.</exception>
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

/// <summary>Moves the clock forward.</summary>
/// <param name="Advance">The time span; not negative.</param>
internal sealed record ClockChange(TimeSpan Advance);

/// <summary>Charges money back.</summary>
/// <param name="Amount">The amount in the order's currency; null for the full amount.</param>
internal sealed record Chargeback(decimal? Amount = null);

/// <summary>Cancels an order as the service does.</summary>
/// <param name="Reason">The reason in the notification.</param>
internal sealed record CancelByGoogle(string Reason);

/// <summary>Cancels subscriptions of an order as the buyer does.</summary>
/// <param name="MerchantItemId">The id of the item with the subscription; null for all subscriptions of the order.</param>
/// <param name="Reason">The reason in the notification.</param>
internal sealed record CancelSubscription(string? MerchantItemId = null, string Reason = "Customer request");

/// <summary>Replaces the buyer's card.</summary>
/// <param name="Card">The name or the number of a <see cref="TestCard"/>, for example <c>declined-at-charge</c>.</param>
internal sealed record CardChoice(string Card)
{
    /// <summary>Returns the test card with the name or the number.</summary>
    /// <exception cref="ArgumentException">The card does not exist.</exception>
    public static TestCard FindCard(string nameOrNumber) => TestCard.All.FirstOrDefault(card => card.Name == nameOrNumber || card.Number == nameOrNumber)
        ?? throw new ArgumentException($"card must be one of {string.Join(", ", TestCard.All.Select(card => card.Name))}, or its number.");
}

/// <summary>Sets the URL to which the sandbox sends notifications.</summary>
/// <param name="Url">The URL; null to send no notifications.</param>
internal sealed record CallbackChange(Uri? Url);

/// <summary>Waits for deliveries.</summary>
/// <param name="All">Whether the clock moves to the attempts that wait, until nothing waits or each notification that waits has failed again.</param>
internal sealed record Deliver(bool All = false);

/// <summary>A request without settings.</summary>
internal sealed record NoSettings;

/// <summary>Injects a fault into requests.</summary>
/// <param name="Fault">The kind of fault: refuse, delay, unavailable, truncate, drop-before, drop-during or drop-after.</param>
/// <param name="Message">The root element of the requests that the fault applies to, for example charge-order; null for the next requests of any kind.</param>
/// <param name="Times">The number of requests that the fault applies to; null for one, or, if a message is named, for all.</param>
/// <param name="Reason">The error message of refuse.</param>
/// <param name="Time">The time span of delay and drop-during.</param>
internal sealed record FaultRule(string Fault, string? Message = null, int? Times = null, string? Reason = null, TimeSpan? Time = null)
{
    /// <summary>Creates the fault.</summary>
    /// <exception cref="ArgumentException">The fault does not exist, or a value that it needs is missing.</exception>
    public SandboxFault ToFault() => Fault switch
    {
        "refuse" => SandboxFault.Refuse(Reason ?? throw new ArgumentException("The fault refuse needs a reason.")),
        "delay" => SandboxFault.Delay(Time ?? throw new ArgumentException("The fault delay needs a time.")),
        "unavailable" => SandboxFault.Unavailable,
        "truncate" => SandboxFault.Truncate,
        "drop-before" => SandboxFault.DropBefore,
        "drop-during" => SandboxFault.DropDuring(Time ?? throw new ArgumentException("The fault drop-during needs a time.")),
        "drop-after" => SandboxFault.DropAfter,
        _ => throw new ArgumentException("fault must be refuse, delay, unavailable, truncate, drop-before, drop-during or drop-after."),
    };
}

/// <summary>Injects a fault into deliveries.</summary>
/// <param name="Fault">The kind of fault: duplicate, delay, reorder, unknown or quirk.</param>
/// <param name="Notification">The root element of the notifications that the fault applies to, for example new-order-notification; null for the next notifications of any kind.</param>
/// <param name="Times">The number of notifications that the fault applies to; null for one, or, if a notification is named, for all.</param>
/// <param name="Time">The time span of delay.</param>
/// <param name="Quirk">The name of a <see cref="Sandbox.Quirk"/> in kebab case, for example byte-order-mark; required by quirk.</param>
internal sealed record DeliveryFaultRule(string Fault, string? Notification = null, int? Times = null, TimeSpan? Time = null, string? Quirk = null)
{
    /// <summary>Creates the fault.</summary>
    /// <exception cref="ArgumentException">The fault does not exist, or a value that it needs is missing.</exception>
    public DeliveryFault ToFault() => Fault switch
    {
        "duplicate" => DeliveryFault.Duplicate(),
        "delay" => DeliveryFault.Delay(Time ?? throw new ArgumentException("The fault delay needs a time.")),
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
            : throw new ArgumentException($"The quirk does not exist. The quirks are {string.Join(", ", quirks.Keys)}.");
    }
}
