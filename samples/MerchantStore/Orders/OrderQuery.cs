namespace MerchantStore.Orders;

/// <summary>A page of the list of orders.</summary>
internal sealed record OrderQuery
{
    /// <summary>The start of a number, of a word of a name, or of an e-mail address; null or empty for all.</summary>
    public string? Text { get; init; }

    public OrderFilter Filter { get; init; }

    /// <summary>The number of the page, from 1.</summary>
    public int Page { get; init; } = 1;
}
