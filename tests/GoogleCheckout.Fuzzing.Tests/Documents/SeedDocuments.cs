using System.Text;
using System.Xml.Linq;
using GoogleCheckout.Xml;

namespace GoogleCheckout.Fuzzing.Documents;

/// <summary>The documents that are mutated: each message of the protocol with all parts and with the required parts only, and the corpus if it is at hand.</summary>
internal sealed class SeedDocuments
{
    private readonly byte[][] _documents;

    private SeedDocuments(byte[][] documents) => _documents = documents;

    public int Count => _documents.Length;

    public static SeedDocuments Load() => new(
    [
        .. WireFacts.Table.Roots.Keys.SelectMany(root => Enumerable.Range(0, SampleDocuments.Variants).Select(variant => SampleDocuments.Full(root, variant)).Append(SampleDocuments.Minimal(root))).Select(ToBytes),
        .. SharedFolder.CorpusDocuments().Select(SharedFolder.CorpusDocument),
    ]);

    /// <summary>Returns a mutation of a document that the generator selects.</summary>
    public byte[] Mutate(Random random) => DocumentMutator.Mutate(_documents[random.Next(_documents.Length)], _documents[random.Next(_documents.Length)], random);

    // As the service sent documents: without white space between the elements, or indented.
    private static byte[] ToBytes(XElement document, int number) =>
        Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + document.ToString(number % 2 == 0 ? SaveOptions.DisableFormatting : SaveOptions.None));
}
