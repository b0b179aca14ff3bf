using GoogleCheckout;

namespace MerchantStore.Catalog;

/// <summary>A product of the store. Its picture is <c>wwwroot/pictures/{Id}.svg</c>.</summary>
internal sealed record Product(string Id, Category Category, string Name, string Description, Money Price)
{
    /// <summary>A longer text for the page of the product.</summary>
    public string Story { get; init; } = string.Empty;

    /// <summary>The weight in pounds, by which the shipping cost is calculated.</summary>
    public decimal Pounds { get; init; }

    /// <summary>Whether the product is sent by e-mail instead of shipped.</summary>
    public bool IsDigital { get; init; }

    /// <summary>Whether the buyer pays the price every month.</summary>
    public bool IsSubscription { get; init; }

    /// <summary>Whether Google Checkout's policies allow to sell the product through it.</summary>
    public bool IsSoldThroughCheckout { get; init; } = true;

    public string Picture => $"/pictures/{Id}.svg";
}
