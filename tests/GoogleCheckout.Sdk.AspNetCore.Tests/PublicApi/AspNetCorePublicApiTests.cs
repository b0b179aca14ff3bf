using Microsoft.AspNetCore.Builder;
using NUnit.Framework;

namespace GoogleCheckout.PublicApi;

/// <summary>The public API changes only on purpose: each change is a line in PublicApi.txt.</summary>
public class AspNetCorePublicApiTests
{
    [Test]
    public void PublicApi_Always_IsApproved()
    {
        new ApprovedApi("tests/GoogleCheckout.Sdk.AspNetCore.Tests/PublicApi").AssertIsThatOf(typeof(GoogleCheckoutEndpointRouteBuilderExtensions).Assembly);
    }

    [Test]
    public void ParamsCollections_OfPublicApi_HaveArrayOverloads()
    {
        Assert.That(ParamsCollections.WithoutArrayOverload(typeof(GoogleCheckoutEndpointRouteBuilderExtensions).Assembly.GetExportedTypes()), Is.Empty);
    }
}
