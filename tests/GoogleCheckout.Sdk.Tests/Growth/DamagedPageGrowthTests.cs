using System.Text;
using GoogleCheckout.Xml;
using NUnit.Framework;

namespace GoogleCheckout.Growth;

/// <summary>What reading a damaged page of notifications allocates is linear in the page. Each damaged notification costs the XML reader that reads it, and there are at most 1,000.</summary>
public class DamagedPageGrowthTests
{
    private const double MaxFactor = 130;

    private const string Charge =
        "<charge-amount-notification serial-number='1'><timestamp>2012-01-01T00:00:00Z</timestamp><google-order-number>1</google-order-number>"
        + "<latest-charge-amount currency='USD'>1.00</latest-charge-amount><total-charge-amount currency='USD'>1.00</total-charge-amount></charge-amount-notification>";

    private static IEnumerable<TestCaseData> Families() =>
        from family in new (string Name, int Size, Func<int, string> Create)[]
        {
            ("n notifications behind a damaged one", 400, n => "<a-notification>&</a-notification>" + Repeat(Charge, n)),
            ("n damaged notifications", 200, n => Repeat(Charge.Replace(">1.00</total", ">&</total", StringComparison.Ordinal), n)),
            ("n notifications with text between them", 200, n => Repeat(Charge + "&", n)),
            ("n notifications in private data without end", 200, n => "<a-notification><merchant-private-data>" + Repeat(Charge, n)),
            ("n notifications that begin inside each other", 200, n => Repeat($"<a-notification a='{new string('a', 300)}'><!--", n)),
            ("a damaged text of n characters", 100_000, n => $"<a-notification>&{new string('a', n)}</a-notification>"),
            ("n damaged elements", 20_000, n => $"<a-notification>&{Repeat("<a></b>", n)}</a-notification>"),
        }
        select new TestCaseData(family.Name, family.Size, family.Create).SetArgDisplayNames(family.Name);

    [TestCaseSource(nameof(Families))]
    public void TryRead_PageOfTwiceTheSize_AllocatesTwiceAsMuch(string family, int size, Func<int, string> create)
    {
        Assert.That(DamagedPage.TryRead(Page(create(size))), Is.Not.Null);
        AllocationGrowth.Verify("a damaged page", family, size, MaxFactor, n => Page(create(n)), page => DamagedPage.TryRead(page));
    }

    private static byte[] Page(string notifications) => Encoding.UTF8.GetBytes(
        $"<notification-history-response xmlns='http://checkout.google.com/schema/2'><notifications>{notifications}</notifications><next-page-token>a</next-page-token></notification-history-response>");

    private static string Repeat(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();
}
