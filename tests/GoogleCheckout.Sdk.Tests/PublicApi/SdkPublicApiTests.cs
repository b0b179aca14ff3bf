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

    // C# 9 to 12 and Visual Basic create a params array, and no other collection.
    [Test]
    public void ParamsCollections_OfPublicApi_HaveArrayOverloads()
    {
        Assert.That(ParamsCollections.WithoutArrayOverload(Sdk.GetExportedTypes()), Is.Empty);
    }

    [Test]
    public void ParamsCollections_WithoutArrayOverload_AreFound()
    {
        Assert.That(ParamsCollections.WithoutArrayOverload(typeof(Collections)), Is.EqualTo(new[]
        {
            "Collections.Spans(System.Int32, System.ReadOnlySpan`1[System.String])",
            "Collections.OtherElement(System.Collections.Generic.IEnumerable`1[System.String])",
            "Collections.NotParams(System.Collections.Generic.IEnumerable`1[System.String])",
        }));
    }

    private static class Collections
    {
        public static int Complete(params IEnumerable<string> texts) => texts.Count();

        public static int Complete(params string[] texts) => texts.Length;

        public static int Spans(int first, params ReadOnlySpan<string> texts) => first + texts.Length;

        public static int OtherElement(params IEnumerable<string> texts) => texts.Count();

        public static int OtherElement(params int[] numbers) => numbers.Length;

        public static int NotParams(params IEnumerable<string> texts) => texts.Count();

        public static int NotParams(string[] texts) => texts.Length;
    }
}
