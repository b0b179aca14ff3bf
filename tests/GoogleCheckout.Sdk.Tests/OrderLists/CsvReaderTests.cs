using System.Text;
using NUnit.Framework;

namespace GoogleCheckout.Reports;

public class CsvReaderTests
{
    [TestCase("a,b\nc,d\n", "a|b / c|d")]
    [TestCase("a,b\r\nc,d", "a|b / c|d")]
    [TestCase("a\rb", "a / b")]
    [TestCase("\n\na\n\n", "a")]
    [TestCase("\"a,b\",c", "a,b|c")]
    [TestCase("\"a\nb\",\"c\r\nd\"", "a\nb|c\r\nd")]
    [TestCase("\"say \"\"yes\"\"\",b", "say \"yes\"|b")]
    [TestCase("\"\",b,", "|b|")]
    [TestCase("\"\"", "")]
    [TestCase(",", "|")]
    [TestCase("Žluťoučký,茶\n", "Žluťoučký|茶")]
    public async Task ReadAsync_WellFormed_ReturnsTheFields(string table, string records)
    {
        foreach (var bytesAtOnce in new[] { 1, 3, 1000 })
        {
            Assert.That(string.Join(" / ", (await Read(table, bytesAtOnce)).Select(record => string.Join('|', record))), Is.EqualTo(records));
        }
    }

    [Test]
    public void ReadAsync_UnclosedQuote_Throws() => Assert.That(() => Read("a\n\"b,c\n", 1000), Throws.TypeOf<FormatException>());

    [Test]
    public void ReadAsync_RecordTooLong_Throws() => Assert.That(() => Read(new string('a', 100_000), 1000), Throws.TypeOf<FormatException>());

    [Test]
    public async Task LineNumber_FieldsWithLineEnds_IsTheLineOnWhichTheRecordBegins()
    {
        var csv = new CsvReader(Source("a,\"b\n\nb\"\r\n\r\nc\r\nd\n", 1000));
        var lines = new List<int>();
        while (await csv.ReadAsync(CancellationToken.None) is not null)
        {
            lines.Add(csv.LineNumber);
        }

        Assert.That(lines, Is.EqualTo(new[] { 1, 5, 6 }));
    }

    [TestCase("a\rb\rc\r", new[] { 1, 2, 3 })]
    [TestCase("a\r\r\rb\r", new[] { 1, 4 })]
    [TestCase("a,\"b\r\rb\"\rc", new[] { 1, 4 })]
    [TestCase("a\r\nb\n\rc\r\n", new[] { 1, 2, 4 })]
    [TestCase("a\r\"\nb\"\rc", new[] { 1, 2, 4 })]
    public async Task LineNumber_LinesThatEndInCr_CountsEachOnce(string table, int[] expected)
    {
        foreach (var bytesAtOnce in new[] { 1, 1000 })
        {
            var csv = new CsvReader(Source(table, bytesAtOnce));
            var lines = new List<int>();
            while (await csv.ReadAsync(CancellationToken.None) is not null)
            {
                lines.Add(csv.LineNumber);
            }

            Assert.That(lines, Is.EqualTo(expected));
        }
    }

    private static async Task<List<IReadOnlyList<string>>> Read(string table, int bytesAtOnce)
    {
        var csv = new CsvReader(Source(table, bytesAtOnce));
        var records = new List<IReadOnlyList<string>>();
        while (await csv.ReadAsync(CancellationToken.None) is { } record)
        {
            records.Add(record);
        }

        return records;
    }

    private static Func<byte[], CancellationToken, Task<int>> Source(string table, int bytesAtOnce)
    {
        var bytes = new MemoryStream(Encoding.UTF8.GetBytes(table));
        return async (buffer, cancellationToken) => await bytes.ReadAsync(buffer.AsMemory(0, Math.Min(buffer.Length, bytesAtOnce)), cancellationToken);
    }
}
