namespace MerchantStore.Orders;

/// <summary>A page of the list of orders.</summary>
internal sealed record OrderQuery
{
    /// <summary>A part of a number, a name or an e-mail address; null or empty for all.</summary>
    public string? Text { get; init; }

    public OrderFilter Filter { get; init; }

    /// <summary>The number of the page, from 1.</summary>
    public int Page { get; init; } = 1;
}
