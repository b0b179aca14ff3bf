namespace GoogleCheckout.Carts;

/// <summary>
/// How a buyer gets an item that is not shipped: by e-mail from the merchant, or on the receipt by a key, a web address
/// or instructions. Schema type <c>DigitalContent</c>.
/// </summary>
public sealed record DigitalContent
{
    /// <summary>What the buyer has to do to get the item; HTML, at most 1024 characters. Wire name: <c>description</c>.</summary>
    public string? Description { get; init; }

    /// <summary>A key that opens the item. Wire name: <c>key</c>.</summary>
    public string? Key { get; init; }

    /// <summary>The web address of the item. Wire name: <c>url</c>.</summary>
    public string? Url { get; init; }

    /// <summary>Whether the merchant sends the item by e-mail; null means no. Wire name: <c>email-delivery</c>.</summary>
    public bool? EmailDelivery { get; init; }

    /// <summary>
    /// Whether the buyer sees this before the payment is known to be good, one of <see cref="DisplayDispositions"/>;
    /// null means pessimistic. Wire name: <c>display-disposition</c>.
    /// </summary>
    public string? DisplayDisposition { get; init; }

    /// <summary>The type's name only: a key belongs in no log.</summary>
    public override string ToString() => nameof(DigitalContent);
}
