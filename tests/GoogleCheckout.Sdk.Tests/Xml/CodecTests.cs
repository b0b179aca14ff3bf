using System.Collections;
using System.Reflection;
using System.Xml.Linq;
using GoogleCheckout.Reports;
using NUnit.Framework;

namespace GoogleCheckout.Xml;

/// <summary>
/// Compares each codec with the table of facts. A missing or misspelled property is named, for reading and for writing.
/// </summary>
public class CodecTests
{
    // A list whose container is missing is written as it came, so that a cart which is read and sent again has no element that it did not
    // have before. Validation reports the container.
    private static readonly string[] WrittenAsTheyCame =
        ["allowed-areas", "alternate-tax-rules", "carrier-calculated-shipping-options", "items", "payments", "shipping-packages", "tax-rules"];

    private static readonly string[] NotOnTheWire = [nameof(CheckoutMessage.OriginalXml), nameof(RequestReceivedResponse.NewGoogleOrderNumber), nameof(NotificationHistoryResponse.UnreadableNotifications)];

    [TestCaseSource(nameof(RootsAndVariants))]
    public void Write_FullDocument_LosesNothing(string root, int variant)
    {
        var document = SampleDocuments.Full(root, variant);

        var written = CheckoutXml.Parse(document).ToXElement();

        Assert.That(XmlDifference.Between(document, written), Is.Null);
    }

    [TestCaseSource(nameof(RootsAndVariants))]
    public void Parse_FullDocument_FillsEveryProperty(string root, int variant)
    {
        var unfilled = FindEmptyProperties(CheckoutXml.Parse(SampleDocuments.Full(root, variant)), WireFacts.Table.Roots[root]).ToList();

        // The recurrent item of a subscription cannot have a subscription, and one of the two forms of a tax area is enough.
        Assert.That(unfilled, Is.Empty);
    }

    [TestCaseSource(nameof(Roots))]
    public void Write_MinimalDocument_IsUnchanged(string root)
    {
        var document = SampleDocuments.Minimal(root);

        var written = CheckoutXml.Parse(document).ToXElement();

        Assert.That(XmlDifference.Between(document, written), Is.Null);
    }

    [TestCaseSource(nameof(RootsAndVariants))]
    public void Write_FullDocument_IsValidBySchema(string root, int variant)
    {
        var written = CheckoutXml.Parse(SampleDocuments.Full(root, variant)).ToXElement();

        Assert.That(OfficialSchema.GetErrors(written), Is.Empty);
    }

    [TestCaseSource(nameof(Roots))]
    public void ParseOrWrite_RequiredPartIsMissing_ThrowsOrWritesAValidDocument(string root)
    {
        SharedFolder.Require();
        var full = SampleDocuments.Full(root);
        var wrong = new List<string>();
        foreach (var lacking in full.DescendantsAndSelf().Where(BelongsToThisRoot).SelectMany(WithoutEachPart).Where(lacking => !WrittenAsTheyCame.Contains(lacking.Part)))
        {
            try
            {
                var written = CheckoutXml.Parse(lacking.Document).ToXElement();
                wrong.AddRange(OfficialSchema.GetErrors(written).Select(error => $"without {lacking.Part}: {error}"));
            }
            catch (CheckoutXmlException)
            {
                // Rejected when read.
            }
            catch (ArgumentException)
            {
                // Rejected when written.
            }
        }

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void Write_MissingText_NamesPropertyAndPath()
    {
        var error = new ErrorResponse { ErrorMessage = null!, SerialNumber = "1" };

        Assert.That(() => error.ToXmlString(), Throws.ArgumentException.With.Message.EqualTo("ErrorMessage is required (/error/error-message)."));
    }

    [Test]
    public void Write_CharacterThatXmlDoesNotAllow_NamesTheProperty()
    {
        var error = new ErrorResponse { ErrorMessage = "bell \u0007", SerialNumber = "1" };

        Assert.That(() => error.ToXmlString(), Throws.ArgumentException.With.Message.Contains("ErrorMessage contains a character that XML does not allow"));
    }

    private static IEnumerable<object[]> Roots() => WireFacts.Table.Roots.Keys.Select(root => new object[] { root });

    private static IEnumerable<object[]> RootsAndVariants() =>
        from root in WireFacts.Table.Roots.Keys
        from variant in Enumerable.Range(0, SampleDocuments.Variants)
        select new object[] { root, variant };

    // An element inside another root belongs to the test case of that root.
    private static bool BelongsToThisRoot(XElement element) =>
        !element.Ancestors().Any(ancestor => ancestor.Parent is not null && WireFacts.Table.Roots.ContainsKey(ancestor.Name.LocalName));

    private static IEnumerable<(string Part, XElement Document)> WithoutEachPart(XElement element)
    {
        var root = element.AncestorsAndSelf().Last();
        var index = root.DescendantsAndSelf().ToList().IndexOf(element);
        foreach (var attribute in element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration))
        {
            var copy = new XElement(root);
            copy.DescendantsAndSelf().ElementAt(index).SetAttributeValue(attribute.Name, null);
            yield return ($"{element.Name.LocalName}/@{attribute.Name.LocalName}", copy);
        }

        if (element != root && element.Name.Namespace == root.Name.Namespace)
        {
            var copy = new XElement(root);
            copy.DescendantsAndSelf().ElementAt(index).Remove();
            yield return (element.Name.LocalName, copy);
        }
    }

    private static IEnumerable<string> FindEmptyProperties(object value, string path)
    {
        foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(IsOnTheWire))
        {
            var part = property.GetValue(value);
            var name = $"{path}.{property.Name}";
            if (IsMissing(part))
            {
                yield return name;
            }
            else if (part is IEnumerable list and not string)
            {
                foreach (var nested in list.Cast<object>().Where(item => IsOurs(item.GetType())).SelectMany(item => FindEmptyProperties(item, name)))
                {
                    yield return nested;
                }
            }
            else if (IsOurs(part!.GetType()))
            {
                foreach (var nested in FindEmptyProperties(part, name))
                {
                    yield return nested;
                }
            }
        }
    }

    private static bool IsOnTheWire(PropertyInfo property) =>
        property.SetMethod is not null
        && !NotOnTheWire.Contains(property.Name)
        && !(property.Name == "Subscription");

    private static bool IsMissing(object? value) => value switch
    {
        null => true,
        Enum word => Convert.ToInt32(word, System.Globalization.CultureInfo.InvariantCulture) == 0,
        string text => text.Length == 0,
        ICollection list => list.Count == 0,
        _ => false,
    };

    private static bool IsOurs(Type type) => type.Namespace?.StartsWith("GoogleCheckout", StringComparison.Ordinal) == true && !type.IsEnum && type != typeof(Money) && type != typeof(PrivateData);
}
