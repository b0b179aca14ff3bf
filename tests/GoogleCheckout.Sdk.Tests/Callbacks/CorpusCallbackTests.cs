using NUnit.Framework;

namespace GoogleCheckout.Callbacks;

/// <summary>Sends each notification and callback of the corpus to the endpoint: some are rejected, all others acknowledged.</summary>
public class CorpusCallbackTests
{
    // Empty root elements, dates in a format that is not xs:dateTime, and messages that the protocol does not have. All others are acknowledged.
    private static readonly string[] Rejected =
    [
        "authorization-amount-notification/google4r-notification-handler-empty.xml",
        "authorization-amount-notification/java-old0.8.5-authorization-amount-notification-invalid-expdate.xml",
        "authorization-amount-notification/java-old0.8.9-authorization-amount-notification-invalid-expdate.xml",
        "charge-amount-notification/google4r-notification-handler-empty.xml",
        "chargeback-amount-notification/google4r-notification-handler-empty.xml",
        "new-order-notification/google4r-notification-handler-empty.xml",
        "order-state-change-notification/google4r-notification-handler-empty.xml",
        "refund-amount-notification/google4r-notification-handler-empty.xml",
        "risk-information-notification/google4r-notification-handler-empty.xml",
        "unexpected-tag/google4r-command.xml",
        "unknown-callback/google4r-callback-handler.xml",
        "unknown-notification/google4r-notification-handler-empty.xml",
    ];

    [TestCaseSource(nameof(Documents))]
    public async Task Push_CorpusDocument_IsAcknowledgedUnlessListed(string path)
    {
        using var site = new CallbackSite();

        var response = await site.PushAsync(SharedFolder.CorpusDocument(path));

        Assert.That(response.StatusCode, Is.EqualTo(Rejected.Contains(path) ? 400 : 200), string.Concat(site.LogEntries.Select(entry => entry.GetText())));
    }

    [Test]
    public void List_Always_NamesDocumentsOfTheCorpus()
    {
        SharedFolder.Require();

        Assert.That(Rejected.Except(SharedFolder.CorpusDocuments()), Is.Empty);
    }

    private static IEnumerable<TestCaseData> Documents()
    {
        string[] others = ["error", "some-new-notification", "unexpected-tag", "unknown-callback"];
        return SharedFolder.CorpusDocuments()
            .Where(path => path.Split('/')[0] is var folder && (folder.EndsWith("-notification", StringComparison.Ordinal) || others.Contains(folder)))
            .Select(path => new TestCaseData(path).SetArgDisplayNames(path));
    }
}
