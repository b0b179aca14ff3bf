using System.Text;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using NUnit.Framework;

namespace GoogleCheckout.Xml;

/// <summary>Each entry that reads XML throws what its documentation names, and nothing else, whatever it gets.</summary>
public class EntryExceptionTests
{
    private static readonly Func<byte[], Task>[] Entries =
    [
        document => Done(CheckoutXml.Parse(new MemoryStream(document))),
        document => Done(CheckoutXml.Parse(Encoding.Latin1.GetString(document))),
        document => CheckoutXml.ParseAsync(new MemoryStream(document)),
        document => Done(CheckoutXml.ReadNotifications(new MemoryStream(document)).Count()),
        async document => await CheckoutXml.ReadNotificationsAsync(new MemoryStream(document)).CountAsync(),
        document => Done(CheckoutXml.ReadArchive(new MemoryStream(document)).Count()),
        async document => await CheckoutXml.ReadArchiveAsync(new MemoryStream(document)).CountAsync(),
        document => Done(CheckoutXml.ValidateSchema(document.AsMemory())),
        document => CheckoutXml.ValidateSchemaAsync(new MemoryStream(document)),
        document => Done(Redaction.Mask(document)),
        document => Done(UseMessage(CheckoutXml.Parse(document.AsMemory()))),
    ];

    [Test]
    public void Read_MutatedDocument_ThrowsNothingButCheckoutXmlException() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1_000), Prop.ForAll(Arb.From(MutatedSamples.Documents), ThrowsOnlyCheckoutXmlException));

    [Test]
    public void FromXmlAndParse_AnyElement_ThrowOnlyWhatTheyDocument() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(Arb.From(HostileElements.Elements), IsKeptOrRefused));

    private static bool ThrowsOnlyCheckoutXmlException(byte[] document)
    {
        foreach (var run in Entries)
        {
            try
            {
                run(document).GetAwaiter().GetResult();
            }
            catch (CheckoutXmlException)
            {
                // Documented.
            }
        }

        return true;
    }

    private static bool IsKeptOrRefused(XElement element)
    {
        try
        {
            CheckoutXml.ValidateSchema(element);
            CheckoutXml.Parse(element);
        }
        catch (CheckoutXmlException)
        {
            // Documented.
        }

        PrivateData data;
        try
        {
            data = PrivateData.FromXml(element);
        }
        catch (ArgumentException)
        {
            return true;
        }

        var cart = new CheckoutShoppingCart { ShoppingCart = new ShoppingCart { Items = [], MerchantPrivateData = data } };
        var again = CheckoutXml.Parse<CheckoutShoppingCart>(cart.ToXmlString()).ShoppingCart.MerchantPrivateData;
        return again == data
            && data.Text == element.Value
            && Names(data.ToXElement().Elements().Single()).SequenceEqual(Names(element));
    }

    // Elements of the beta become elements of the current namespace, as in all that is read.
    private static IEnumerable<XName> Names(XElement element) => element.DescendantsAndSelf().SelectMany(each => each.Attributes()
        .Where(attribute => !attribute.IsNamespaceDeclaration)
        .Select(attribute => attribute.Name)
        .Prepend(each.Name.NamespaceName == ProtocolNamespace.Beta ? ProtocolNamespace.Current + each.Name.LocalName : each.Name));

    private static string UseMessage(CheckoutMessage message)
    {
        UsePrivateData((message as CheckoutShoppingCart)?.ShoppingCart.MerchantPrivateData);
        UsePrivateData((message as NewOrderNotification)?.ShoppingCart?.MerchantPrivateData);
        return message + message.GetOriginalText();
    }

    private static void UsePrivateData(PrivateData? data)
    {
        _ = data?.Text;
        _ = data?.ToXElement();
        _ = data?.GetValues<string>("item");
        _ = data?.TryGetValue("a", out DateTimeOffset _);
        _ = data?.TryGetValue("a", out decimal _);
    }

    private static Task Done(object result)
    {
        Assert.That(result, Is.Not.Null);
        return Task.CompletedTask;
    }
}
