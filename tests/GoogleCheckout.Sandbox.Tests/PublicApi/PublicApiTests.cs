using GoogleCheckout.Sandbox;
using NUnit.Framework;

namespace GoogleCheckout.PublicApi;

/// <summary>What tests with a sandbox compile against changes only on purpose: each change is a line in PublicApi.txt.</summary>
public class PublicApiTests
{
    [Test]
    public void PublicApi_IsAsApproved()
    {
        new ApprovedApi("tests/GoogleCheckout.Sandbox.Tests/PublicApi").AssertIsThatOf(typeof(CheckoutSandbox).Assembly);
    }
}
