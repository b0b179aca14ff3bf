using System.Globalization;
using System.Reflection;
using System.Text;
using System.Xml.Linq;
using NUnit.Framework;

namespace GoogleCheckout.Xml;

/// <summary>The reader for plain documents returns what the XML reader returns, or declines.</summary>
public class PlainReaderTests
{
    private const string Namespace = "http://checkout.google.com/schema/2";
    private const string Mutations = "GOOGLE_CHECKOUT_MUTATIONS";
    private const int MutationsInTheSuite = 100_000;

    private static readonly byte[][] Generated =
    [
        .. from root in WireFacts.Table.Roots.Keys
           from variant in Enumerable.Range(0, SampleDocuments.Variants)
           from options in new[] { SaveOptions.None, SaveOptions.DisableFormatting }
           select Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + SampleDocuments.Full(root, variant).ToString(options)),
    ];

    // Without the namespaces and references in private data, which the samples have and shops do not.
    private static readonly byte[][] Plain =
        [.. Generated.Select(document => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(document).Replace(" xmlns=\"\"", string.Empty, StringComparison.Ordinal).Replace("a&amp;b", "ab", StringComparison.Ordinal)))];

    private static readonly string[] Fragments =
    [
        "<", ">", "&", "\"", "'", "/", "=", "]]>", "<![CDATA[x]]>", "<!-- -->", "<?x y?>", "&amp;", "&lt;", "&gt;", "&quot;", "&apos;", "&#65;", "&x;", "\r", "\n", "\t", " ", "\0", "\u0001", "\u000B", "\u007F", "\u0085", "\u00E9", "\u2028",
        "\uD7FF", "\uE000", "\uFEFF", "\uFFFD", "\uFFFE", "\uFFFF", "\U0001F375", " xmlns=''", " xmlns:a='b'", $" xmlns=\"{Namespace}\"", " a='b'", " a=\"b\"", " serial-number=\"2\"", " currency='USD'", "<a/>", "<a>", "</a>", "<a b=\"c\"/>", "<items>", "</items>", "<item/>",
        "<merchant-private-data>", "</merchant-private-data>", "<b>text</b>", "-", "USD", "0", "1.", ".5", "<a:b/>", "<a.b-c_d/>", "<1/>",
    ];

    [Test]
    public void TryRead_DocumentsAsTheServiceSentThem_AreRead()
    {
        var declined = Plain.Where(document => DocumentParser.ParsePlain(document, DocumentOrigin.None) is null).Select(Encoding.UTF8.GetString).ToList();

        // The others have a message in a list with a reference in an attribute, or an echoed request.
        Assert.That(declined, Has.Count.LessThan(Plain.Length / 4), () => declined[0]);
    }

    [Test]
    public void TryRead_AnyDocument_ReturnsWhatTheXmlReaderReturns()
    {
        foreach (var document in Generated.Concat(Plain))
        {
            AssertSame(document, 0);
        }
    }

    [Test]
    public void TryRead_Corpus_ReturnsWhatTheXmlReaderReturns()
    {
        SharedFolder.Require();
        var documents = SharedFolder.CorpusDocuments().Select(SharedFolder.CorpusDocument).ToList();

        var read = documents.Count(document => AssertSame(document, 0));

        Assert.That(read, Is.GreaterThan(documents.Count / 2));
    }

    [Test]
    public void TryRead_MutatedDocument_ReturnsWhatTheXmlReaderReturns()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable(Mutations), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : MutationsInTheSuite;
        var read = 0;
        Parallel.For(0, count, number =>
        {
            if (AssertSame(Mutate(number), number))
            {
                Interlocked.Increment(ref read);
            }
        });

        TestContext.Out.WriteLine($"{count} mutations, {read} read by the plain reader");
        Assert.That(read, Is.GreaterThan(count / 50));
    }

    [TestCase("<hello xmlns='http://checkout.google.com/schema/2'/>", true)]
    [TestCase("\uFEFF<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<hello xmlns=\"http://checkout.google.com/schema/2\" ></hello>\r\n ", true)]
    [TestCase("<hello/>", false)]
    [TestCase("<hello xmlns='http://checkout.google.com/schema/2-beta1'/>", false)]
    [TestCase("<hello xmlns='http://checkout.google.com/schema/2'/><hello/>", false)]
    [TestCase("<hello xmlns='http://checkout.google.com/schema/2'/>x", false)]
    [TestCase("<hello xmlns='http://checkout.google.com/schema/2'>", false)]
    [TestCase("<hello xmlns='http://checkout.google.com/schema/2'", false)]
    [TestCase("<hello", false)]
    [TestCase("<", false)]
    [TestCase("", false)]
    [TestCase("</hello>", false)]
    [TestCase("<bye xmlns='http://checkout.google.com/schema/2' serial-number='1' serial-number='1'/>", false)]
    [TestCase("<bye xmlns='http://checkout.google.com/schema/2'serial-number='1'/>", false)]
    [TestCase("<bye xmlns='http://checkout.google.com/schema/2' serial-number='1'></ bye>", false)]
    [TestCase("<bye xmlns='http://checkout.google.com/schema/2' serial-number='1'>]]></bye>", false)]
    [TestCase("<?xml version=\"1.0\" encoding=\"windows-1252\"?><hello xmlns='http://checkout.google.com/schema/2'/>", false)]
    public void TryRead_EdgeOfThePlainForm_ReadsOrDeclines(string document, bool isPlain)
    {
        var bytes = Encoding.UTF8.GetBytes(document);

        Assert.That(DocumentParser.ParsePlain(bytes, DocumentOrigin.None) is not null, Is.EqualTo(isPlain));
        AssertSame(bytes, 0);
    }

    /// <summary>Compares the two readers, and returns whether the plain reader read the document.</summary>
    private static bool AssertSame(byte[] document, int number)
    {
        var (plain, plainError) = Read(() => DocumentParser.ParsePlain(document, DocumentOrigin.None));
        if (plain is null && plainError is null)
        {
            return false;
        }

        var (any, error) = Read(() => DocumentParser.ParseAny(document, DocumentOrigin.None));
        var same = plainError is not null ? plainError == error : any is not null && Describe(plain!) == Describe(any);
        return same ? true : throw new AssertionException($"Mutation {number}: {plainError ?? Describe(plain!)}\ninstead of {error ?? Describe(any!)}\nfor {Encoding.UTF8.GetString(document)}");
    }

    private static (CheckoutMessage? Message, string? Error) Read(Func<CheckoutMessage?> read)
    {
        try
        {
            return (read(), null);
        }
        catch (CheckoutXmlException e)
        {
            return (null, $"{e.Message} {e.Path} {e.LineNumber} {e.LinePosition}");
        }
    }

    // All properties, with lists, and the XML of messages inside a message.
    private static string Describe(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        PrivateData data => $"[{data.InnerXml}]",
        ReadOnlyMemory<byte> xml => Encoding.UTF8.GetString(xml.Span),
        System.Collections.IEnumerable list => $"{(list.GetType().Name.Contains("Container", StringComparison.Ordinal) ? list.GetType().Name : "list")}({string.Join(",", list.Cast<object?>().Select(Describe))})",
        _ when value.GetType().Namespace!.StartsWith("GoogleCheckout", StringComparison.Ordinal) && !value.GetType().IsEnum && value is not Money =>
            $"{value.GetType().Name}{{{string.Join(";", value.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(property => property.GetIndexParameters().Length == 0).Select(property => $"{property.Name}={Describe(property.GetValue(value))}"))}}}",
        _ => FormattableString.Invariant($"{value}"),
    };

    // The same number is the same document. Most changes keep the document well-formed, because those that do not are declined.
    private static byte[] Mutate(int number)
    {
        var random = new Random(number);
        var originals = random.Next(4) == 0 ? Generated : Plain;
        var text = Encoding.UTF8.GetString(originals[random.Next(originals.Length)]);
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            var position = random.Next(text.Length + 1);
            var fragment = Fragments[random.Next(Fragments.Length)];
            var tag = text.IndexOf('>', position);
            text = random.Next(6) switch
            {
                0 => text.Insert(position, fragment),
                1 => text.Remove(position, Math.Min(random.Next(8), text.Length - position)),
                2 or 3 when tag >= 0 => text.Insert(tag + 1, fragment),
                4 when tag > 0 => text.Insert(text[tag - 1] == '/' ? tag - 1 : tag, fragment),
                _ when tag >= 0 && text.IndexOf('<', tag) is > 0 and var end => text[..(tag + 1)] + fragment + text[end..],
                _ => text,
            };
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        if (random.Next(20) == 0 && bytes.Length > 0)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        return bytes;
    }
}
