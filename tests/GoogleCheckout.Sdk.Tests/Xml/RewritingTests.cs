using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;

namespace GoogleCheckout.Xml;

/// <summary>A valid document that is read and written again has the elements that it had, no fewer and no more.</summary>
public class RewritingTests
{
    private static IEnumerable<object[]> RootsAndVariants() =>
        from root in WireFacts.Table.Roots.Keys
        from variant in Enumerable.Range(0, SampleDocuments.Variants)
        select new object[] { root, variant };

    [TestCaseSource(nameof(RootsAndVariants))]
    public void Write_DocumentWithAnEmptyContainer_KeepsIt(string root, int variant)
    {
        SharedFolder.Require();
        var full = SampleDocuments.Full(root, variant);
        var differences = new List<string>();
        foreach (var (index, container) in full.DescendantsAndSelf().Select((element, index) => (index, element)).Where(each => each.element.HasElements))
        {
            var document = new XElement(full);
            document.DescendantsAndSelf().ElementAt(index).Elements().Remove();
            if (RewriteIfValid(document) is { } difference)
            {
                differences.Add($"empty {container.Name.LocalName}: {difference}");
            }
        }

        Assert.That(differences, Is.Empty);
    }

    [Test]
    public void Write_AnyDocument_LosesAndAddsNothing()
    {
        SharedFolder.Require();
        var documents =
            from root in Gen.Elements(WireFacts.Table.Roots.Keys.AsEnumerable())
            from variant in Gen.Choose(0, SampleDocuments.Variants - 1)
            from seed in Gen.Choose(0, int.MaxValue)
            from percent in Gen.Choose(0, 60)
            select Thin(SampleDocuments.Full(root, variant), new Random(seed), percent);

        Prop.ForAll(documents.ToArbitrary(), document => RewriteIfValid(document) is not { } difference ? true : throw new AssertionException($"{difference}\n{document}"))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3_000).WithEndSize(1));
    }

    // Removes parts at random, down to empty elements.
    private static XElement Thin(XElement document, Random random, int percent)
    {
        foreach (var element in document.Descendants().Where(element => element.Name.Namespace == document.Name.Namespace).ToList())
        {
            if (random.Next(100) < percent)
            {
                element.Remove();
            }
        }

        return document;
    }

    /// <summary>Returns the difference; null if there is none, or if the document is not valid by the schema.</summary>
    private static string? RewriteIfValid(XElement document) =>
        OfficialSchema.GetErrors(document).Count > 0 ? null : XmlDifference.Between(document, CheckoutXml.Parse(document).ToXElement());
}
