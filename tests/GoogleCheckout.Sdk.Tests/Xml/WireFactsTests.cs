using System.Text;
using System.Xml.Linq;
using NUnit.Framework;

namespace GoogleCheckout.Xml;

/// <summary>Compares the table with the official schema, and the names, records and codecs with the table.</summary>
public class WireFactsTests
{
    private static WireFacts Table => WireFacts.Table;

    // The two names that real peers use and the schema does not have.
    private static readonly string[] NotInSchema = ["subscription-request-received", "new-google-order-number"];

    [Test]
    public void Table_ComparedWithOfficialSchema_IsEqual()
    {
        SharedFolder.Require();

        Assert.Multiple(() =>
        {
            Assert.That(Table.Roots.Select(root => $"{root.Key} {root.Value}"), Is.EquivalentTo(OfficialSchema.Roots()));
            Assert.That(Table.Enums.SelectMany(type => type.Value, (type, word) => $"{type.Key} {word}"), Is.EquivalentTo(OfficialSchema.Words()));
            Assert.That(Table.Types.SelectMany(type => type.Value, (type, fact) => $"{type.Key} {fact.Name} {fact.Cardinality} {fact.Type}"), Is.EquivalentTo(OfficialSchema.Facts()));
        });
    }

    [Test]
    public void ElementNames_Always_MatchTheTable()
    {
        var names = Table.Types.Values.SelectMany(facts => facts)
            .Select(fact => fact.Name.Split('/')[^1])
            .Where(name => !name.StartsWith('@') && !name.EndsWith("()", StringComparison.Ordinal))
            .Concat(Table.Roots.Keys)
            .Concat(NotInSchema)
            .Distinct();

        Assert.That(Elements.All.Select(name => name.LocalName), Is.EquivalentTo(names));
    }

    [Test]
    public void AttributeNames_Always_MatchTheTable()
    {
        var names = Table.Types.Values.SelectMany(facts => facts)
            .Select(fact => fact.Name.Split('/')[^1])
            .Where(name => name.StartsWith('@'))
            .Select(name => name[1..])
            .Distinct();

        Assert.That(Attributes.All.Select(name => name.LocalName), Is.EquivalentTo(names));
    }

    [Test]
    public void Names_InAnyReader_AreFoundByReference()
    {
        using var first = XmlInput.Open(Encoding.UTF8.GetBytes($"<a xmlns='{ProtocolNamespace.Current}'><charge-order/><nonsense/></a>"));
        var found = new List<XName?>();
        while (first.Read())
        {
            if (first.NodeType == System.Xml.XmlNodeType.Element)
            {
                found.Add(WireNameTable.ElementName(first));
            }
        }

        Assert.That(found, Is.EqualTo(new XName?[] { null, Elements.ChargeOrder, null }));
    }

    [Test]
    public void Root_Always_HasARecordWithTheNameOfItsType()
    {
        var codecs = MessageCodecs.Roots.ToDictionary(root => root.Name.LocalName, root => root.Type.Name);

        Assert.That(codecs, Is.EquivalentTo(Table.Roots));
    }

    [Test]
    public void Message_Always_HasARoot()
    {
        Type[] withoutRoot = [typeof(UnknownMessage), typeof(GoogleCheckout.Notifications.UnknownNotification)];
        var messages = typeof(CheckoutMessage).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CheckoutMessage)) && !type.IsAbstract);

        Assert.That(messages.Except(withoutRoot), Is.EquivalentTo(MessageCodecs.Roots.Select(root => root.Type)));
    }

    [TestCaseSource(nameof(NamedTypes))]
    public void Type_Always_HasARecordOfItsName(string type)
    {
        // Plain text and plain amounts are values, areas and shipping methods share a codec; all have their records.
        var name = type switch
        {
            "anyMultiple" => nameof(PrivateData),
            _ => type,
        };

        Assert.That(typeof(CheckoutMessage).Assembly.GetExportedTypes().Select(exported => exported.Name), Does.Contain(name));
    }

    private static IEnumerable<string> NamedTypes() => Table.Types.Keys.Concat(Table.Enums.Keys).Except(["anyType"]);
}
