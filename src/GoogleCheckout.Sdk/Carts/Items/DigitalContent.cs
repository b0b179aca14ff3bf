namespace GoogleCheckout.Carts;

/// <summary>
/// The delivery of an item that is not shipped: by e-mail from the merchant, or on the receipt as a key, a URL or
/// instructions. Schema type <c>DigitalContent</c>.
/// </summary>
public sealed record DigitalContent
{
    /// <summary>The instructions for getting the item, as HTML of at most 1024 characters; null if there are none. Wire name: <c>description</c>.</summary>
    public string? Description { get; init; }

    /// <summary>The key that unlocks the item; null if it needs none. Wire name: <c>key</c>.</summary>
    public string? Key { get; init; }

    /// <summary>The URL of the item, absolute http or https; null if there is none. Wire name: <c>url</c>.</summary>
    public string? Url { get; init; }

    /// <summary>Whether the merchant sends the item by e-mail; null means no. Wire name: <c>email-delivery</c>.</summary>
    public bool? EmailDelivery { get; init; }

    /// <summary>
    /// One of <see cref="DisplayDispositions"/>: whether the buyer sees the content before the payment is authorized. Null
    /// means <see cref="DisplayDispositions.Pessimistic"/>. Wire name: <c>display-disposition</c>.
    /// </summary>
    public string? DisplayDisposition { get; init; }

    /// <summary>Returns the name of the type only, so that no key gets into a log.</summary>
    /// <returns><c>DigitalContent</c>.</returns>
    public override string ToString() => nameof(DigitalContent);
}
