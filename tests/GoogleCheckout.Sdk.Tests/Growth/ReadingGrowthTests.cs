using System.Text;
using System.Xml.Linq;
using GoogleCheckout.Carts;
using GoogleCheckout.Xml;
using NUnit.Framework;

namespace GoogleCheckout.Growth;

/// <summary>What reading allocates is linear in the document, whatever the document repeats.</summary>
public class ReadingGrowthTests
{
    private const string Namespace = "http://checkout.google.com/schema/2";

    private static readonly (string Family, int Size, Func<int, string> Create)[] Families =
    [
        ("a namespace of n characters, used by n / 8 elements of private data", 40_000, n => Cart($" xmlns:p='{Name(n)}'", Repeat("<p:a/>", n / 8))),
        ("a namespace of n characters, used by n / 8 attributes of private data", 40_000, n => Cart($" xmlns:p='{Name(n)}'", Repeat("<a p:b=''/>", n / 8))),
        ("48 nested elements with 60 prefixes each, and n elements in them", 20_000, n => Cart(string.Empty, Nest(48, Repeat("<a/>", n)))),
        ("n elements of private data", 40_000, n => Cart(string.Empty, Repeat("<a>b</a>", n))),
        ("private data with n names", 2_000, n => Cart(string.Empty, string.Concat(Enumerable.Range(0, n).Select(number => $"<a{number} b{number}='1'/>")))),
        ("a name of n characters", 20_000, n => Cart(string.Empty, $"<{Name(n)}/>")),
        ("n items", 4_000, n => $"<checkout-shopping-cart xmlns='{Namespace}'><shopping-cart><items>{Repeat("<item><item-name>a</item-name><item-description>b</item-description><unit-price currency='USD'>1.00</unit-price><quantity>1</quantity></item>", n)}</items></shopping-cart></checkout-shopping-cart>"),
        ("n elements that the protocol does not have", 200_000, n => $"<hello xmlns='{Namespace}'>{Repeat("<a/>", n)}</hello>"),
        ("a text in n pieces", 20_000, n => $"<error xmlns='{Namespace}' serial-number='1'><error-message>{Repeat("a<!---->", n)}</error-message></error>"),
        ("a currency of n characters, and n / 100 items", 10_000, n => $"<checkout-shopping-cart xmlns='{Namespace}'><shopping-cart><items>{Repeat($"<item><item-name>a</item-name><item-description>b</item-description><unit-price currency='USD'>1</unit-price><quantity>1</quantity></item>", n / 100)}<item><item-name>a</item-name><item-description>b</item-description><unit-price currency='{Name(n)}'>1</unit-price><quantity>1</quantity></item></items></shopping-cart></checkout-shopping-cart>"),
        ("a history of n / 100 notifications, and a namespace of n characters that each uses", 20_000, n => History($" xmlns:p='{Name(n)}'", "<p:a/>", n / 100)),
        ("n elements of private data with 64 attributes", 200, n => Cart(string.Empty, Repeat($"<a{string.Concat(Enumerable.Range(0, 64).Select(number => $" a{number}='b'"))}/>", n))),
        ("n items without content", 20_000, n => $"<checkout-shopping-cart xmlns='{Namespace}'><shopping-cart><items>{Repeat("<item/>", n)}</items></shopping-cart></checkout-shopping-cart>"),
        ("n / 20 notifications that begin inside each other", 20_000, n => Repeat("<a-notification><!--", n / 20)),
        ("a history of n notifications", 200, n => History(string.Empty, string.Empty, n)),
        ("a history of n notifications that cannot be read", 200, n => History(string.Empty, string.Empty, n).Replace("<google-order-number>1<", $"<google-order-number>{Name(200)}<", StringComparison.Ordinal)),
    ];

    private static readonly (string Entry, double MaxFactor, Action<byte[]> Run)[] Entries =
    [
        ("CheckoutXml.Parse(bytes)", 130, document => Try(() => CheckoutXml.Parse(document.AsMemory()))),
        ("CheckoutXml.Parse(Stream)", 135, document => Try(() => CheckoutXml.Parse(new MemoryStream(document)))),
        ("CheckoutXml.ReadNotifications", 130, document => Try(() => CheckoutXml.ReadNotifications(new MemoryStream(document)).Count())),
        ("CheckoutXml.ReadArchive", 130, document => Try(() => CheckoutXml.ReadArchive(new MemoryStream(document)).Count())),
        ("CheckoutXml.ValidateSchema", 130, document => Try(() => CheckoutXml.ValidateSchema(document.AsMemory()))),
        ("message log (redaction)", 60, document => Redaction.Mask(document)),
    ];

    private static IEnumerable<TestCaseData> EntriesAndFamilies() =>
        from entry in Entries
        from family in Families
        select new TestCaseData(entry, family).SetArgDisplayNames(entry.Entry, family.Family);

    [TestCaseSource(nameof(EntriesAndFamilies))]
    public void Read_DocumentOfTwiceTheSize_AllocatesTwiceAsMuch((string Entry, double MaxFactor, Action<byte[]> Run) entry, (string Family, int Size, Func<int, string> Create) family) =>
        AllocationGrowth.Verify(entry.Entry, family.Family, family.Size, entry.MaxFactor, n => Encoding.UTF8.GetBytes(family.Create(n)), entry.Run);

    [Test]
    public void GetValues_ElementsInsideEachOther_AllocatesTwiceAsMuchForTwiceTheData() =>
        AllocationGrowth.Verify(
            "PrivateData.GetValues", "48 nested elements of the name, and a text of n characters in them", 20_000, 60,
            n => CreatePrivateData(Repeat("<a>", 40) + Name(n) + Repeat("</a>", 40)),
            data => data.InnerXml.Length,
            data => data.GetValues<string>("a"));

    [Test]
    public void FromXml_NamespacesWithoutPrefix_AllocatesTwiceAsMuchForTwiceTheElements() =>
        AllocationGrowth.Verify(
            "PrivateData.FromXml", "n elements, each with its namespace", 1_000, 60,
            n => Enumerable.Range(0, n).Select(number => new XElement(XNamespace.Get($"urn:{number}") + "a")).ToArray(),
            elements => 20L * elements.Length,
            elements => PrivateData.FromXml(elements));

    // The declarations are added to each notification, up to a multiple of the archive.
    [Test]
    public void ReadArchive_DeclarationsAroundShortNotifications_AllocatesTwiceAsMuchForTwiceTheNotifications() =>
        AllocationGrowth.Verify(
            "CheckoutXml.ReadArchive", "n notifications of 17 bytes, and a namespace of 4,000 characters around them", 10_000, 350,
            n => Encoding.UTF8.GetBytes($"<a xmlns:p='{Name(4_000)}'>{Repeat("<a-notification/>", n)}</a>"),
            archive => _ = CheckoutXml.ReadArchive(new MemoryStream(archive)).Count());

    // Each document costs the XML reader that reads it, however short it is.
    [TestCase("<a/>", 6_000)]
    [TestCase("<?xml version='1.0'?><a/>", 1_000)]
    [TestCase("<charge-amount-notification xmlns='http://checkout.google.com/schema/2' serial-number='1'><google-order-number>1</google-order-number><latest-charge-amount currency='USD'>1</latest-charge-amount><total-charge-amount currency='USD'>1</total-charge-amount></charge-amount-notification>", 150)]
    public void ReadNotifications_DocumentsOneAfterTheOther_AllocatesTwiceAsMuchForTwiceTheDocuments(string document, double maxFactor) =>
        AllocationGrowth.Verify(
            "CheckoutXml.ReadNotifications", $"n documents of {document.Length} bytes", 2_000, maxFactor,
            n => Encoding.UTF8.GetBytes(Repeat(document, n)),
            documents => _ = CheckoutXml.ReadNotifications(new MemoryStream(documents)).Count());

    [TestCaseSource(nameof(FamiliesOfDocuments))]
    public void ParseXElement_DocumentOfTwiceTheSize_AllocatesTwiceAsMuch((string Family, int Size, Func<int, string> Create) family) =>
        AllocationGrowth.Verify(
            "CheckoutXml.Parse(XElement)", family.Family, family.Size, 200,
            n => (Element: XElement.Parse(family.Create(n)), Length: family.Create(n).Length),
            input => input.Length,
            input => Try(() => CheckoutXml.Parse(input.Element)));

    private static IEnumerable<TestCaseData> FamiliesOfDocuments() =>
        from family in Families
        where !family.Family.StartsWith("n / 20 notifications", StringComparison.Ordinal)
        select new TestCaseData(family).SetArgDisplayNames(family.Family);

    private static PrivateData CreatePrivateData(string markup) => CheckoutXml.Parse<CheckoutShoppingCart>(Cart(string.Empty, markup)).ShoppingCart.MerchantPrivateData!;

    private static string Cart(string attributes, string privateData) =>
        $"<checkout-shopping-cart xmlns='{Namespace}'{attributes}><shopping-cart><items/><merchant-private-data>{privateData}</merchant-private-data></shopping-cart></checkout-shopping-cart>";

    private static string History(string attributes, string inside, int count) =>
        $"<notification-history-response xmlns='{Namespace}'{attributes} serial-number='1'><notifications>"
        + string.Concat(Enumerable.Range(0, count).Select(number => $"<charge-amount-notification serial-number='{number}'><google-order-number>1</google-order-number><latest-charge-amount currency='USD'>1</latest-charge-amount><total-charge-amount currency='USD'>1</total-charge-amount>{inside}</charge-amount-notification>"))
        + "</notifications></notification-history-response>";

    private static string Nest(int depth, string inner)
    {
        var declarations = string.Concat(Enumerable.Range(0, 60).Select(number => $" xmlns:p{number}='urn:{number}'"));
        return Repeat($"<a{declarations}>", depth) + inner + Repeat("</a>", depth);
    }

    private static string Name(int length) => new('k', length);

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static void Try(Func<object?> read)
    {
        try
        {
            read();
        }
        catch (CheckoutXmlException)
        {
            // A refusal is a result too.
        }
    }
}
