using NUnit.Framework;

namespace GoogleCheckout.Callbacks;

/// <summary>Every notification and callback of the corpus through the endpoint: which are acknowledged, and which refused.</summary>
public class CorpusCallbackTests
{
    // Roots without anything in them, and dates as another language writes them. All others are acknowledged.
    private static readonly string[] Refused =
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
    ];

    [TestCaseSource(nameof(Documents))]
    public async Task Push_OfTheCorpus_IsAcknowledgedUnlessListed(string path)
    {
        using var site = new CallbackSite();

        var answer = await site.PushAsync(SharedFolder.CorpusDocument(path));

        Assert.That(answer.StatusCode, Is.EqualTo(Refused.Contains(path) ? 400 : 200), string.Concat(site.LogEntries.Select(said => said.GetText())));
    }

    [Test]
    public void List_NamesDocumentsOfTheCorpus()
    {
        SharedFolder.Require();

        Assert.That(Refused.Except(SharedFolder.CorpusDocuments()), Is.Empty);
    }

    private static IEnumerable<TestCaseData> Documents()
    {
        string[] others = ["error", "some-new-notification", "unexpected-tag", "unknown-callback"];
        return SharedFolder.CorpusDocuments()
            .Where(path => path.Split('/')[0] is var folder && (folder.EndsWith("-notification", StringComparison.Ordinal) || others.Contains(folder)))
            .Select(path => new TestCaseData(path).SetArgDisplayNames(path));
    }
}
