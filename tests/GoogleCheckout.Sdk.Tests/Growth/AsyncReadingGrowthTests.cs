using System.Text;
using NUnit.Framework;

namespace GoogleCheckout.Growth;

/// <summary>What asynchronous reading allocates is linear in the document too. All threads are counted, so nothing else may run.</summary>
[NonParallelizable]
public class AsyncReadingGrowthTests
{
    private const string Namespace = "http://checkout.google.com/schema/2";

    private static readonly (string Family, int Size, Func<int, string> Create)[] Families =
    [
        ("a namespace of n characters, used by n / 100 notifications", 40_000, n => History($" xmlns:p='{new string('k', n)}'", "<p:a/>", n / 100)),
        ("n notifications", 500, n => History(string.Empty, string.Empty, n)),
        ("a notification of n elements", 20_000, n => History(string.Empty, string.Concat(Enumerable.Repeat("<a>b</a>", n)), 1)),
    ];

    private static readonly (string Entry, double MaxFactor, Func<byte[], Task> Run)[] Entries =
    [
        ("CheckoutXml.ParseAsync", 140, async document => await CheckoutXml.ParseAsync(new MemoryStream(document))),
        ("CheckoutXml.ReadNotificationsAsync", 140, async document => await CheckoutXml.ReadNotificationsAsync(new MemoryStream(document)).CountAsync()),
        ("CheckoutXml.ReadArchiveAsync", 140, async document => await CheckoutXml.ReadArchiveAsync(new MemoryStream(document)).CountAsync()),
        ("CheckoutXml.ValidateSchemaAsync", 140, async document => await CheckoutXml.ValidateSchemaAsync(new MemoryStream(document))),
    ];

    private static IEnumerable<TestCaseData> EntriesAndFamilies() =>
        from entry in Entries
        from family in Families
        select new TestCaseData(entry, family).SetArgDisplayNames(entry.Entry, family.Family);

    [TestCaseSource(nameof(EntriesAndFamilies))]
    public Task Read_DocumentOfTwiceTheSize_AllocatesTwiceAsMuch((string Entry, double MaxFactor, Func<byte[], Task> Run) entry, (string Family, int Size, Func<int, string> Create) family) =>
        AllocationGrowth.VerifyAsync(entry.Entry, family.Family, family.Size, entry.MaxFactor, n => Encoding.UTF8.GetBytes(family.Create(n)), document => document.Length, document => TryAsync(entry.Run, document));

    private static string History(string attributes, string inside, int count) =>
        $"<notification-history-response xmlns='{Namespace}'{attributes} serial-number='1'><notifications>"
        + string.Concat(Enumerable.Range(0, count).Select(number => $"<charge-amount-notification serial-number='{number}'><google-order-number>1</google-order-number><latest-charge-amount currency='USD'>1</latest-charge-amount><total-charge-amount currency='USD'>1</total-charge-amount>{inside}</charge-amount-notification>"))
        + "</notifications></notification-history-response>";

    private static async Task TryAsync(Func<byte[], Task> read, byte[] document)
    {
        try
        {
            await read(document);
        }
        catch (CheckoutXmlException)
        {
            // A refusal is a result too.
        }
    }
}
