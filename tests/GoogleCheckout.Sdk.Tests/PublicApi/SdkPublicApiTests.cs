using System.Reflection;
using System.Runtime.Versioning;
using NUnit.Framework;

namespace GoogleCheckout.PublicApi;

/// <summary>What others compile against changes only on purpose: each change is a line in PublicApi.txt.</summary>
public class SdkPublicApiTests
{
    // What .NET Standard 2.0 cannot do is absent there instead of throwing.
    private const string NotInNetStandard = "PublicApi.NotInNetStandard.txt";

    private static readonly Assembly Sdk = typeof(CheckoutMessage).Assembly;

    private static readonly bool IsNetStandard =
        Sdk.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName.StartsWith(".NETStandard", StringComparison.Ordinal);

    private static readonly ApprovedApi Approved = new("tests/GoogleCheckout.Sdk.Tests/PublicApi");

    [Test]
    public void PublicApi_IsAsApproved()
    {
        Approved.AssertIsThatOf(Sdk, IsNetStandard ? ApprovedApi.LinesOf(NotInNetStandard) : null);
    }

    [Test]
    public void WhatNetStandardLacks_IsInTheApprovedApi()
    {
        Assert.That(ApprovedApi.LinesOf(NotInNetStandard).Except(Approved.Lines), Is.Empty);
    }
}
