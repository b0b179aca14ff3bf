using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace GoogleCheckout.Xml;

/// <summary>Valid documents with random changes.</summary>
internal static class MutatedSamples
{
    private static readonly string[] Splinters =
        ["<", ">", "&", "\"", "'", "/>", "]]>", "<![CDATA[", "<!--", "-->", "<?x ", "?>", "&#0;", "&#x10FFFF;", "\0", "\uFFFE", "xmlns=''", "xmlns:a='b'", " ", "-", "1E400", "INF", "NaN", "9999999999999999999999999999999", "0001-01-01T00:00:00+14:00", "24:00:00", "<item/>", "</item>"];

    private static readonly byte[][] Originals =
        [.. WireFacts.Table.Roots.Keys.Select(root => Encoding.UTF8.GetBytes(SampleDocuments.Full(root).ToString()))];

    /// <summary>Documents.</summary>
    public static Gen<byte[]> Documents { get; } = Gen.Choose(0, Originals.Length - 1)
        .SelectMany(original => Gen.Choose(0, 1_000_000).Three().ListOf(4), (original, edits) => Mutate(Originals[original], edits));

    private static byte[] Mutate(byte[] original, IEnumerable<(int Where, int What, int How)> edits)
    {
        var bytes = original.ToList();
        foreach (var (where, what, how) in edits)
        {
            var at = where % (bytes.Count + 1);
            switch (how % 4)
            {
                case 0:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Splinters[what % Splinters.Length]));
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(what % 30, bytes.Count - at));
                    break;
                case 2 when at < bytes.Count:
                    bytes[at] = (byte)what;
                    break;
                default:
                    bytes.InsertRange(at, bytes.Skip(what % (bytes.Count + 1)).Take(how % 60).ToList());
                    break;
            }
        }

        return [.. bytes];
    }
}
