using System.Reflection;
using NUnit.Framework;

namespace GoogleCheckout.Testing;

/// <summary>The public API of an assembly as it was approved: a file with a line for each type and member.</summary>
/// <param name="folder">The folder of the file from the root of the repository; the file is copied beside the tests.</param>
public sealed class ApprovedApi(string folder)
{
    private const string Approved = "PublicApi.txt";
    private const string Received = "PublicApi.received.txt";

    public IReadOnlyList<string> Lines { get; } = LinesOf(Approved);

    /// <summary>Asserts that the assembly has the approved API, without the exceptions. If not, the failure says how to approve it.</summary>
    public void AssertIsThatOf(Assembly assembly, IReadOnlyCollection<string>? except = null)
    {
        var actual = PublicApiText.Of(assembly);
        var approved = Lines.Except(except ?? []).ToList();
        var changes = approved.Except(actual).Select(line => "- " + line)
            .Concat(actual.Except(approved).Select(line => "+ " + line))
            .ToList();

        if (changes.Count > 0)
        {
            Assert.Fail($"{HowToAccept(actual, isWhole: except is null)}\n\n{string.Join('\n', changes)}");
        }
    }

    public static IReadOnlyList<string> LinesOf(string file) => [.. File.ReadAllLines(PathOf(file)).Where(line => line.Length > 0 && line[0] != '#')];

    private string HowToAccept(IReadOnlyList<string> actual, bool isWhole)
    {
        if (!isWhole)
        {
            return $"The API of this assembly is that in {folder}/{Approved} without the lines in the file beside it.";
        }

        var received = PathOf(Received);
        File.WriteAllText(received, string.Join('\n', actual) + "\n");
        return $"The public API has changed. If that is meant, accept it with\n  cp '{received}' {folder}/{Approved}\nin the root of the repository, and tell it in CHANGELOG.md.";
    }

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "PublicApi", file);
}
