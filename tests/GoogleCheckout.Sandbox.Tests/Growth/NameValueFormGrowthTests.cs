using System.Xml.Linq;
using GoogleCheckout.Sandbox.Callbacks;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Growth;

/// <summary>A notification as form fields is linear in the notification.</summary>
public class NameValueFormGrowthTests
{
    private const string Namespace = "http://checkout.google.com/schema/2";

    private static readonly (string Family, int Size, Func<int, string> Create)[] Families =
    [
        ("n items", 1_000, n => $"<items>{Repeat("<item><item-name>Tea</item-name><unit-price currency='USD'>1</unit-price></item>", n)}</items>"),
        ("n elements of private data", 10_000, n => $"<merchant-private-data>{Repeat("<a>b</a>", n)}</merchant-private-data>"),
        ("n elements of private data, inside 48 elements with 60 prefixes each", 10_000, n => $"<merchant-private-data>{Nest(48, Repeat("<a/>", n))}</merchant-private-data>"),
        ("private data of n characters", 50_000, n => $"<merchant-private-data>{new string('k', n)}</merchant-private-data>"),
        ("n times the same element", 10_000, n => Repeat("<a>b</a>", n)),
    ];

    private static IEnumerable<TestCaseData> AllFamilies() => Families.Select(family => new TestCaseData(family).SetArgDisplayNames(family.Family));

    [TestCaseSource(nameof(AllFamilies))]
    public void GetFields_NotificationOfTwiceTheSize_AllocatesTwiceAsMuch((string Family, int Size, Func<int, string> Create) family) => AllocationGrowth.Verify(
        "notification as a form", family.Family, family.Size, 120,
        n => XElement.Parse($"<n xmlns='{Namespace}'>{family.Create(n)}</n>"),
        root => root.ToString(SaveOptions.DisableFormatting).Length,
        root => _ = NameValueForm.GetFields(root).Count());

    private static string Nest(int depth, string inner) =>
        Repeat($"<a{string.Concat(Enumerable.Range(0, 60).Select(number => $" xmlns:p{number}='urn:{number}'"))}>", depth) + inner + Repeat("</a>", depth);

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
