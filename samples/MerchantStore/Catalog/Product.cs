using GoogleCheckout;

namespace MerchantStore.Catalog;

/// <summary>A product of the store. Its picture is <c>wwwroot/pictures/{Id}.svg</c>.</summary>
internal sealed record Product(string Id, Category Category, string Name, string Description, Money Price)
{
    /// <summary>A longer text for the page of the product.</summary>
    public string Story { get; init; } = string.Empty;

    /// <summary>The weight in pounds, by which the shipping cost is calculated.</summary>
    public decimal Pounds { get; init; }

    /// <summary>Whether the buyer downloads the product, which is the file <c>Downloads/{Id}.pdf</c>. Nothing is shipped.</summary>
    public bool IsDigital { get; init; }

    /// <summary>Whether the buyer pays the price every month.</summary>
    public bool IsSubscription { get; init; }

    /// <summary>Whether Google Checkout's policies allow to sell the product through it.</summary>
    public bool IsSoldThroughCheckout { get; init; } = true;

    /// <summary>Whether the product can be ordered on invoice: a download waits for its payment, and a subscription is charged each month.</summary>
    public bool IsSoldOnInvoice => !IsDigital && !IsSubscription;

    public string Picture => $"/pictures/{Id}.svg";
}
