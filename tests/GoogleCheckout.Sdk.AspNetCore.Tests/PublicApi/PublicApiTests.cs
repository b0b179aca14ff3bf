using Microsoft.AspNetCore.Builder;
using NUnit.Framework;

namespace GoogleCheckout.PublicApi;

/// <summary>What sites compile against changes only on purpose: each change is a line in PublicApi.txt.</summary>
public class PublicApiTests
{
    [Test]
    public void PublicApi_IsAsApproved()
    {
        new ApprovedApi("tests/GoogleCheckout.Sdk.AspNetCore.Tests/PublicApi").AssertIsThatOf(typeof(GoogleCheckoutEndpointRouteBuilderExtensions).Assembly);
    }
}
