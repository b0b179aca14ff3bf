namespace GoogleCheckout.Buttons;

/// <summary>The names of the form fields of a posted cart, and the separator of cart and signature in a Buy Now field.</summary>
internal static class FormFields
{
    public const string Cart = "cart";
    public const string Signature = "signature";
    public const string BuyButtonCart = "buyButtonCart";
    public const string AnalyticsData = "analyticsdata";
    public const string Separator = "//separator//";
}
