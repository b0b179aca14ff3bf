using System.Globalization;
using System.Xml.Linq;

namespace GoogleCheckout.Xml;

/// <summary>Documents generated from the table of facts: with all parts of each element, or only with the required parts.</summary>
internal sealed class SampleDocuments
{
    /// <summary>The number of variants that covers each choice and each word of each enumeration at least once.</summary>
    public const int Variants = 8;

    private static readonly XNamespace Namespace = "http://checkout.google.com/schema/2";

    private readonly WireFacts _facts;
    private readonly int _variant;
    private readonly bool _onlyRequired;
    private int _count;

    private SampleDocuments(WireFacts facts, int variant, bool onlyRequired)
    {
        _facts = facts;
        _variant = variant;
        _onlyRequired = onlyRequired;
    }

    /// <summary>Returns a document with all parts. The variant selects the alternative of each choice.</summary>
    public static XElement Full(string root, int variant = 0) =>
        new SampleDocuments(WireFacts.Table, variant, onlyRequired: false).Element(root, WireFacts.Table.Roots[root], null, []);

    /// <summary>Returns a document with only the required parts.</summary>
    public static XElement Minimal(string root) =>
        new SampleDocuments(WireFacts.Table, 0, onlyRequired: true).Element(root, WireFacts.Table.Roots[root], null, []);

    private XElement Element(string name, string type, string? parentType, IReadOnlyList<string> around)
    {
        var element = new XElement(Namespace + name);
        if (_facts.Types.TryGetValue(type.Split('>')[0], out var facts))
        {
            Fill(element, type, string.Empty, facts, [.. around, type]);
        }
        else
        {
            element.Value = Text(name, type, parentType);
        }

        return element;
    }

    private void Fill(XElement element, string type, string prefix, List<WireFact> facts, IReadOnlyList<string> around)
    {
        var here = facts.Where(fact => fact.Name.StartsWith(prefix, StringComparison.Ordinal) && !fact.Name[prefix.Length..].Contains('/')).ToList();
        var choice = here.Where(fact => fact.Cardinality == "one-of").ToList();
        foreach (var fact in here.Where(fact => !_onlyRequired || fact.IsRequired))
        {
            var name = fact.Name[prefix.Length..];
            if (around.Contains(fact.Type) || (choice.Contains(fact) && choice.IndexOf(fact) != _variant % choice.Count))
            {
                // The item of a subscription has no subscription, and only one alternative of a choice is present.
                continue;
            }

            if (name == "text()")
            {
                element.Add(Text(element.Name.LocalName, fact.Type, type));
            }
            else if (name == "any()")
            {
                element.Add(fact.Cardinality == "*" ? PrivateData() : new XElement(Namespace + "hello"));
            }
            else if (name.StartsWith('@'))
            {
                element.Add(new XAttribute(name[1..], Text(name, fact.Type, type)));
            }
            else if (fact.Type == "-")
            {
                var container = new XElement(Namespace + name);
                Fill(container, type, fact.Name + "/", facts, around);
                element.Add(container);
            }
            else
            {
                element.Add(Enumerable.Range(0, fact.Cardinality == "*" ? 2 : 1).Select(_ => Element(name, fact.Type, type, around)));
            }
        }
    }

    private static object[] PrivateData() =>
        [new XElement("order-id", new XAttribute("kind", "a&b"), "42"), new XElement(Namespace + "note", "naïve <&> note"), "and text"];

    private string Text(string name, string type, string? parentType)
    {
        var number = ++_count;
        var plain = type.Split('[', '>')[0];
        if (_facts.Enums.TryGetValue(plain, out var words))
        {
            return words[(_variant + number) % words.Count];
        }

        return plain switch
        {
            "string" => $"naïve <text> & \"{number}\"",
            "token" when name == "@currency" => "USD",
            "token" => $"token-{number}",
            "anyURI" => $"https://shop.example/{number}?a=1&b=2",
            "boolean" => (number + _variant) % 2 == 0 ? "true" : "false",
            "int" => ((number % 20) + 1).ToString(CultureInfo.InvariantCulture),
            "long" => (number * 10_000_000_000L).ToString(CultureInfo.InvariantCulture),
            "double" => $"{number}.250",
            "decimal" => $"{number}.50",
            "dateTime" when parentType == "OrderListRequest" => $"2012-10-10T02:10:{number % 60:00}",
            "dateTime" => $"2012-10-10T02:10:{number % 60:00}.178Z",
            _ => throw new InvalidOperationException($"No sample for the type {type} of {name}."),
        };
    }
}
