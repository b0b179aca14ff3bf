using GoogleCheckout.Documentation.Sources;
using NUnit.Framework;

namespace GoogleCheckout.Documentation.Members;

/// <summary>Each rule for documentation comments finds its violations, and only them.</summary>
public class MemberRuleTests
{
    private const string Said = "/// <summary>Works.</summary>\n";

    [TestCase("public void Do() { }", "has no documentation comment")]
    [TestCase("/// <remarks>Works.</remarks>\npublic void Do() { }", "has no <summary>")]
    [TestCase(Said + "public void Do() { }", null)]
    [TestCase(Said + "protected internal void Do(int times) { }", "has no <param name=\"times\">")]
    [TestCase(Said + "private protected void Do(int times) { }", null)]
    [TestCase(Said + "public void Do<T>() { }", "has no <typeparam name=\"T\">")]
    [TestCase(Said + "public event EventHandler? Done;", null)]
    [TestCase("public event EventHandler? Done;", "has no documentation comment")]
    public void Check_Member_WantsSummaryAndParameters(string member, string? violation)
    {
        AssertOnly(member, violation);
    }

    [TestCase(Said + "public int Count() => 1;", "has no <returns>")]
    [TestCase(Said + "public Task<int> Count() => Task.FromResult(1);", "has no <returns>")]
    [TestCase(Said + "public Task Count() => Task.CompletedTask;", null)]
    [TestCase(Said + "/// <returns>The number.</returns>\npublic int Count() => 1;", null)]
    [TestCase(Said + "/// <returns>The number.</returns>\npublic int? Count() => 1;", "may return null")]
    [TestCase(Said + "/// <returns>The text.</returns>\npublic Task<string?> Text() => null!;", "may return null")]
    [TestCase(Said + "/// <returns>The text; <see langword=\"null\"/> if there is none.</returns>\npublic string? Text() => null;", null)]
    [TestCase(Said + "/// <returns>The numbers.</returns>\npublic IReadOnlyList<int> All() => [];", "returns a collection")]
    [TestCase(Said + "/// <returns>The numbers; empty if there are none.</returns>\npublic int[] All() => [];", null)]
    [TestCase(Said + "public delegate int Counter();", "has no <returns>")]
    public void Check_Method_WantsWhatItReturns(string member, string? violation)
    {
        AssertOnly(member, violation);
    }

    [TestCase(Said + "public void Do() => throw new InvalidOperationException();", "throws InvalidOperationException")]
    [TestCase(Said + "public void Do() => ObjectDisposedException.ThrowIf(true, this);", "throws ObjectDisposedException")]
    [TestCase(Said + "public object Me { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = 1;", "throws ArgumentNullException")]
    [TestCase(Said + "/// <exception cref=\"InvalidOperationException\">Always.</exception>\npublic void Do() => throw new InvalidOperationException();", null)]
    [TestCase(Said + "/// <exception cref=\"System.InvalidOperationException\"></exception>\npublic void Do() => throw new InvalidOperationException();", "has an empty <exception>")]
    [TestCase(Said + "public void Do() { Action later = () => throw new InvalidOperationException(); later(); }", null)]
    [TestCase(Said + "/// <param name=\"token\">Cancels.</param>\npublic Task Do(CancellationToken token) => null!;", "takes a CancellationToken")]
    [TestCase(Said + "/// <param name=\"token\">Cancels.</param>\n/// <exception cref=\"OperationCanceledException\">Canceled.</exception>\npublic Task Do(CancellationToken token) => null!;", null)]
    public void Check_Method_WantsWhatItThrows(string member, string? violation)
    {
        AssertOnly(member, violation);
    }

    [TestCase("/// <inheritdoc/>\npublic override string ToString() => string.Empty;", null)]
    [TestCase("/// <inheritdoc/>\npublic void Dispose() { }", null)]
    [TestCase("/// <inheritdoc/>\npublic void Do() { }", "has <inheritdoc/>")]
    public void Check_InheritedComment_WantsSomethingToInheritFrom(string member, string? violation)
    {
        AssertOnly(member, violation);
    }

    [Test]
    public void Check_PrimaryConstructor_WantsItsParameters()
    {
        var project = SourceProject.FromText(("src/A.cs", Said + "/// <param name=\"X\">Left.</param>\npublic sealed record Point(int X, int Y);"));

        Assert.That(MemberDocumentation.Check(project).Select(found => found.Message).Distinct(), Has.All.Contain("has no <param name=\"Y\">"));
    }

    [Test]
    public void Check_CommandOfTheClient_WantsWhatTheClientThrows()
    {
        const string code = Said + "public class RequestReceivedResponse { }\n" + Said + """
            public class CheckoutClient
            {
                /// <summary>Charges.</summary>
                /// <param name="token">Cancels.</param>
                /// <returns>The receipt.</returns>
                /// <exception cref="CheckoutException">Failed.</exception>
                /// <exception cref="OperationCanceledException">Canceled.</exception>
                public Task<RequestReceivedResponse> ChargeAsync(CancellationToken token) => null!;
            }
            """;

        var violations = MemberDocumentation.Check(SourceProject.FromText(("src/A.cs", code))).Select(violation => $"{violation.Line}: {violation.Message}").ToList();

        Assert.That(violations, Has.Count.EqualTo(3));
        Assert.That(violations, Has.All.StartWith("11: "));
        Assert.That(violations, Has.One.Contain("CheckoutApiException").And.One.Contain("CheckoutXmlException").And.One.Contain("may have been executed"));
    }

    private static void AssertOnly(string member, string? violation)
    {
        var project = SourceProject.FromText(("src/A.cs", $"{Said}public abstract class A : IDisposable\n{{\n{member}\n}}"));

        var messages = MemberDocumentation.Check(project).Select(found => found.Message).ToList();

        Assert.That(messages, violation is null ? Is.Empty : Has.One.Items.And.One.Contain(violation));
    }
}
