namespace MerchantStore.Calculations;

/// <summary>The section <c>Calculations</c> of the configuration.</summary>
internal sealed class CalculationOptions
{
    /// <summary>The shipping cost if the store does not calculate in time; null for the rate of the method's first zone.</summary>
    public decimal? DefaultShippingCost { get; set; }
}
