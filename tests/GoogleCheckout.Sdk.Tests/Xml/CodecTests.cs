using System.Collections;
using System.Reflection;
using System.Xml.Linq;
using NUnit.Framework;

namespace GoogleCheckout.Xml;

/// <summary>
/// Every codec against the table of facts: whoever forgets a field, or misspells one in either direction, is named.
/// </summary>
public class CodecTests
{
    private static readonly string[] NotOnTheWire = [nameof(CheckoutMessage.OriginalXml), nameof(RequestReceivedResponse.NewGoogleOrderNumber)];

    [TestCaseSource(nameof(RootsAndVariants))]
    public void Write_WhatWasReadFromAFullDocument_LosesNothing(string root, int variant)
    {
        var document = SampleDocuments.Full(root, variant);

        var written = CheckoutXml.Parse(document).ToXElement();

        Assert.That(XmlDifference.Between(document, written), Is.Null);
    }

    [TestCaseSource(nameof(RootsAndVariants))]
    public void Parse_FullDocument_FillsEveryProperty(string root, int variant)
    {
        var unfilled = Unfilled(CheckoutXml.Parse(SampleDocuments.Full(root, variant)), WireFacts.Table.Roots[root]).ToList();

        // A subscription's recurrent item cannot have a subscription of its own, and of the two ways to name a tax area any one will do.
        Assert.That(unfilled, Is.Empty);
    }

    [TestCaseSource(nameof(Roots))]
    public void Write_WhatWasReadFromTheLeastDocument_IsTheSame(string root)
    {
        var document = SampleDocuments.Least(root);

        var written = CheckoutXml.Parse(document).ToXElement();

        Assert.That(XmlDifference.Between(document, written, ignoreEmptyContainers: true), Is.Null);
    }

    [TestCaseSource(nameof(RootsAndVariants))]
    public void Write_FullDocument_IsValidBySchema(string root, int variant)
    {
        var written = CheckoutXml.Parse(SampleDocuments.Full(root, variant)).ToXElement();

        Assert.That(OfficialSchema.GetErrors(written), Is.Empty);
    }

    [TestCaseSource(nameof(Roots))]
    public void ParseOrWrite_WhenWhatTheSchemaRequiresIsMissing_RefusesOrStaysValid(string root)
    {
        SharedFolder.Require();
        var full = SampleDocuments.Full(root);
        var wrong = new List<string>();
        foreach (var lacking in full.DescendantsAndSelf().Where(IsThisRootsOwn).SelectMany(WithoutEachPart))
        {
            try
            {
                var written = CheckoutXml.Parse(lacking.Document).ToXElement();
                wrong.AddRange(OfficialSchema.GetErrors(written).Select(fault => $"without {lacking.Part}: {fault}"));
            }
            catch (CheckoutXmlException)
            {
                // Refused on reading: nothing can be done without it.
            }
            catch (ArgumentException)
            {
                // Refused on writing.
            }
        }

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void Write_WhenTextIsMissing_NamesThePropertyAndThePlace()
    {
        var error = new ErrorResponse { ErrorMessage = null!, SerialNumber = "1" };

        Assert.That(() => error.ToXmlString(), Throws.ArgumentException.With.Message.EqualTo("ErrorMessage is required (/error/error-message)."));
    }

    [Test]
    public void Write_WhenTextHasACharacterXmlCannotCarry_NamesTheProperty()
    {
        var error = new ErrorResponse { ErrorMessage = "bell \u0007", SerialNumber = "1" };

        Assert.That(() => error.ToXmlString(), Throws.ArgumentException.With.Message.Contains("ErrorMessage holds a character that XML cannot carry"));
    }

    private static IEnumerable<object[]> Roots() => WireFacts.Table.Roots.Keys.Select(root => new object[] { root });

    private static IEnumerable<object[]> RootsAndVariants() =>
        from root in WireFacts.Table.Roots.Keys
        from variant in Enumerable.Range(0, SampleDocuments.Variants)
        select new object[] { root, variant };

    // What stands inside another root is that root's own case.
    private static bool IsThisRootsOwn(XElement element) =>
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

    private static IEnumerable<string> Unfilled(object value, string path)
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
                foreach (var nested in list.Cast<object>().Where(item => IsOurs(item.GetType())).SelectMany(item => Unfilled(item, name)))
                {
                    yield return nested;
                }
            }
            else if (IsOurs(part!.GetType()))
            {
                foreach (var nested in Unfilled(part, name))
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
