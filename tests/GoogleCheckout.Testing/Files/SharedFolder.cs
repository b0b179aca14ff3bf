using NUnit.Framework;

namespace GoogleCheckout.Testing;

/// <summary>The official schema and the corpus of real messages, which the repository may not contain.</summary>
public static class SharedFolder
{
    private const string Variable = "GOOGLE_CHECKOUT_SHARED";

    /// <summary>Whether the variable names a folder. Then the tests that need it must not be skipped.</summary>
    public static bool IsNamed => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable));

    public static string Schema => Find("schema/apiv2.xsd");

    /// <summary>The documents of the corpus, by their path in it. Empty if the variable is not set.</summary>
    public static IReadOnlyList<string> CorpusDocuments() => [.. Documents().Where(file => !file.StartsWith('_'))];

    /// <summary>Requests that an old client sent, by their path in the corpus. Empty if the variable is not set.</summary>
    public static IReadOnlyList<string> WireDocuments() => [.. Documents().Where(file => file.StartsWith("_wire/", StringComparison.Ordinal))];

    public static byte[] CorpusDocument(string path) => File.ReadAllBytes(Find("corpus/" + path));

    /// <summary>Skips the test, with the reason, if the variable is not set.</summary>
    public static void Require()
    {
        if (!IsNamed)
        {
            Assert.Ignore($"needs the official schema and the corpus, which are not in the repository: set {Variable} to the folder that holds schema/ and corpus/");
        }
    }

    private static IEnumerable<string> Documents()
    {
        if (!IsNamed)
        {
            return [];
        }

        var corpus = Find("corpus");
        return Directory.EnumerateFiles(corpus, "*.xml", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(corpus, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);
    }

    private static string Find(string path)
    {
        Require();
        var full = Path.Combine(Environment.GetEnvironmentVariable(Variable)!, path);
        return Path.Exists(full) ? full : throw new FileNotFoundException($"{Variable} is set, but there is no {path} in the folder it names.");
    }
}
