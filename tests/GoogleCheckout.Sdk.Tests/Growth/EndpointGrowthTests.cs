using System.Text;
using GoogleCheckout.Callbacks;
using NUnit.Framework;

namespace GoogleCheckout.Growth;

/// <summary>What the endpoint allocates for a post, its findings and its log entries included, is linear in the body.</summary>
[NonParallelizable]
public class EndpointGrowthTests
{
    private const string Namespace = "http://checkout.google.com/schema/2";

    private static readonly (string Family, int Size, Func<int, string> Create)[] Families =
    [
        ("a new order of n items", 4_000, n => Order("1", Items(n, "USD"))),
        ("an order total with a currency of n characters, and n / 200 items", 40_000, n => Order(Name(n), Items(n / 200, "USD"))),
        ("n items with a currency of 200 characters", 4_000, n => Order("USD", Items(n, Name(200)))),
        ("a serial number of n characters", 40_000, n => Charge($"serial-number='{Name(n)}'", "1")),
        ("an order number of n characters", 40_000, n => Charge("serial-number='1'", Name(n))),
        ("an amount of n digits", 40_000, n => Charge("serial-number='1'", "1").Replace(">1<", $">{new string('1', n)}<", StringComparison.Ordinal)),
        ("a root name of n characters", 40_000, n => $"<{Name(n)} xmlns='{Namespace}' serial-number='1'/>"),
        ("a notification type of n characters", 40_000, n => $"<{Name(n)}-notification xmlns='{Namespace}' serial-number='1'/>"),
        ("n unclosed elements", 10_000, n => $"<hello xmlns='{Namespace}'>{string.Concat(Enumerable.Repeat("<a>", n))}"),
        ("n bytes that are not XML", 40_000, Name),
    ];

    private static IEnumerable<TestCaseData> AllFamilies() => Families.Select(family => new TestCaseData(family).SetArgDisplayNames(family.Family));

    [TestCaseSource(nameof(AllFamilies))]
    public async Task Post_OfTwiceTheSize_AllocatesTwiceAsMuch((string Family, int Size, Func<int, string> Create) family)
    {
        using var site = new CallbackSite((_, _, _) => Task.CompletedTask);

        await AllocationGrowth.VerifyAsync(
            "endpoint, XML", family.Family, family.Size, 40,
            n => Encoding.UTF8.GetBytes(family.Create(n)),
            document => document.Length,
            document => site.PushAsync(document));
    }

    [TestCase("a serial number of n characters", "serial-number=")]
    [TestCase("a field of n characters", "a=")]
    [TestCase("a message type of n characters", "_type=")]
    public async Task Post_FormOfTwiceTheSize_AllocatesTwiceAsMuch(string family, string start)
    {
        using var site = new CallbackSite((_, _, _) => Task.CompletedTask);

        await AllocationGrowth.VerifyAsync(
            "endpoint, form", family, 20_000, 10,
            n => start + Name(n),
            form => form.Length,
            form => site.PostFormAsync(form));
    }

    private static string Order(string currency, string items) =>
        $"<new-order-notification xmlns='{Namespace}' serial-number='1'><google-order-number>1</google-order-number><order-total currency='{currency}'>1</order-total><shopping-cart><items>{items}</items></shopping-cart></new-order-notification>";

    private static string Items(int count, string currency) =>
        string.Concat(Enumerable.Repeat($"<item><item-name>a</item-name><item-description>b</item-description><unit-price currency='{currency}'>1</unit-price><quantity>1</quantity></item>", count));

    private static string Charge(string attributes, string orderNumber) =>
        $"<charge-amount-notification xmlns='{Namespace}' {attributes}><google-order-number>{orderNumber}</google-order-number><latest-charge-amount currency='USD'>1</latest-charge-amount><total-charge-amount currency='USD'>1</total-charge-amount></charge-amount-notification>";

    private static string Name(int length) => new('k', length);
}
