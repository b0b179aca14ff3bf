using System.Xml.Linq;
using NUnit.Framework;

namespace GoogleCheckout.Xml;

/// <summary>Real messages from other libraries' tests: what we make of each.</summary>
public class CorpusTests
{
    // The documents that cannot be read: only a root, an impossible date, an item without name and price.
    private static readonly Dictionary<string, string> Refused = new()
    {
        ["authorization-amount-notification/google4r-notification-handler-empty.xml"] = "/authorization-amount-notification/@serial-number",
        ["authorization-amount-notification/java-old0.8.5-authorization-amount-notification-invalid-expdate.xml"] = "/authorization-amount-notification/authorization-expiration-date",
        ["authorization-amount-notification/java-old0.8.9-authorization-amount-notification-invalid-expdate.xml"] = "/authorization-amount-notification/authorization-expiration-date",
        ["charge-amount-notification/google4r-notification-handler-empty.xml"] = "/charge-amount-notification/@serial-number",
        ["chargeback-amount-notification/google4r-notification-handler-empty.xml"] = "/chargeback-amount-notification/@serial-number",
        ["checkout-shopping-cart/java-old0.8.5-ItemTest.xml"] = "/checkout-shopping-cart/shopping-cart/items/item/item-name",
        ["checkout-shopping-cart/java-old0.8.9-ItemTest.xml"] = "/checkout-shopping-cart/shopping-cart/items/item/item-name",
        ["merchant-calculation-callback/google4r-callback-handler-empty.xml"] = "/merchant-calculation-callback/shopping-cart",
        ["new-order-notification/google4r-notification-handler-empty.xml"] = "/new-order-notification/@serial-number",
        ["order-state-change-notification/google4r-notification-handler-empty.xml"] = "/order-state-change-notification/@serial-number",
        ["refund-amount-notification/google4r-notification-handler-empty.xml"] = "/refund-amount-notification/@serial-number",
        ["risk-information-notification/google4r-notification-handler-empty.xml"] = "/risk-information-notification/@serial-number",
    };

    [Test]
    public void Corpus_IsAllThere()
    {
        SharedFolder.Require();

        Assert.That(SharedFolder.CorpusDocuments(), Has.Count.EqualTo(111));
    }

    [TestCaseSource(nameof(Documents))]
    public void Parse_DocumentOfTheCorpus_ReadsItOrSaysWhereItCannot(string path)
    {
        SharedFolder.Require();
        var bytes = SharedFolder.CorpusDocument(path);

        if (Refused.TryGetValue(path, out var place))
        {
            var exception = Assert.Throws<CheckoutXmlException>(() => CheckoutXml.Parse(bytes.AsMemory()))!;
            Assert.Multiple(() =>
            {
                Assert.That(exception.Path, Is.EqualTo(place));
                Assert.That(exception.LineNumber, Is.GreaterThan(0));
                Assert.That(exception.LinePosition, Is.GreaterThan(0));
            });
            return;
        }

        var message = CheckoutXml.Parse(bytes.AsMemory());

        Assert.That(message.OriginalXml.ToArray(), Is.EqualTo(bytes));
    }

    [TestCaseSource(nameof(Documents))]
    public void Write_WhatWasReadFromAValidDocument_LosesNothingAndIsValid(string path)
    {
        SharedFolder.Require();
        var document = XDocument.Load(new MemoryStream(SharedFolder.CorpusDocument(path))).Root!;
        if (!WireFacts.Table.Roots.ContainsKey(document.Name.LocalName) || OfficialSchema.FaultsOf(document).Count > 0)
        {
            Assert.Pass("Not valid by the schema: the other tests say what it gives.");
        }

        var written = CheckoutXml.Parse(SharedFolder.CorpusDocument(path).AsMemory()).ToXElement();

        Assert.Multiple(() =>
        {
            Assert.That(XmlDifference.Between(document, written, ignoreEmptyContainers: true), Is.Null);
            Assert.That(OfficialSchema.FaultsOf(written), Is.Empty);
        });
    }

    private static IEnumerable<string> Documents() => SharedFolder.IsNamed ? SharedFolder.CorpusDocuments() : ["(none)"];
}
