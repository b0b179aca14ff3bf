using System.Text;

namespace GoogleCheckout.Client;

/// <summary>A merchant at a service that exists only in tests.</summary>
internal static class TestMerchant
{
    public const string Id = "1234567890";
    public const string Key = "key-of-the-merchant";
    public const string OrderNumber = "841171949013218";

    public static Uri BaseAddress { get; } = new("https://service.test/checkout/api/checkout/v2/");

    public static string RequestEndpoint => $"{BaseAddress}request/Merchant/{Id}";

    public static string ReportsEndpoint => $"{BaseAddress}reports/Merchant/{Id}";

    public static string Authorization => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Id}:{Key}"));

    public static CheckoutOptions Options() => new()
    {
        MerchantId = Id,
        MerchantKey = Key,
        Environment = CheckoutEnvironment.ForBaseAddress(BaseAddress),
        TimeProvider = new WaitSkippingTimeProvider(),
    };

    public static void Configure(CheckoutOptions options)
    {
        options.MerchantId = Id;
        options.MerchantKey = Key;
        options.Environment = CheckoutEnvironment.ForBaseAddress(BaseAddress);
        options.TimeProvider = new WaitSkippingTimeProvider();
    }
}
