using System.Text;
using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Reports;
using NUnit.Framework;

namespace GoogleCheckout.Growth;

/// <summary>Forms, signatures and the order list are read and written with memory that is linear in them.</summary>
public class FormGrowthTests
{
    private static readonly CheckoutOptions Options = new() { MerchantId = "1234567890", MerchantKey = "HsYXFoZfHAqyLcCRYeH8qQ", Environment = CheckoutEnvironment.Sandbox };

    private static readonly (string Family, int Size, Func<int, KeyValuePair<string, string>[]> Create)[] Forms =
    [
        ("n fields", 2_000, n => [.. Enumerable.Range(0, n).Select(number => Field($"item_name_{number}", "Tea"))]),
        ("n fields of one name", 2_000, n => [.. Enumerable.Repeat(Field("a", "b"), n)]),
        ("n fields that are not signed", 2_000, n => [.. Enumerable.Repeat(Field("x", "1"), n)]),
        ("n signatures", 2_000, n => [.. Enumerable.Repeat(Field("signature", "1"), n)]),
        ("n carts", 2_000, n => [.. Enumerable.Repeat(Field("cart", "PGEvPg=="), n)]),
        ("a value of n characters", 50_000, n => [Field("a", new string('\u20ac', n))]),
        ("a cart of n characters", 50_000, n => [Field("cart", new string('A', n / 4 * 4))]),
        ("a cart with n separators", 10_000, n => [Field("buyButtonCart", string.Concat(Enumerable.Repeat("//separator//", n)))]),
        ("a name of n blanks", 50_000, n => [Field(new string(' ', n), new string(' ', n))]),
    ];

    private static readonly (string Family, int Size, Func<int, string> Create)[] Lists =
    [
        ("n rows", 5_000, n => "Google Order Number\n" + string.Concat(Enumerable.Repeat("123\n", n))),
        ("n fields in a row", 20_000, n => new string(',', n)),
        ("a field of n quotes", 20_000, n => new string('"', n)),
        ("n empty lines", 100_000, n => new string('\n', n)),
        ("rows of 60,000 characters", 600_000, n => string.Concat(Enumerable.Repeat(new string('k', 59_999) + "\n", n / 60_000))),
        ("a row that does not end", 100_000, n => new string('k', n)),
    ];

    private static IEnumerable<TestCaseData> FormFamilies() => Forms.Select(family => new TestCaseData(family).SetArgDisplayNames(family.Family));

    private static IEnumerable<TestCaseData> ListFamilies() => Lists.Select(family => new TestCaseData(family).SetArgDisplayNames(family.Family));

    [TestCaseSource(nameof(FormFamilies))]
    public void NameValueSignature_FormOfTwiceTheSize_AllocatesTwiceAsMuch((string Family, int Size, Func<int, KeyValuePair<string, string>[]> Create) family) =>
        AllocationGrowth.Verify("NameValueSignature.IsAuthentic", family.Family, family.Size, 50, family.Create, GetLength, fields => NameValueSignature.IsAuthentic(fields, Options.MerchantKey));

    [TestCaseSource(nameof(FormFamilies))]
    public void PostedCart_FormOfTwiceTheSize_AllocatesTwiceAsMuch((string Family, int Size, Func<int, KeyValuePair<string, string>[]> Create) family) =>
        AllocationGrowth.Verify("PostedCart.FromFields and IsAuthentic", family.Family, family.Size, 8, family.Create, GetLength, Post);

    [TestCase("n fields", 20_000)]
    public void GetSerialNumber_FormOfTwiceTheSize_AllocatesTwiceAsMuch(string family, int size) =>
        AllocationGrowth.Verify("NotificationParser.GetSerialNumber", family, size, 1, n => Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("serial-numbe=1&", n))), form => NotificationParser.GetSerialNumber(form));

    [Test]
    public void CheckoutForm_CartOfTwiceTheSize_AllocatesTwiceAsMuch() => AllocationGrowth.Verify(
        "CheckoutForm.Sign and ToHtml", "n items", 500, 20,
        n => CheckoutShoppingCart.Create(Enumerable.Range(0, n).Select(_ => ValidCarts.Item("Tea <&>", 1m))),
        cart => CheckoutXml.ToBytes(cart).Length,
        cart => CheckoutForm.Sign(cart, Options).ToHtml(CheckoutButton.ForCart(cart)));

    [TestCaseSource(nameof(ListFamilies))]
    public void OrderList_OfTwiceTheSize_AllocatesTwiceAsMuch((string Family, int Size, Func<int, string> Create) family) =>
        AllocationGrowth.Verify("order list (CSV)", family.Family, family.Size, 60, n => Encoding.UTF8.GetBytes(family.Create(n)), ReadAll);

    private static void ReadAll(byte[] list) => ReadAllAsync(list).GetAwaiter().GetResult();

    // Completes synchronously, as its source does.
    private static async Task ReadAllAsync(byte[] list)
    {
        var stream = new MemoryStream(list);
        var reader = new CsvReader((buffer, _) => Task.FromResult(stream.Read(buffer)));
        try
        {
            while (await reader.ReadAsync(CancellationToken.None) is not null)
            {
            }
        }
        catch (FormatException)
        {
            // A refusal is a result too.
        }
    }

    private static void Post(KeyValuePair<string, string>[] fields)
    {
        try
        {
            PostedCart.FromFields(fields).IsAuthentic(Options.MerchantKey);
        }
        catch (FormatException)
        {
            // A refusal is a result too.
        }
    }

    private static long GetLength(KeyValuePair<string, string>[] fields) => fields.Sum(field => (long)Encoding.UTF8.GetByteCount(field.Key) + Encoding.UTF8.GetByteCount(field.Value) + 2);

    private static KeyValuePair<string, string> Field(string name, string value) => new(name, value);
}
