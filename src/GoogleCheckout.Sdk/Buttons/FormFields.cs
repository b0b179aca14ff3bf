namespace GoogleCheckout.Buttons;

/// <summary>The names of the fields a browser posts a cart in, and what stands between the two parts of one.</summary>
internal static class FormFields
{
    public const string Cart = "cart";
    public const string Signature = "signature";
    public const string BuyButtonCart = "buyButtonCart";
    public const string AnalyticsData = "analyticsdata";
    public const string Separator = "//separator//";
}
