using System.Text.RegularExpressions;
using NUnit.Framework;

namespace GoogleCheckout.Documentation.Moving;

/// <summary>What the pages for old shops name in the last column of their tables exists.</summary>
public partial class MovingPageTests
{
    // What the pages name besides: of .NET, and values of settings.
    private static readonly HashSet<string> Others = ["ILogger", "LangVersion", "Logging", "OfType", "Production"];

    [TestCase("docs/from-gcheckout-dll.md")]
    [TestCase("docs/from-other-libraries.md")]
    public void Names_OfThisSdk_AreInThePublicApi(string page)
    {
        var api = Checkout.Current.Files("tests", "PublicApi.txt").SelectMany(file => Word().Matches(Checkout.Current.Read(file))).Select(word => word.Value).ToHashSet();
        var violations = new List<Violation>();
        foreach (var (line, number) in Checkout.Current.Read(page).Split('\n').Select((line, index) => (line, index + 1)).Where(line => line.line.StartsWith('|')))
        {
            var names = Code().Matches(line.Split('|')[^2]).SelectMany(code => Word().Matches(code.Value)).Select(word => word.Value);
            violations.AddRange(names.Where(name => !api.Contains(name) && !Others.Contains(name)).Select(name => new Violation(page, number, $"there is no {name} in the public API")));
        }

        Assert.That(api, Is.Not.Empty);
        Violations.AssertNone(violations);
    }

    [GeneratedRegex("`[^`]+`")]
    private static partial Regex Code();

    [GeneratedRegex(@"(?<!\w)[A-Z]\w+")]
    private static partial Regex Word();
}
