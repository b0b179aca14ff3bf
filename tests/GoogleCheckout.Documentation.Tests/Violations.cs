using NUnit.Framework;

namespace GoogleCheckout.Documentation;

/// <summary>Fails a test with all that was found, so that a writer can work through it file by file.</summary>
internal static class Violations
{
    public static void AssertNone(IEnumerable<Violation> violations)
    {
        var report = Violation.Report(violations);
        if (report.Length > 0)
        {
            Assert.Fail(report);
        }
    }
}
