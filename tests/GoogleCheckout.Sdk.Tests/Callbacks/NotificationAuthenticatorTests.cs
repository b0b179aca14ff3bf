using System.Text;
using FsCheck;
using FsCheck.Fluent;
using GoogleCheckout.Notifications;
using NUnit.Framework;

namespace GoogleCheckout.Callbacks;

/// <summary>Only the exact id and key are accepted.</summary>
public class NotificationAuthenticatorTests
{
    private const string Id = "1234567890";
    private const string Key = "key-of-the-merchant";

    [TestCase("key-of-the-merchant")]
    [TestCase("key:with:colons:")]
    [TestCase(":")]
    [TestCase("Schlüssel für das Geschäft 鍵")]
    [TestCase("a key with spaces ")]
    public void IsAuthentic_AnyKey_IsTrue(string key)
    {
        var authenticator = new NotificationAuthenticator(Id, key);

        Assert.That(authenticator.IsAuthentic(Header(Id, key)), Is.True);
        Assert.That(authenticator.IsAuthentic(Header(Id, key + "x")), Is.False);
    }

    [Test]
    public void IsAuthentic_KeyInAnotherEncoding_IsFalse()
    {
        var authenticator = new NotificationAuthenticator(Id, "Schlüssel");
        var latin = "Basic " + Convert.ToBase64String(Encoding.Latin1.GetBytes($"{Id}:Schlüssel"));

        Assert.That(authenticator.IsAuthentic(latin), Is.False);
    }

    [TestCase("basic")]
    [TestCase("BASIC")]
    public void IsAuthentic_SchemeInAnotherCase_IsTrue(string scheme)
    {
        Assert.That(new NotificationAuthenticator(Id, Key).IsAuthentic(Header(Id, Key).Replace("Basic", scheme, StringComparison.Ordinal)), Is.True);
    }

    [Test]
    public void IsAuthentic_DuringAKeyChange_IsTrueForBothKeys()
    {
        var authenticator = new NotificationAuthenticator(Id, "new", "old");

        Assert.That(new[] { "new", "old", "older", "newold", string.Empty }.Select(key => authenticator.IsAuthentic(Header(Id, key))), Is.EqualTo(new[] { true, true, false, false, false }));
    }

    [Test]
    public void Authenticate_SeveralMerchants_ReturnsTheMerchantOfTheCredentials()
    {
        var authenticator = new NotificationAuthenticator([Of("teas", "1", "key of teas", "old key of teas"), Of("pots", "2", "key of pots")]);

        Assert.Multiple(() =>
        {
            Assert.That(authenticator.Authenticate(Header("1", "key of teas")), Is.EqualTo("teas"));
            Assert.That(authenticator.Authenticate(Header("1", "old key of teas")), Is.EqualTo("teas"));
            Assert.That(authenticator.Authenticate(Header("2", "key of pots")), Is.EqualTo("pots"));
            Assert.That(authenticator.Authenticate(Header("2", "key of teas")), Is.Null, "another merchant's key");
            Assert.That(authenticator.Authenticate(Header("12", "key of teas")), Is.Null);
        });
    }

    [Test]
    public void Authenticate_CredentialsOfTwoMerchants_ReturnsTheFirst()
    {
        var authenticator = new NotificationAuthenticator([Of("teas", "1", "shared key"), Of("pots", "1", "shared key")]);

        Assert.That(authenticator.Authenticate(Header("1", "shared key")), Is.EqualTo("teas"));
    }

    [Test]
    public void Authenticate_MerchantWithoutName_ReturnsTheEmptyName()
    {
        Assert.That(new NotificationAuthenticator(Id, Key).Authenticate(Header(Id, Key)), Is.Empty);
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("Basic")]
    [TestCase("Basic ")]
    [TestCase("Basic ====")]
    [TestCase("Basic not base64")]
    [TestCase("Basic Og==", Description = "a colon")]
    [TestCase("Basic MTIzNDU2Nzg5MDo=", Description = "the id, and no key")]
    [TestCase("Basic MTIzNDU2Nzg5MA==", Description = "the id, and no colon")]
    [TestCase("Bearer MTIzNDU2Nzg5MDprZXktb2YtdGhlLW1lcmNoYW50")]
    [TestCase("MTIzNDU2Nzg5MDprZXktb2YtdGhlLW1lcmNoYW50")]
    [TestCase("Basic MTIzNDU2Nzg5MDprZXktb2YtdGhlLW1lcmNoYW50,Basic MTIzNDU2Nzg5MDprZXktb2YtdGhlLW1lcmNoYW50")]
    public void Authenticate_OtherHeader_IsNull(string? header)
    {
        var authenticator = new NotificationAuthenticator(Id, Key);

        Assert.That(authenticator.Authenticate("Basic MTIzNDU2Nzg5MDprZXktb2YtdGhlLW1lcmNoYW50"), Is.Not.Null, "the valid header of the cases");
        Assert.That(authenticator.Authenticate(header), Is.Null);
    }

    [Test]
    public void Authenticate_AnyText_DoesNotThrowOrAccept()
    {
        var authenticator = new NotificationAuthenticator(Id, Key);
        var texts = ArbMap.Default.GeneratorFor<string>();
        var headers = Gen.OneOf(
            texts,
            texts.Select(text => "Basic " + text),
            texts.Select(text => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(text ?? string.Empty))),
            texts.Select(text => Header(Id, text)),
            texts.Select(text => Header(Id + text, Key)),
            texts.Where(text => !string.IsNullOrEmpty(text)).Select(text => Header(Id, Key + text)));

        Prop.ForAll(headers.ToArbitrary(), header => !authenticator.IsAuthentic(header) || Decoded(header) == $"{Id}:{Key}")
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3_000));
    }

    [Test]
    public void Authenticate_OneBitChanged_IsNull()
    {
        var authenticator = new NotificationAuthenticator(Id, Key);
        var credentials = Encoding.UTF8.GetBytes($"{Id}:{Key}");
        var accepted = from position in Enumerable.Range(0, credentials.Length)
                       from bit in Enumerable.Range(0, 8)
                       let changed = credentials.Select((each, i) => i == position ? (byte)(each ^ (1 << bit)) : each).ToArray()
                       where authenticator.IsAuthentic("Basic " + Convert.ToBase64String(changed))
                       select position;

        Assert.That(accepted, Is.Empty);
    }

    [TestCase(1)]
    [TestCase(256)]
    [TestCase(600)]
    public void Authenticate_ZerosBehindTheKey_IsNull(int count)
    {
        var authenticator = new NotificationAuthenticator(Id, Key);

        Assert.That(authenticator.Authenticate(Header(Id, Key + new string('\0', count))), Is.Null);
        Assert.That(authenticator.Authenticate(Header(Id, Key[..^1])), Is.Null, "the beginning of the key");
    }

    [TestCase(244)]
    [TestCase(245)]
    [TestCase(246)]
    [TestCase(1000)]
    public void Authenticate_LongKey_IsComparedToItsEnd(int length)
    {
        var key = new string('k', length);
        var authenticator = new NotificationAuthenticator([Of("teas", Id, Key), Of("pots", Id, key)]);

        Assert.Multiple(() =>
        {
            Assert.That(authenticator.Authenticate(Header(Id, key)), Is.EqualTo("pots"));
            Assert.That(authenticator.Authenticate(Header(Id, Key)), Is.EqualTo("teas"));
            Assert.That(authenticator.Authenticate(Header(Id, key[..^1] + "x")), Is.Null);
            Assert.That(authenticator.Authenticate(Header(Id, key + "k")), Is.Null);
        });
    }

    [Test]
    public void Constructor_InvalidCredentials_Throws()
    {
        Assert.Multiple(() =>
        {
            Assert.That(() => new NotificationAuthenticator([]), Throws.ArgumentException.With.Message.Contains("no merchant"));
            Assert.That(() => new NotificationAuthenticator(Id), Throws.ArgumentException.With.Message.Contains("MerchantKeys is empty"));
            Assert.That(() => new NotificationAuthenticator(Id, string.Empty), Throws.ArgumentException);
            Assert.That(() => new NotificationAuthenticator(Id, Key, " "), Throws.ArgumentException);
            Assert.That(() => new NotificationAuthenticator(string.Empty, Key), Throws.ArgumentException.With.Message.Contains("MerchantId is missing"));
            Assert.That(() => new NotificationAuthenticator("1:2", Key), Throws.ArgumentException.With.Message.Contains("colon"));
            Assert.That(() => new NotificationAuthenticator([Of("teas", "1", "a"), Of("pots", "2")]), Throws.ArgumentException.With.Message.Contains("pots"));
        });
    }

    [Test]
    public void ToString_OfCredentials_DoesNotContainTheKey()
    {
        Assert.That(Of("teas", "1", "secret").ToString(), Does.Contain("teas").And.Not.Contain("secret"));
    }

    private static MerchantCredentials Of(string merchant, string id, params string[] keys) => new() { Merchant = merchant, MerchantId = id, MerchantKeys = keys };

    private static string Header(string id, string key) => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{id}:{key}"));

    private static string Decoded(string header) => Encoding.UTF8.GetString(Convert.FromBase64String(header[6..]));
}
