using System.Reflection;
using System.Runtime.Versioning;
using NUnit.Framework;

namespace GoogleCheckout.PublicApi;

/// <summary>What others compile against changes only on purpose: each change is a line in PublicApi.txt.</summary>
public class PublicApiTests
{
    private const string Approved = "PublicApi.txt";
    private const string Received = "PublicApi.received.txt";

    // What .NET Standard 2.0 cannot do is absent there instead of throwing.
    private const string NotInNetStandard = "PublicApi.NotInNetStandard.txt";

    private static readonly Assembly Sdk = typeof(CheckoutMessage).Assembly;

    private static readonly bool IsNetStandard =
        Sdk.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName.StartsWith(".NETStandard", StringComparison.Ordinal);

    [Test]
    public void PublicApi_IsAsApproved()
    {
        var actual = PublicApiText.Of(Sdk);
        var approved = IsNetStandard ? Lines(Approved).Except(Lines(NotInNetStandard)).ToList() : Lines(Approved);
        var changes = approved.Except(actual).Select(line => "- " + line)
            .Concat(actual.Except(approved).Select(line => "+ " + line))
            .ToList();

        if (changes.Count > 0)
        {
            Assert.Fail($"{HowToAccept(actual)}\n\n{string.Join('\n', changes)}");
        }
    }

    [Test]
    public void WhatNetStandardLacks_IsInTheApprovedApi()
    {
        Assert.That(Lines(NotInNetStandard).Except(Lines(Approved)), Is.Empty);
    }

    private static string HowToAccept(IReadOnlyList<string> actual)
    {
        if (IsNetStandard)
        {
            return $"The API of the .NET Standard assembly is that of the other one without the lines in tests/GoogleCheckout.Sdk.Tests/PublicApi/{NotInNetStandard}.";
        }

        var received = PathOf(Received);
        File.WriteAllText(received, string.Join('\n', actual) + "\n");
        return $"The public API has changed. If that is meant, accept it with\n  cp '{received}' tests/GoogleCheckout.Sdk.Tests/PublicApi/{Approved}\nin the root of the repository, and tell it in CHANGELOG.md.";
    }

    private static List<string> Lines(string file) => [.. File.ReadAllLines(PathOf(file)).Where(line => line.Length > 0 && line[0] != '#')];

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "PublicApi", file);
}
