using System.Xml;
using System.Xml.Linq;
using System.Xml.Serialization;
using BenchmarkDotNet.Attributes;

namespace GoogleCheckout.Benchmarks;

/// <summary>Reading a new order of 3.3 KB. Budget: at most 1.6 times the bare reader, and no more bytes than the serializer.</summary>
[MemoryDiagnoser]
public class ReadOrder
{
    private static readonly XmlSerializer Serializer = new(typeof(SerializedOrder));
    private static readonly byte[] Document = SampleOrder.Document;

    [Benchmark(Baseline = true)]
    public int BareXmlReader()
    {
        using var reader = XmlReader.Create(new MemoryStream(Document));
        var nodes = 0;
        while (reader.Read())
        {
            nodes++;
        }

        return nodes;
    }

    [Benchmark]
    public CheckoutMessage CheckoutXmlParse() => CheckoutXml.Parse(Document.AsMemory());

    [Benchmark]
    public XDocument XDocumentLoad() => XDocument.Load(new MemoryStream(Document));

    [Benchmark]
    public object? CachedXmlSerializer()
    {
        using var reader = XmlReader.Create(new MemoryStream(Document));
        return Serializer.Deserialize(reader);
    }
}
