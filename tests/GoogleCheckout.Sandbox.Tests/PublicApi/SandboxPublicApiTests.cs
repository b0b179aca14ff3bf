using GoogleCheckout.Sandbox;
using NUnit.Framework;

namespace GoogleCheckout.PublicApi;

/// <summary>The public API of the sandbox. A change requires a change of PublicApi.txt.</summary>
public class SandboxPublicApiTests
{
    [Test]
    public void PublicApi_IsAsApproved()
    {
        new ApprovedApi("tests/GoogleCheckout.Sandbox.Tests/PublicApi").AssertIsThatOf(typeof(CheckoutSandbox).Assembly);
    }

    [Test]
    public void ParamsCollections_OfPublicApi_HaveArrayOverloads()
    {
        Assert.That(ParamsCollections.WithoutArrayOverload(typeof(CheckoutSandbox).Assembly.GetExportedTypes()), Is.Empty);
    }
}
