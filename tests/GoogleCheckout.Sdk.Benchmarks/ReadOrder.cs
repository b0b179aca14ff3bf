using System.Xml;
using System.Xml.Linq;
using System.Xml.Serialization;
using BenchmarkDotNet.Attributes;
using GoogleCheckout.Benchmarks.Report;

namespace GoogleCheckout.Benchmarks;

/// <summary>Reading a new order of 3.3 KB. Goal: at most 0.75 times the bare reader, and at most 8 KB allocated.</summary>
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

    internal static IReadOnlyList<Row> Measure()
    {
        var benchmark = new ReadOrder();
        void Parse() => benchmark.CheckoutXmlParse();
        var toReader = Comparison.OfTimes(() => benchmark.BareXmlReader(), Parse);
        var toSerializer = Comparison.OfTimes(() => benchmark.CachedXmlSerializer(), Parse);
        var (allocated, serializerAllocated) = (Comparison.AllocatedBytes(Parse), Comparison.AllocatedBytes(() => benchmark.CachedXmlSerializer()));
        return
        [
            new Row(
                "a new order of 3.3 KB is read into records, `OriginalXml` included",
                FormattableString.Invariant($"{toReader.Measured:F1} µs"),
                FormattableString.Invariant($"a bare `XmlReader` pass: {toReader.Against:F1} µs"),
                toReader.Ratio,
                "at most 0.75",
                toReader.Ratio <= 0.75),
            new Row(
                "the same",
                FormattableString.Invariant($"{allocated / 1000:F1} KB allocated"),
                FormattableString.Invariant($"a cached `XmlSerializer`: {serializerAllocated / 1000:F1} KB (and {toSerializer.Against:F1} µs)"),
                allocated / serializerAllocated,
                "at most 8 KB",
                allocated <= 8_000),
        ];
    }
}
