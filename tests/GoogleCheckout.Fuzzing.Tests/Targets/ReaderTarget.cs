using System.Text;
using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;

namespace GoogleCheckout.Fuzzing.Targets;

/// <summary>
/// Reading and writing: each entry returns or throws a <see cref="CheckoutXmlException"/>; a message that can be written is read again as
/// the same message; the validators take every message.
/// </summary>
internal sealed class ReaderTarget : IFuzzTarget
{
    private static readonly NotificationValidator Validator = new();

    public Task<string> TryAsync(byte[] document, Random random)
    {
        var message = Read(() => CheckoutXml.Parse(document.AsMemory()));
        TryOtherEntry(document, message, random);
        return Task.FromResult(message is null ? "rejected" : Rewrite(message) ? "rewritten" : "read");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static void TryOtherEntry(byte[] document, CheckoutMessage? message, Random random)
    {
        switch (random.Next(5))
        {
            case 0:
                var fromStream = Read(() => CheckoutXml.Parse(new MemoryStream(document)));
                Require((fromStream is null) == (message is null), "Parse of the stream and Parse of the bytes differ");
                break;
            case 1:
                Read(() => CheckoutXml.Parse(Encoding.Latin1.GetString(document)));
                break;
            case 2:
                Read(() => CheckoutXml.ReadNotifications(new MemoryStream(document)).ToList());
                break;
            case 3:
                var entries = CheckoutXml.ReadArchive(new MemoryStream(document)).ToList();
                Require(entries.TrueForAll(entry => entry.Offset + entry.Length <= document.Length), "an entry of the archive ends behind the archive");
                break;
            default:
                var violations = Read(() => CheckoutXml.ValidateSchema(document.AsMemory()));
                Require((violations is null) == (message is null) || message is null, "a document can be read, but not validated");
                break;
        }
    }

    private static bool Rewrite(CheckoutMessage message)
    {
        Require(message.ToString().Length > 0, "ToString is empty");
        if (message is Notification notification)
        {
            Validator.Validate(notification);
        }
        else if (message is CheckoutShoppingCart cart)
        {
            cart.Validate();
        }

        string written;
        try
        {
            written = message.ToXmlString();
        }
        catch (ArgumentException)
        {
            // The document lacks what the schema requires, or is no message of the protocol.
            return false;
        }

        CheckoutMessage again;
        try
        {
            again = CheckoutXml.Parse(written);
        }
        catch (CheckoutXmlException e)
        {
            throw new UndocumentedResultException("what was written cannot be read", e);
        }

        var writtenAgain = again.ToXmlString();
        Require(writtenAgain == written, $"what was written is read as another message: {Around(written, writtenAgain)} became {Around(writtenAgain, written)}");
        return true;
    }

    // The part of a text where another text begins to differ.
    private static string Around(string text, string other)
    {
        var position = text.AsSpan().CommonPrefixLength(other);
        var start = Math.Max(0, position - 60);
        return text[start..Math.Min(text.Length, position + 60)];
    }

    private static T? Read<T>(Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (CheckoutXmlException)
        {
            return null;
        }
    }

    private static void Require(bool condition, string otherwise)
    {
        if (!condition)
        {
            throw new UndocumentedResultException(otherwise);
        }
    }
}
