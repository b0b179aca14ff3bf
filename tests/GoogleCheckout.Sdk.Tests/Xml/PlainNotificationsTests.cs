using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NUnit.Framework;

namespace GoogleCheckout.Xml;

/// <summary>
/// Histories are read without an XML reader as with one: the same notifications and original XML, and an error at the same element. The words and
/// places of errors can differ: what is known of the document before the error differs.
/// </summary>
public partial class PlainNotificationsTests
{
    private const string Namespace = "http://checkout.google.com/schema/2";
    private const string Mutations = "GOOGLE_CHECKOUT_MUTATIONS";
    private const int MutationsInTheSuite = 30_000;

    private static readonly string[] Kinds = [.. WireFacts.Table.Roots.Keys.Where(root => root.EndsWith("-notification", StringComparison.Ordinal))];

    private static readonly string[] Fragments =
    [
        "<", ">", "&", "\"", "'", "/", "]]>", "<![CDATA[x]]>", "<!-- -->", "<!-- </charge-amount-notification> -->", "<?x y?>", "&amp;", "&#65;", "\r", "\r\n", "\n", "\t", " ", "\u0001", "\u00E9", "\uFEFF", "\uFFFE", "\U0001F375", " xmlns=''", " xmlns:a='b'",
        $" xmlns=\"{Namespace}\"", " a='b'", " a=\"b\"", "<a/>", "</notifications>", "<notifications>", "</new-order-notification>", "<new-order-notification>", "<charge-amount-notification/>", "text", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<hello/>",
        $"<hello xmlns=\"{Namespace}\"/>", "<next-page-token>t</next-page-token>", "<next-page-token>é</next-page-token>",
    ];

    [TestCase(1)]
    [TestCase(7)]
    [TestCase(4_096)]
    [TestCase(1_000_000)]
    public void ReadNext_PlainHistory_IsReadWithoutAnXmlReader(int pieceLength)
    {
        var history = Encoding.UTF8.GetBytes(CreateHistory(new Random(1), 40, SampleDocuments.Minimal));

        using var notifications = new PlainNotifications(CheckoutXml.DefaultMaxBytes);
        using var pieces = new PieceStream(history, pieceLength);
        var read = 0;
        for (var step = PlainStep.MoreBytesNeeded; step != PlainStep.End;)
        {
            step = notifications.TryRead(out var notification);
            Assert.That(step, Is.Not.EqualTo(PlainStep.Declined), $"after {read} notifications");
            read += notification is null ? 0 : 1;
            if (step == PlainStep.MoreBytesNeeded)
            {
                var room = notifications.GetRoom();
                notifications.Add(pieces.Read(room.Array!, room.Offset, room.Count));
            }
        }

        Assert.That(read, Is.EqualTo(40));
        AssertSame(history, pieceLength, 0);
    }

    [Test]
    public void ReadNext_MutatedHistory_ReturnsWhatTheXmlReaderReturns()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable(Mutations), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : MutationsInTheSuite;

        Parallel.For(0, count, number =>
        {
            var random = new Random(number);
            var text = CreateHistory(random, random.Next(4), random.Next(2) == 0 ? SampleDocuments.Minimal : root => SampleDocuments.Full(root, random.Next(SampleDocuments.Variants)));
            for (var changes = random.Next(0, 3); changes > 0; changes--)
            {
                var position = random.Next(text.Length + 1);
                var tag = text.IndexOf('>', position);
                var fragment = Fragments[random.Next(Fragments.Length)];
                text = random.Next(4) switch
                {
                    0 => text.Insert(position, fragment),
                    1 => text.Remove(position, Math.Min(random.Next(30), text.Length - position)),
                    2 when tag > 0 => text.Insert(text[tag - 1] == '/' ? tag - 1 : tag, fragment),
                    _ => text.Insert(tag + 1, fragment),
                };
            }

            AssertSame(Encoding.UTF8.GetBytes(text), random.Next(4) == 0 ? random.Next(1, 200) : 1_000_000, number);
        });
    }

    private static void AssertSame(byte[] history, int pieceLength, int number)
    {
        var (plain, plainError) = Read(history, pieceLength, tryPlain: true);
        var (any, error) = Read(history, pieceLength, tryPlain: false);
        if (plainError != error || !plain.SequenceEqual(any))
        {
            throw new AssertionException($"Mutation {number}: {plain.Count} notifications and {plainError}\ninstead of {any.Count} and {error}\nfor {Encoding.UTF8.GetString(history)}");
        }
    }

    private static (List<string> Notifications, string? Error) Read(byte[] history, int pieceLength, bool tryPlain)
    {
        var read = new List<string>();
        using var pieces = new PieceStream(history, pieceLength);
        using var notifications = new NotificationStream(pieces, 100_000, tryPlain: tryPlain);
        try
        {
            while (notifications.ReadNext() is { } notification)
            {
                read.Add($"{notification.GetType().Name} {notification} {Encoding.UTF8.GetString(notification.OriginalXml.Span)}");
            }

            return (read, null);
        }
        catch (CheckoutXmlException e)
        {
            return (read, e.Path);
        }
    }

    private static string CreateHistory(Random random, int count, Func<string, XElement> create)
    {
        var history = new StringBuilder(random.Next(3) == 0 ? "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" : string.Empty)
            .Append(CultureInfo.InvariantCulture, $"<notification-history-response xmlns=\"{Namespace}\" serial-number=\"1\">\n  <notifications>");
        for (; count > 0; count--)
        {
            var sample = create(Kinds[random.Next(Kinds.Length)]);
            var text = sample.ToString(random.Next(2) == 0 ? SaveOptions.None : SaveOptions.DisableFormatting).Replace(" xmlns=\"\"", string.Empty, StringComparison.Ordinal).Replace("a&amp;b", "ab", StringComparison.Ordinal).Replace(" />", "/>", StringComparison.Ordinal);
            text = SerialNumber().Replace(text, "serial-number=\"1\"");
            history.Append(random.Next(2) == 0 ? "\n    " : string.Empty).Append(random.Next(2) == 0 ? text : text.Replace($" xmlns=\"{Namespace}\"", string.Empty, StringComparison.Ordinal));
        }

        return history.Append("\n  </notifications>\n  <next-page-token>token</next-page-token>\n</notification-history-response>\n").ToString();
    }

    [GeneratedRegex("serial-number=\"[^\"]*\"")]
    private static partial Regex SerialNumber();

    private sealed class PieceStream(byte[] bytes, int pieceLength) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, pieceLength));
    }
}
