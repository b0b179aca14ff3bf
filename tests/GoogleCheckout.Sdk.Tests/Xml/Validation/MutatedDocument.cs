using System.Text;
using System.Xml.Linq;

namespace GoogleCheckout.Xml;

/// <summary>A generated document with one to three changes of the kinds that clients get wrong. The same number gives the same document.</summary>
internal sealed class MutatedDocument
{
    private static readonly XNamespace Protocol = ProtocolNamespace.Current;
    private static readonly XNamespace Instance = "http://www.w3.org/2001/XMLSchema-instance";
    private static readonly string[] Roots = [.. WireFacts.Table.Roots.Keys];

    private static readonly string[] Values =
    [
        string.Empty, " ", "0", "-0", "1", "-1", "+5", "5", "05", "5.0", "5.", ".5", ".", "-", "1e3", "1,000.00", "0x10", "5 0", " 5 ", "\n5\n", "NaN", "nan", "INF", "-INF", "Infinity",
        "2147483647", "2147483648", "9223372036854775807", "9223372036854775808", "79228162514264337593543950335", "-0.00000001", "50", "51", "20", "21", "1000", "1001",
        "true", "TRUE", "yes", "false", " true ", "2012-02-29T00:00:00", "2011-02-29T00:00:00", "2012-10-10T02:10:58.1789012345Z", "2012-10-10T24:00:00Z", "2012-10-10T02:10:58+14:00",
        "2012-10-10T02:10:58+14:01", "2012-10-10T02:10:60Z", "2012-10-10", "2012-10-10 02:10:58", " 2012-10-10T02:10:58Z ", "2012-10-10T02:10:58.Z", "MONTHLY", "monthly", " CHARGED ", "CHARGED",
        "NEW", "HALF_UP", "TOTAL", "PER_ITEM", "ALL", "USD", "https://shop.example/a b", "##", "http://", "http://[", "a:b", ":", "%", new('x', 100), new('x', 101), new('x', 255), new('x', 256),
        new('x', 1024), new('x', 1025), string.Concat(Enumerable.Repeat("\U0001F375", 100)), string.Concat(Enumerable.Repeat("\U0001F375", 255)), "\u00A0",
    ];

    private readonly Random _random;

    public MutatedDocument(int number)
    {
        _random = new Random(number);
        var name = Pick(Roots);
        Root = _random.Next(4) == 0 ? SampleDocuments.Minimal(name) : SampleDocuments.Full(name, _random.Next(SampleDocuments.Variants));
        for (var changes = _random.Next(1, 4); changes > 0; changes--)
        {
            Change();
        }
    }

    public XElement Root { get; private set; }

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(Root.ToString(SaveOptions.DisableFormatting));

    private void Change()
    {
        var elements = Root.DescendantsAndSelf().ToList();
        var element = Pick(elements);
        switch (_random.Next(15))
        {
            case 0:
                element.Name = element.Name.Namespace + Pick(Elements.All).LocalName;
                break;
            case 1:
                element.Name = element.Name.Namespace + Misspell(element.Name.LocalName);
                break;
            case 2:
                Remove(element);
                break;
            case 3:
                element.Parent?.Add(new XElement(element));
                break;
            case 4:
                Move(element, Pick(elements));
                break;
            case 5:
                element.Name = Pick<XNamespace>([XNamespace.None, ProtocolNamespace.Beta, "urn:other"]) + element.Name.LocalName;
                break;
            case 6:
                element.SetAttributeValue(Pick<XName>(["unknown", Instance + "schemaLocation", Instance + "nil", XNamespace.Xml + "lang", Protocol + "currency", "currency"]), "true");
                break;
            case 7:
                element.SetAttributeValue(Pick(Attributes.All), Pick(Values));
                break;
            case 8:
                PickAttribute(elements)?.Remove();
                break;
            case 9:
                PickAttribute(elements)?.SetValue(Pick(Values));
                break;
            case 10 or 11:
                var leaf = Pick(elements.Where(leaf => !leaf.HasElements).DefaultIfEmpty(element).ToList());
                leaf.SetValue(Pick(Values));
                break;
            case 12:
                element.Add(Pick<XNode>([new XText("text"), new XText(" \n"), new XText("\u00A0"), new XCData("text"), new XComment("text"), new XProcessingInstruction("a", "b")]));
                break;
            case 13:
                element.AddFirst(new XElement(Pick(Elements.All).LocalName is var name && _random.Next(2) == 0 ? Protocol + name : name, Pick(Values)));
                break;
            default:
                var nodes = element.Nodes().ToArray();
                _random.Shuffle(nodes);
                element.ReplaceNodes(nodes);
                break;
        }
    }

    private void Remove(XElement element)
    {
        if (element != Root)
        {
            element.Remove();
        }
    }

    private static void Move(XElement element, XElement target)
    {
        if (element.Parent is not null && !element.DescendantsAndSelf().Contains(target))
        {
            element.Remove();
            target.Add(element);
        }
    }

    private XAttribute? PickAttribute(List<XElement> elements) =>
        elements.SelectMany(element => element.Attributes()).Where(attribute => !attribute.IsNamespaceDeclaration).ToList() is { Count: > 0 } attributes ? Pick(attributes) : null;

    private string Misspell(string name)
    {
        var position = _random.Next(1, name.Length);
        return _random.Next(4) switch
        {
            0 => name.Remove(position, 1),
            1 => name.Insert(position, name[position].ToString()),
            2 => char.ToUpperInvariant(name[0]) + name[1..],
            _ => name.Replace('-', '_'),
        };
    }

    private T Pick<T>(IReadOnlyList<T> values) => values[_random.Next(values.Count)];
}
