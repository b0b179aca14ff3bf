using GoogleCheckout.Inbox;
using NUnit.Framework;

namespace GoogleCheckout.PublicApi;

/// <summary>What programs with an inbox compile against changes only on purpose: each change is a line in PublicApi.txt.</summary>
public class InboxPublicApiTests
{
    [Test]
    public void PublicApi_OfAssembly_IsAsApproved()
    {
        new ApprovedApi("tests/GoogleCheckout.Sdk.Inbox.Tests/PublicApi").AssertIsThatOf(typeof(NotificationInboxOptions).Assembly);
    }

    [Test]
    public void ParamsCollections_OfPublicApi_HaveArrayOverloads()
    {
        Assert.That(ParamsCollections.WithoutArrayOverload(typeof(NotificationInboxOptions).Assembly.GetExportedTypes()), Is.Empty);
    }
}
