namespace GoogleCheckout.Carts;

/// <summary>Known values of <see cref="DigitalContent.DisplayDisposition"/>.</summary>
public static class DisplayDispositions
{
    /// <summary>The buyer sees the content after 20 seconds even if the payment is not yet authorized.</summary>
    public const string Optimistic = "OPTIMISTIC";

    /// <summary>The buyer sees the content once the payment is authorized.</summary>
    public const string Pessimistic = "PESSIMISTIC";
}
